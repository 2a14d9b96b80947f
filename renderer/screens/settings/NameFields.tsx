/** What the newspaper is called, and what it says of itself. */
import { houseCreditOf } from '../../../shared/desk/lordsPress.ts'
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
        onChange={({ target }) => change(renamed(house, target.value))}
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
        help="Printed where a byline is “staff”: pieces that nobody signs by name. Made from the name until you choose another."
        onChange={({ target }) => change({ houseCredit: target.value })}
      />
    </>
  )
}

/** Another name, and with it the house credit that was made from the one before. */
function renamed({ publication, houseCredit }: House['house'], name: string): Partial<House['house']> {
  return { publication: name, ...(houseCredit === houseCreditOf(publication) ? { houseCredit: houseCreditOf(name) } : {}) }
}
