/** Pictures on their way into the text: chosen, pasted or dropped, cleaned by the workstation, set where they were meant for. */
import { Plugin } from '@tiptap/pm/state'
import type { EditorView } from '@tiptap/pm/view'
import type { Call } from '../../shared/contract/contract.ts'
import { type AddedPicture, largestPictureBytes } from '../../shared/contract/media.ts'
import { say } from '../state/statusLine.ts'
import { insertPicture, placeIn } from './figures.ts'
import type { OpenDocument } from './openDocument.ts'

/** What the chooser of files offers; the workstation looks at the bytes. */
export const pictureFiles = 'image/jpeg,image/png,image/webp,image/gif,image/tiff,image/avif'

/** Hands files on to be put in at a position of the text. */
export type TakePictures = (view: EditorView, files: readonly File[], at: number) => void

/** Takes pictures that are pasted or dropped. Only files: an address elsewhere is never fetched. */
export function pictureIntake(take: TakePictures): Plugin {
  return new Plugin({
    props: {
      handlePaste(view, event) {
        const files = picturesAmong(event.clipboardData)
        // Other programs put a picture of the words beside them; the words are meant then.
        if (files.length === 0 || !view.editable || hasWords(event.clipboardData?.getData('text/html') ?? '')) return false
        take(view, files, view.state.selection.to)
        return true
      },
      handleDrop(view, event) {
        const given = event.dataTransfer?.files.length ?? 0
        if (given === 0 || !view.editable) return false
        const files = picturesAmong(event.dataTransfer)
        const at = view.posAtCoords({ left: event.clientX, top: event.clientY })?.pos ?? view.state.selection.to
        if (files.length === 0) say('Only pictures can be dropped into the text. Documents come in by Import… on the Desk.')
        else take(view, files, at)
        return true
      },
    },
  })
}

type Article = Pick<OpenDocument, 'id' | 'undo'>

/** One below the other, in their order; what was not taken is said, and the others come all the same. */
export async function addPictures(call: Call, article: Article, view: EditorView, files: readonly File[], at: number): Promise<void> {
  let place = placeIn(view, at)
  const said: string[] = []
  for (const file of files) {
    const added = await takenIn(call, article.id, view, file)
    if (typeof added === 'string') said.push(added)
    else {
      // A step of its own: who takes it back wants the picture gone, not the words before it.
      article.undo.stopCapturing()
      place = insertPicture(view, place, added)
      article.undo.stopCapturing()
      if (added.note !== '') said.push(added.note)
    }
  }
  say(said.join(' ') || (files.length === 1 ? 'The picture is in the text.' : 'The pictures are in the text.'))
}

/** The picture, or why not, in a sentence. */
async function takenIn(call: Call, article: string, view: EditorView, file: File): Promise<AddedPicture | string> {
  if (file.size > largestPictureBytes)
    return `“${file.name}” is larger than 50 MB. Save a smaller copy of it. Nothing was put into the article.`
  say(`“${file.name}” is being prepared…`)
  const added = await call('media.add', { id: article, name: file.name, bytes: new Uint8Array(await file.arrayBuffer()) })
  if (!added.ok) return added.error.message
  if (view.isDestroyed || !view.editable) return `“${file.name}” came too late: the text is not open for writing any more. Put it in again.`
  return added.value
}

function picturesAmong(transfer: DataTransfer | null): readonly File[] {
  return [...(transfer?.files ?? [])].filter(({ type }) => type.startsWith('image/'))
}

/** Read without fetching anything. */
function hasWords(html: string): boolean {
  return html !== '' && (new DOMParser().parseFromString(html, 'text/html').body.textContent ?? '').trim() !== ''
}
