/** The letter to readers: what its block on the front says, and where sign-ups are sent. */
import { TextArea, TextField } from '../../ui/Field.tsx'
import type { FieldsProps } from './NameFields.tsx'

export function LetterFields({ house, change }: FieldsProps) {
  return (
    <fieldset>
      <legend>Newsletter</legend>
      <TextField
        label="Title"
        value={house.newsletter.title}
        maxLength={80}
        onChange={({ target }) => change({ newsletter: { ...house.newsletter, title: target.value } })}
      />
      <TextArea
        label="Text"
        value={house.newsletter.text}
        maxLength={800}
        onChange={({ target }) => change({ newsletter: { ...house.newsletter, text: target.value } })}
      />
      <TextField
        label="Where sign-ups are sent"
        type="url"
        value={house.newsletter.action}
        help="Left empty, the block stands without a form."
        onChange={({ target }) => change({ newsletter: { ...house.newsletter, action: target.value.trim() } })}
      />
    </fieldset>
  )
}
