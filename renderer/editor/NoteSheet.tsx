/** Asks for the words of a note; it stands in the text where the cursor was, and at the foot of the page once published. */
import type { Editor } from '@tiptap/core'
import { type FormEvent, useState } from 'react'
import { Button } from '../ui/Button.tsx'
import { TextArea } from '../ui/Field.tsx'
import { Sheet, SheetButtons } from '../ui/Sheet.tsx'
import { backToText } from './backToText.ts'

export function NoteSheet({ editor, onClose }: { readonly editor: Editor; readonly onClose: () => void }) {
  const [words, setWords] = useState('')
  const [wrong, setWrong] = useState('')
  const isNote = editor.isActive('note')
  const done = () => backToText(editor, onClose)
  const submit = (event: FormEvent) => {
    event.preventDefault()
    const text = words.trim().replaceAll(/\s+/gu, ' ')
    if (text === '') {
      setWrong('A note has words: where it is from, or what would interrupt the sentence.')
      return
    }
    insertNote(editor, text)
    done()
  }
  return (
    <Sheet title="Note" onClose={done}>
      {isNote ? (
        <>
          <p>The cursor stands in a note: its words are changed in the text itself.</p>
          <SheetButtons>
            <Button
              onClick={() => {
                editor.chain().extendMarkRange('note').unsetMark('note').run()
                done()
              }}
            >
              Make it part of the text
            </Button>
            <Button look="primary" onClick={done} autoFocus>
              Go on writing
            </Button>
          </SheetButtons>
        </>
      ) : (
        <form onSubmit={submit} noValidate>
          <TextArea
            label="Words of the note"
            value={words}
            wrong={wrong}
            onChange={(event) => setWords(event.target.value)}
            help="Notes number themselves and stand at the foot of the article."
            rows={4}
            maxLength={4000}
            autoFocus
          />
          <SheetButtons>
            <Button onClick={done}>Cancel</Button>
            <Button look="primary" type="submit">
              Set the note
            </Button>
          </SheetButtons>
        </form>
      )}
    </Sheet>
  )
}

/** Behind the selection; what is typed next is text again. */
function insertNote(editor: Editor, text: string): void {
  const { state, view } = editor
  const { note } = state.schema.marks
  if (!note) throw new Error('the body’s schema has no notes')
  const id = [...crypto.getRandomValues(new Uint8Array(6))].map((byte) => byte.toString(36).slice(-1)).join('')
  const at = state.selection.to
  const tr = state.tr.insert(at, state.schema.text(text, [note.create({ id })]))
  view.dispatch(tr.setSelection(state.selection.map(tr.doc, tr.mapping)).setStoredMarks([]).scrollIntoView())
}
