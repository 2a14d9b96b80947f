/** Where the newspaper is, and whose clock it goes by. */
import { useId } from 'react'
import { TextField } from '../../ui/Field.tsx'
import type { FieldsProps } from './NameFields.tsx'
import styles from './SettingsScreen.module.css'

/** As this computer knows them; any other of the world's list may be written too. */
const zones = typeof Intl.supportedValuesOf === 'function' ? Intl.supportedValuesOf('timeZone') : []

export function PlaceFields({ house, change }: FieldsProps) {
  const id = useId()
  return (
    <div className={styles.two}>
      <TextField label="City" value={house.city} maxLength={80} onChange={({ target }) => change({ city: target.value })} />
      <TextField
        label="Time zone"
        value={house.zone}
        maxLength={60}
        list={id}
        help="Such as Europe/London."
        onChange={({ target }) => change({ zone: target.value.trim() })}
      />
      <datalist id={id}>
        {zones.map((zone) => (
          <option key={zone} value={zone} />
        ))}
      </datalist>
    </div>
  )
}
