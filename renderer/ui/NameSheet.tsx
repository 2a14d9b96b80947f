/** A sheet that asks for one name: of a version, a filter, a person. */
import { type FormEvent, useState } from 'react'
import { Button } from './Button.tsx'
import { TextField } from './Field.tsx'
import { Sheet, SheetButtons } from './Sheet.tsx'

interface NameSheetProps {
  readonly title: string
  /** What the button does with the name. */
  readonly act: string
  readonly name?: string
  readonly maxLength: number
  readonly help: string
  /** Takes the name without blanks around it; answers a sentence when it cannot be, which is shown at the field. */
  readonly onName: (name: string) => string | undefined | Promise<string | undefined>
  readonly onClose: () => void
}

export function NameSheet({ title, act, name: before = '', maxLength, help, onName, onClose }: NameSheetProps) {
  const [name, setName] = useState(before)
  const [wrong, setWrong] = useState('')
  async function submit(event: FormEvent): Promise<void> {
    event.preventDefault()
    const problem = await onName(name.trim())
    if (problem === undefined) onClose()
    else setWrong(problem)
  }
  return (
    <Sheet title={title} onClose={onClose}>
      <form onSubmit={(event) => void submit(event)} noValidate>
        <TextField
          label="Name"
          value={name}
          maxLength={maxLength}
          wrong={wrong || undefined}
          onChange={({ target }) => setName(target.value)}
          help={help}
          autoFocus
        />
        <SheetButtons>
          <Button onClick={onClose}>Cancel</Button>
          <Button look="primary" type="submit">
            {act}
          </Button>
        </SheetButtons>
      </form>
    </Sheet>
  )
}
