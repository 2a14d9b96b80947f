/** The newspaper itself: its name, where and when it is, what the masthead says today. */
import { TextField } from '../../ui/Field.tsx'
import { NameFields } from './NameFields.tsx'
import { PlaceFields } from './PlaceFields.tsx'
import { SettingsForm, type PartProps } from './SettingsForm.tsx'
import { useHouse } from './useHouse.ts'
import { WeatherFields } from './WeatherFields.tsx'

export function PublicationForm(props: PartProps) {
  const form = useHouse(props.settings, props.base, 'publication')
  const { house, change } = form
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
      <WeatherFields weather={house.weather} zone={props.settings.zone} onChange={(weather) => change({ weather })} />
    </SettingsForm>
  )
}
