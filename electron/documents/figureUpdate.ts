/** A figure put into an article's document as its writer would: as one update of its own. */
import * as Y from 'yjs'
import type { AddedPicture } from '../../shared/contract/media.ts'

export interface NewFigure {
  readonly picture: Pick<AddedPicture, 'hash' | 'width' | 'height'>
  readonly alt: string
  readonly caption: string
  readonly credit: string
}

/** The update that sets a figure below the first `after` blocks of the document behind `stored`, or at its end where there are fewer. */
export function figureUpdate(
  stored: Uint8Array,
  { picture: { hash: media, width, height }, alt, caption, credit }: NewFigure,
  after = Number.POSITIVE_INFINITY,
): Uint8Array {
  const doc = new Y.Doc()
  Y.applyUpdate(doc, stored)
  const before = Y.encodeStateVector(doc)
  doc.transact(() => {
    const figure = new Y.XmlElement('figure')
    // Yjs stores numbers as they are; only its types say string.
    for (const [name, value] of Object.entries({ media, alt, credit, width, height })) figure.setAttribute(name, value as string)
    if (caption !== '') figure.insert(0, [new Y.XmlText(caption)])
    const body = doc.getXmlFragment('body')
    body.insert(Math.min(after, body.length), [figure])
  })
  const update = Y.encodeStateAsUpdate(doc, before)
  doc.destroy()
  return update
}
