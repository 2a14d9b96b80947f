/** The newspaper itself: its name, where and when it is, what the masthead says today. */
import type { HouseSettings } from '../../../shared/desk/settings.ts'
import { DateField } from '../../ui/DateField.tsx'
import { TextField } from '../../ui/Field.tsx'
import { NameFields } from './NameFields.tsx'
import { PlaceFields } from './PlaceFields.tsx'
import { SettingsForm, type PartProps } from './SettingsForm.tsx'
import styles from './SettingsScreen.module.css'
import { useHouse } from './useHouse.ts'

export function PublicationForm(props: PartProps) {
  const form = useHouse(props.settings, props.base, 'publication')
  const { house, change } = form
  const weather = (part: Partial<HouseSettings['weather']>) => change({ weather: { ...house.weather, ...part } })
  const figure = (name: 'temperature' | 'humidity' | 'wind', label: string) => (
    <TextField
      label={label}
      type="number"
      step="any"
      value={house.weather[name] ?? ''}
      onChange={({ target }) => weather({ [name]: target.value === '' ? null : target.valueAsNumber })}
    />
  )
  return (
    <SettingsForm form={form}>
      <NameFields house={house} change={change} />
      <PlaceFields house={house} change={change} />
      <TextField
        label="Where readers write to"
        value={house.contact ?? ''}
        maxLength={500}
        help="An e-mail address or a page. Each record card then offers “Tell us of an error”, and the site a security.txt; left empty, neither."
        onChange={({ target }) => change({ contact: target.value.trim() })}
      />
      <fieldset>
        <legend>Today’s weather</legend>
        <p className={styles.soft}>Taken by editions that go out on its date. Left empty, the masthead holds date and place only.</p>
        <div className={styles.two}>
          <DateField label="Date" value={house.weather.date} onDate={(date) => weather({ date })} />
          <TextField
            label="Condition"
            value={house.weather.condition}
            maxLength={60}
            placeholder="light rain"
            onChange={({ target }) => weather({ condition: target.value })}
          />
          {figure('temperature', 'Temperature, °C')}
          {figure('humidity', 'Humidity, per cent')}
          {figure('wind', 'Wind, km/h')}
        </div>
      </fieldset>
    </SettingsForm>
  )
}
