/** Asks what somebody is called from now on; what they did stands under the new name, since it was kept by id. [BY3] */
import { type FormEvent, useState } from 'react'
import type { Person } from '../../../shared/desk/person.ts'
import { bridge } from '../../bridge/bridge.ts'
import { say } from '../../state/statusLine.ts'
import { Button } from '../../ui/Button.tsx'
import { TextField } from '../../ui/Field.tsx'
import { Sheet, SheetButtons } from '../../ui/Sheet.tsx'

export function RenameSheet({ person, onClose }: { readonly person: Person; readonly onClose: () => void }) {
  const [name, setName] = useState(person.name)
  const [wrong, setWrong] = useState('')
  async function rename(event: FormEvent): Promise<void> {
    event.preventDefault()
    if (name.trim() === '') return setWrong('A person needs a name. Nothing was changed.')
    const renamed = await bridge.call('people.rename', { id: person.id, name })
    if (!renamed.ok) return setWrong(renamed.error.message)
    say(`${person.name} is now ${renamed.value.name}.`)
    onClose()
  }
  return (
    <Sheet title={`Rename: ${person.name}`} onClose={onClose}>
      <form onSubmit={(event) => void rename(event)} noValidate>
        <TextField
          label="Name"
          value={name}
          maxLength={120}
          wrong={wrong || undefined}
          onChange={({ target }) => setName(target.value)}
          help="As colleagues call them; readers never see it."
          autoFocus
        />
        <SheetButtons>
          <Button onClick={onClose}>Cancel</Button>
          <Button look="primary" type="submit">
            Rename
          </Button>
        </SheetButtons>
      </form>
    </Sheet>
  )
}
