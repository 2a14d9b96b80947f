/** Asks why proposed words are sent back; a refusal stands in the sheet. */
import { type FormEvent, useState } from 'react'
import type { Failure } from '../../../shared/result.ts'
import { Button } from '../../ui/Button.tsx'
import { TextArea } from '../../ui/Field.tsx'
import { Refusal } from '../../ui/Refusal.tsx'
import { Sheet, SheetButtons } from '../../ui/Sheet.tsx'

export interface SendBackSheetProps {
  readonly title: string
  readonly onReason: (reason: string) => Promise<Failure | undefined>
  readonly onClose: () => void
}

export function SendBackSheet({ title, onReason, onClose }: SendBackSheetProps) {
  const [reason, setReason] = useState('')
  const [failure, setFailure] = useState<Failure | undefined>()
  const submit = (event: FormEvent) => {
    event.preventDefault()
    setFailure(undefined)
    void onReason(reason.trim()).then(setFailure)
  }
  return (
    <Sheet title={title} onClose={onClose}>
      <form onSubmit={submit} noValidate>
        <TextArea
          label="Reason"
          value={reason}
          onChange={({ target }) => setReason(target.value)}
          help="Whoever proposed these words reads it, and it stays in the history of the settings."
          rows={4}
          maxLength={4000}
          required
          data-first
        />
        {failure ? <Refusal failure={failure} /> : null}
        <SheetButtons>
          <Button onClick={onClose}>Cancel</Button>
          <Button look="primary" type="submit">
            Send back
          </Button>
        </SheetButtons>
      </form>
    </Sheet>
  )
}
