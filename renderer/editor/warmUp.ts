/** Before the first article is opened: its code is made ready while nobody waits for it, with words that nobody sees. */
import * as Y from 'yjs'
import type { DocumentJson, NodeJson } from '../../shared/document/json.ts'
import { seedDocument } from '../../shared/document/write.ts'
import { fail } from '../../shared/result.ts'
import { whenIdle } from '../state/whenIdle.ts'
import { openBox } from './boxEditor.ts'
import { boxes, OpenDocument } from './openDocument.ts'

/** Long enough that what goes through blocks one by one is worth preparing. */
const blocks = 120

/** All of it was made ready. */
let isWarm = false

/** Once a page, a box at a time; answers how to call it off. */
export function warmUp(): () => void {
  if (isWarm) return () => undefined
  let opened: OpenDocument | undefined
  const end = () => {
    opened?.destroy()
    opened = undefined
  }
  let callOff = whenIdle(() => {
    const made = scratch()
    opened = made
    const places = boxes.map((box) => () => warmBox(box, made))
    const next = () => {
      const [first] = places.splice(0, 1)
      if (!first) {
        isWarm = true
        return end()
      }
      first()
      callOff = whenIdle(next)
    }
    callOff = whenIdle(next)
  })
  return () => {
    callOff()
    end()
  }
}

function warmBox(box: (typeof boxes)[number], words: OpenDocument): void {
  const no = () => false
  const nothing = () => undefined
  openBox(document.createElement('div'), box, words, {
    isEditable: true,
    lang: 'en-GB',
    around: { toNext: no, toPrevious: no, askForLink: nothing, askForNote: nothing, takePictures: nothing },
    onFocus: nothing,
  }).destroy()
}

/** A document of no article, which is never written in and would save nothing. */
function scratch(): OpenDocument {
  const doc = new Y.Doc()
  seedDocument(doc, words)
  const nothing = () => undefined
  const opened = { update: Y.encodeStateAsUpdate(doc), cursor: 0 }
  doc.destroy()
  return new OpenDocument('', opened, async () => fail('notFound', 'No article is open.'), {
    saving: nothing,
    saved: nothing,
    failed: nothing,
  })
}

const line: NodeJson = { type: 'text', text: 'A line of words that nobody reads.' }
const words: DocumentJson = {
  headline: [line],
  standfirst: [line],
  body: Array.from({ length: blocks }, (_none, n) =>
    n % 9 === 8 ? { type: 'heading', attrs: { level: 2 }, content: [line] } : { type: 'paragraph', content: [line] },
  ),
}
