/** Asks what to call a filter that is kept. */
import { type FormEvent, useState } from 'react'
import { type DeskFilter, saveFilter } from '../../state/savedFilters.ts'
import { say } from '../../state/statusLine.ts'
import { Button } from '../../ui/Button.tsx'
import { TextField } from '../../ui/Field.tsx'
import { Sheet, SheetButtons } from '../../ui/Sheet.tsx'

export function NameFilterSheet({ filter, onClose }: { readonly filter: DeskFilter; readonly onClose: () => void }) {
  const [name, setName] = useState('')
  const [wrong, setWrong] = useState('')
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (name.trim() === '') return setWrong('The filter needs a name.')
    saveFilter(name.trim(), filter)
    say(`The filter “${name.trim()}” stands beside the others.`)
    onClose()
  }
  return (
    <Sheet title="Save this filter" onClose={onClose}>
      <form onSubmit={submit} noValidate>
        <TextField
          label="Name"
          value={name}
          maxLength={40}
          wrong={wrong || undefined}
          onChange={({ target }) => setName(target.value)}
          help="Such as: drafts on the harbour. It is kept by this browser."
          autoFocus
        />
        <SheetButtons>
          <Button onClick={onClose}>Cancel</Button>
          <Button look="primary" type="submit">
            Save
          </Button>
        </SheetButtons>
      </form>
    </Sheet>
  )
}
