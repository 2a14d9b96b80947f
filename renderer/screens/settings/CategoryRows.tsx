/** The categories, in the order of the navigation. */
import type { HouseSettings } from '../../../shared/desk/settings.ts'
import { slugOf } from '../../../shared/desk/slug.ts'
import { TextField } from '../../ui/Field.tsx'
import { Rows } from '../../ui/Rows.tsx'
import type { FieldsProps } from './NameFields.tsx'

/** `settings`: as saved; a category that is known there keeps its address. */
export function CategoryRows({ settings, house, change }: FieldsProps & { readonly settings: HouseSettings }) {
  const isKnown = (slug: string) => settings.categories.some((known) => known.slug === slug)
  return (
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
  )
}
