/** Sponsors and patrons with their days; the words of thanks above them are standing words. */
import { DateField } from '../../ui/DateField.tsx'
import { SelectField, TextField } from '../../ui/Field.tsx'
import { Rows } from '../../ui/Rows.tsx'
import type { FieldsProps } from './NameFields.tsx'

export function SponsorRows({ house, change }: FieldsProps) {
  return (
    <Rows
      legend="Sponsors and patrons"
      help="A name is printed from its first to its last day; left empty, from the beginning and for good."
      rows={house.sponsors}
      onChange={(sponsors) => change({ sponsors: [...sponsors] })}
      nameOf={({ name }) => name}
      addLabel="Add a sponsor or patron"
      empty={{ name: '', address: '', kind: 'sponsor' as const, from: '', until: '' }}
      most={60}
    >
      {(row, set) => (
        <>
          <TextField label="Name" value={row.name} maxLength={120} onChange={({ target }) => set({ name: target.value })} />
          <SelectField
            label="Kind"
            value={row.kind}
            choices={[
              { value: 'sponsor', label: 'Sponsor' },
              { value: 'patron', label: 'Patron' },
            ]}
            onChange={({ target }) => set({ kind: target.value === 'patron' ? 'patron' : 'sponsor' })}
          />
          <TextField label="Address" type="url" value={row.address} onChange={({ target }) => set({ address: target.value.trim() })} />
          <DateField label="First day" whenEmpty="from the beginning" value={row.from} onDate={(from) => set({ from })} />
          <DateField label="Last day" whenEmpty="for good" value={row.until} onDate={(until) => set({ until })} />
        </>
      )}
    </Rows>
  )
}
