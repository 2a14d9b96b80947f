/** Today's weather: what is entered is for today, in the newspaper's zone, until another day is written. */
import type { HouseSettings } from '../../../shared/desk/settings.ts'
import { zonedTime } from '../../../shared/desk/zone.ts'
import { DateField } from '../../ui/DateField.tsx'
import { TextField } from '../../ui/Field.tsx'
import styles from './SettingsScreen.module.css'

type Weather = HouseSettings['weather']

export interface WeatherFieldsProps {
  readonly weather: Weather
  /** The newspaper's zone, by which its editions are dated. */
  readonly zone: string
  readonly onChange: (weather: Weather) => void
}

export function WeatherFields({ weather, zone, onChange }: WeatherFieldsProps) {
  const enter = (part: Partial<Weather>) => onChange(dated({ ...weather, ...part }, zonedTime(new Date(), zone).at.slice(0, 10)))
  const figure = (name: 'temperature' | 'humidity' | 'wind', label: string) => (
    <TextField
      label={label}
      type="number"
      step="any"
      value={weather[name] ?? ''}
      onChange={({ target }) => enter({ [name]: target.value === '' ? null : target.valueAsNumber })}
    />
  )
  return (
    <fieldset>
      <legend>Today’s weather</legend>
      <p className={styles.soft}>Taken by editions that go out on its date. Left empty, the masthead holds date and place only.</p>
      <div className={styles.two}>
        <DateField label="Date" value={weather.date} onDate={(date) => onChange({ ...weather, date })} />
        <TextField
          label="Condition"
          value={weather.condition}
          maxLength={60}
          placeholder="light rain"
          onChange={({ target }) => enter({ condition: target.value })}
        />
        {figure('temperature', 'Temperature, °C')}
        {figure('humidity', 'Humidity, per cent')}
        {figure('wind', 'Wind, km/h')}
      </div>
    </fieldset>
  )
}

/** No edition goes out on a day that is past: weather entered over yesterday's, or without a date, is today's. */
function dated(weather: Weather, today: string): Weather {
  return weather.date < today ? { ...weather, date: today } : weather
}
