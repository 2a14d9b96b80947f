/** Updates as typing makes them: a word at the end of the first paragraph, a second's worth at a time. */
import * as Y from 'yjs'

/** `update`: the document as it was opened. Each call answers the next update. */
export function typist(update: Uint8Array): () => Uint8Array {
  const doc = new Y.Doc()
  Y.applyUpdate(doc, update)
  const text = (doc.getXmlFragment('body').get(0) as Y.XmlElement).get(0) as Y.XmlText
  return () => {
    const updates: Uint8Array[] = []
    const gather = (made: Uint8Array) => updates.push(made)
    doc.on('update', gather)
    for (const letter of ' another') text.insert(text.length, letter)
    doc.off('update', gather)
    return Y.mergeUpdates(updates)
  }
}
