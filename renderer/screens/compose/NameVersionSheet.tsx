/** Asks what to call the version that is kept. */
import { type FormEvent, useState } from 'react'
import { Button } from '../../ui/Button.tsx'
import { TextField } from '../../ui/Field.tsx'
import { Sheet, SheetButtons } from '../../ui/Sheet.tsx'

export function NameVersionSheet({ onName, onClose }: { readonly onName: (label: string) => void; readonly onClose: () => void }) {
  const [label, setLabel] = useState('')
  const submit = (event: FormEvent) => {
    event.preventDefault()
    onName(label.trim())
    onClose()
  }
  return (
    <Sheet title="Name a version" onClose={onClose}>
      <form onSubmit={submit}>
        <TextField
          label="Name"
          value={label}
          maxLength={200}
          onChange={(event) => setLabel(event.target.value)}
          help="Such as: before the cuts. Keeping a version publishes nothing."
          autoFocus
        />
        <SheetButtons>
          <Button onClick={onClose}>Cancel</Button>
          <Button look="primary" type="submit">
            Keep
          </Button>
        </SheetButtons>
      </form>
    </Sheet>
  )
}
