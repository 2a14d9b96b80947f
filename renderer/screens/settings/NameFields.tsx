/** What the newspaper is called, and what it says of itself. */
import { TextArea, TextField } from '../../ui/Field.tsx'
import type { House } from './useHouse.ts'

export type FieldsProps = Pick<House, 'house' | 'change'>

export function NameFields({ house, change }: FieldsProps) {
  return (
    <>
      <TextField
        label="Name of the newspaper"
        value={house.publication}
        maxLength={80}
        onChange={({ target }) => change({ publication: target.value })}
      />
      <TextField label="Motto" value={house.motto} maxLength={120} onChange={({ target }) => change({ motto: target.value })} />
      <TextArea
        label="Description"
        value={house.description}
        maxLength={400}
        onChange={({ target }) => change({ description: target.value })}
      />
      <TextField
        label="House credit"
        value={house.houseCredit}
        maxLength={80}
        help="Printed where a byline is “staff”: pieces that nobody signs by name."
        onChange={({ target }) => change({ houseCredit: target.value })}
      />
    </>
  )
}
