/** Asks for the address of a link, judged as the page itself will judge it. */
import type { Editor } from '@tiptap/core'
import { type FormEvent, useState } from 'react'
import { safeUrl } from '../../shared/document/safeUrl.ts'
import { Button } from '../ui/Button.tsx'
import { TextField } from '../ui/Field.tsx'
import { Sheet, SheetButtons } from '../ui/Sheet.tsx'
import { backToText } from './backToText.ts'

export function LinkSheet({ editor, onClose }: { readonly editor: Editor; readonly onClose: () => void }) {
  const [address, setAddress] = useState(() => String(editor.getAttributes('link').href ?? ''))
  const [wrong, setWrong] = useState('')
  const isLink = editor.isActive('link')
  const done = () => backToText(editor, onClose)
  const submit = (event: FormEvent) => {
    event.preventDefault()
    const written = address.trim()
    // `example.org/page` is meant as a page; `javascript:…` is not one for being put behind https://.
    const href = safeUrl(written) ?? (/^[\w-]+(\.[\w-]+)+(\/\S*)?$/u.test(written) ? safeUrl(`https://${written}`) : undefined)
    if (href === undefined) {
      setWrong('A link goes to an address that begins with https://, http://, mailto: or tel:. Nothing was changed.')
      return
    }
    const chain = editor.chain().extendMarkRange('link')
    if (editor.view.state.selection.empty && !isLink)
      chain.insertContent({ type: 'text', text: written, marks: [{ type: 'link', attrs: { href } }] }).run()
    else chain.setMark('link', { href }).run()
    done()
  }
  return (
    <Sheet title="Link" onClose={done}>
      <form onSubmit={submit} noValidate>
        <TextField
          label="Address"
          value={address}
          wrong={wrong}
          onChange={(event) => setAddress(event.target.value)}
          placeholder="https://"
          inputMode="url"
          autoFocus
        />
        <SheetButtons>
          {isLink ? (
            <Button
              onClick={() => {
                editor.chain().extendMarkRange('link').unsetMark('link').run()
                done()
              }}
            >
              Remove the link
            </Button>
          ) : null}
          <Button onClick={done}>Cancel</Button>
          <Button look="primary" type="submit">
            Link
          </Button>
        </SheetButtons>
      </form>
    </Sheet>
  )
}
