/** What stands around every article: categories, follow links, the letter, thanks to sponsors and patrons. */
import { slugOf } from '../../../shared/desk/slug.ts'
import { SelectField, TextArea, TextField } from '../../ui/Field.tsx'
import { Rows } from '../../ui/Rows.tsx'
import { SettingsForm, type PartProps } from './SettingsForm.tsx'
import { useHouse } from './useHouse.ts'

export function FurnitureForm({ settings, base }: PartProps) {
  const form = useHouse(settings, base)
  const { house, change } = form
  const isKnown = (slug: string) => settings.categories.some((known) => known.slug === slug)
  return (
    <SettingsForm form={form}>
      <Rows
        legend="Categories"
        help="In the order of the navigation. A category keeps its address when its name changes."
        rows={house.categories}
        onChange={(categories) => change({ categories: [...categories] })}
        nameOf={({ name }) => name}
        addLabel="Add a category"
        empty={{ slug: '', name: '' }}
        most={24}
      >
        {(row, set) => (
          <TextField
            label="Name"
            value={row.name}
            maxLength={60}
            onChange={({ target }) => set({ name: target.value, ...(isKnown(row.slug) ? {} : { slug: slugOf(target.value) }) })}
          />
        )}
      </Rows>
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
            <TextField label="First day" type="date" value={row.from} onChange={({ target }) => set({ from: target.value })} />
            <TextField label="Last day" type="date" value={row.until} onChange={({ target }) => set({ until: target.value })} />
          </>
        )}
      </Rows>
      <TextArea
        label="Words of thanks"
        value={house.sponsorsNote}
        maxLength={600}
        onChange={({ target }) => change({ sponsorsNote: target.value })}
      />
    </SettingsForm>
  )
}
