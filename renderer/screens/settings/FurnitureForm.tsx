/** What stands around every article: categories, follow links, the letter, thanks to sponsors and patrons. */
import { TextField } from '../../ui/Field.tsx'
import { Rows } from '../../ui/Rows.tsx'
import { CategoryRows } from './CategoryRows.tsx'
import { LetterFields } from './LetterFields.tsx'
import { SettingsForm, type PartProps } from './SettingsForm.tsx'
import { SponsorRows } from './SponsorRows.tsx'
import { useHouse } from './useHouse.ts'

export function FurnitureForm({ settings, base }: PartProps) {
  const form = useHouse(settings, base, 'furniture')
  const { house, change } = form
  return (
    <SettingsForm form={form}>
      <CategoryRows settings={settings} house={house} change={change} />
      <Rows
        legend="Follow"
        rows={house.follow}
        onChange={(follow) => change({ follow: [...follow] })}
        nameOf={({ label }) => label}
        addLabel="Add a link"
        empty={{ label: '', address: '' }}
        most={12}
      >
        {(row, set) => (
          <>
            <TextField label="Label" value={row.label} maxLength={80} onChange={({ target }) => set({ label: target.value })} />
            <TextField
              label="Address"
              type="url"
              value={row.address}
              placeholder="https://"
              onChange={({ target }) => set({ address: target.value.trim() })}
            />
          </>
        )}
      </Rows>
      <LetterFields house={house} change={change} />
      <SponsorRows house={house} change={change} />
    </SettingsForm>
  )
}
