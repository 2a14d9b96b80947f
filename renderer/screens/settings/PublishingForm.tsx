/** Where editions go, under which address readers find them, and how long publishing can be undone. */
import { settingsParts } from '../../../shared/desk/settingsParts.ts'
import { slugOf } from '../../../shared/desk/slug.ts'
import { useHasRole } from '../../state/desk.ts'
import { CheckField, TextField } from '../../ui/Field.tsx'
import { Rows } from '../../ui/Rows.tsx'
import { SettingsForm, type PartProps } from './SettingsForm.tsx'
import { useHouse } from './useHouse.ts'
import styles from './SettingsScreen.module.css'

export function PublishingForm({ settings, base }: PartProps) {
  const form = useHouse(settings, base, 'publishing')
  const { house, change } = form
  const mayUndo = useHasRole(...settingsParts.undoSeconds.who)
  const machineFiles = house.machineFiles ?? { newsSitemap: false, ninjs: false }
  const known = new Set(settings.destinations.map(({ id }) => id))
  const takenOut = settings.destinations.filter(({ id }) => !house.destinations.some((other) => other.id === id))
  return (
    <SettingsForm form={form} who={settingsParts.destinations.who}>
      <TextField
        label="Public address"
        type="url"
        value={house.baseUrl}
        help="Where the site stands, such as https://example.org/. Until it is set, pages say that they have no public address."
        onChange={({ target }) => change({ baseUrl: target.value.trim() })}
      />
      <Rows
        legend="Destinations"
        help="Folders that the site is written into. Left empty, a folder is “site” in the desk’s own data folder. A destination that is taken out keeps what stands there."
        rows={house.destinations}
        onChange={(destinations) => change({ destinations: [...destinations] })}
        nameOf={({ name }) => name}
        addLabel="Add a folder"
        empty={{ id: '', kind: 'folder' as const, name: '', folder: '' }}
        most={12}
      >
        {(row, set) => (
          <>
            <TextField
              label="Name"
              value={row.name}
              maxLength={80}
              onChange={({ target }) => set({ name: target.value, ...(known.has(row.id) ? {} : { id: slugOf(target.value) }) })}
            />
            <TextField label="Folder" value={row.folder} maxLength={1000} onChange={({ target }) => set({ folder: target.value })} />
          </>
        )}
      </Rows>
      {takenOut.map(({ id, name }) => (
        <p key={id} role="status">
          “{name}” is written no more once this is saved. Its pages stay in its folder as they are now, and readers find them there until
          somebody takes them away: corrections do not reach them.
        </p>
      ))}
      <fieldset className={styles.machines}>
        <legend>For other programs</legend>
        <CheckField
          label="News sitemap: the articles of the last two days, for search engines that list news"
          checked={machineFiles.newsSitemap}
          onChange={({ target }) => change({ machineFiles: { ...machineFiles, newsSitemap: target.checked } })}
        />
        <CheckField
          label="ninjs: each article as a file for other newsrooms"
          checked={machineFiles.ninjs}
          onChange={({ target }) => change({ machineFiles: { ...machineFiles, ninjs: target.checked } })}
        />
      </fieldset>
      <TextField
        label="Seconds to undo publishing"
        type="number"
        min={0}
        max={3600}
        readOnly={!mayUndo}
        help={mayUndo ? undefined : 'A publisher changes it.'}
        value={Number.isNaN(house.undoSeconds) ? '' : house.undoSeconds}
        onChange={({ target }) => change({ undoSeconds: target.valueAsNumber })}
      />
    </SettingsForm>
  )
}
