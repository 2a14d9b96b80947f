/** Words added to a piece as its writer would type them: as one update of its own document. */
import * as Y from 'yjs'

/** The update that gives the document behind `stored` a standfirst. */
export function addStandfirst(stored: Uint8Array, text: string): Uint8Array {
  return changed(stored, (doc) => {
    const fragment = doc.getXmlFragment('standfirst')
    fragment.delete(0, fragment.length)
    fragment.insert(0, [paragraph(text)])
  })
}

/** The update that adds a paragraph at the end of the body. */
export function addParagraph(stored: Uint8Array, text: string): Uint8Array {
  return changed(stored, (doc) => doc.getXmlFragment('body').push([paragraph(text)]))
}

function paragraph(text: string): Y.XmlElement {
  const element = new Y.XmlElement('paragraph')
  element.insert(0, [new Y.XmlText(text)])
  return element
}

function changed(stored: Uint8Array, change: (doc: Y.Doc) => void): Uint8Array {
  const doc = new Y.Doc()
  Y.applyUpdate(doc, stored)
  const before = Y.encodeStateVector(doc)
  doc.transact(() => change(doc))
  const update = Y.encodeStateAsUpdate(doc, before)
  doc.destroy()
  return update
}
