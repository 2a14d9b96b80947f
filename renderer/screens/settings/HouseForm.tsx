/** The newspaper as readers see it: one form, saved as a whole, refused with a sentence when somebody else was quicker. */
import { type FormEvent, useState } from 'react'
import { HouseSettings } from '../../../shared/desk/settings.ts'
import type { Failure } from '../../../shared/result.ts'
import { bridge } from '../../bridge/bridge.ts'
import { say } from '../../state/statusLine.ts'
import { Button } from '../../ui/Button.tsx'
import { TextArea, TextField } from '../../ui/Field.tsx'
import { Refusal } from '../../ui/Refusal.tsx'
import { linesOf, linksFrom, namedFrom, numberFrom, sponsorsFrom, writtenLinks, writtenSponsors } from './lines.ts'
import styles from './SettingsScreen.module.css'

export function HouseForm({ settings, base }: { readonly settings: HouseSettings; readonly base: string }) {
  const [failure, setFailure] = useState<Failure | undefined>()
  async function save(event: FormEvent<HTMLFormElement>): Promise<void> {
    event.preventDefault()
    const wanted = HouseSettings.safeParse(settingsFrom(new FormData(event.currentTarget), settings))
    if (!wanted.success) {
      const [issue] = wanted.error.issues
      return setFailure({
        code: 'invalid',
        message: `${issue?.path.join(' › ') ?? ''}: ${issue?.message ?? 'is not right'}. Nothing was changed.`,
      })
    }
    const result = await bridge.call('settings.change', { base, settings: wanted.data })
    if (result.ok) {
      setFailure(undefined)
      say('Settings saved.')
    } else setFailure(result.error)
  }
  const { weather } = settings
  return (
    <form className={styles.form} onSubmit={(event) => void save(event)} noValidate>
      <TextField label="Name of the newspaper" name="publication" defaultValue={settings.publication} maxLength={80} />
      <TextField label="Motto" name="motto" defaultValue={settings.motto} maxLength={120} />
      <TextArea label="Description" name="description" defaultValue={settings.description} maxLength={400} />
      <div className={styles.two}>
        <TextField label="City" name="city" defaultValue={settings.city} maxLength={80} />
        <TextField label="Time zone" name="zone" defaultValue={settings.zone} maxLength={60} help="Such as Europe/London." />
      </div>
      <TextField
        label="Public address"
        name="baseUrl"
        type="url"
        defaultValue={settings.baseUrl}
        help="Where the site stands, such as https://example.org/. Until it is set, pages say that they have no public address."
      />
      <TextField
        label="House credit"
        name="houseCredit"
        defaultValue={settings.houseCredit}
        maxLength={80}
        help="Printed where a byline is “staff”."
      />
      <fieldset>
        <legend>Today’s weather</legend>
        <p className={styles.soft}>Taken by editions that go out on its date. Left empty, the masthead holds date and place only.</p>
        <div className={styles.two}>
          <TextField label="Date" name="weatherDate" type="date" defaultValue={weather.date} />
          <TextField label="Condition" name="weatherCondition" defaultValue={weather.condition} maxLength={60} placeholder="light rain" />
          <TextField label="Temperature, °C" name="weatherTemperature" inputMode="decimal" defaultValue={weather.temperature ?? ''} />
          <TextField label="Humidity, per cent" name="weatherHumidity" inputMode="decimal" defaultValue={weather.humidity ?? ''} />
          <TextField label="Wind, km/h" name="weatherWind" inputMode="decimal" defaultValue={weather.wind ?? ''} />
        </div>
      </fieldset>
      <TextArea
        label="Categories"
        name="categories"
        rows={7}
        defaultValue={settings.categories.map(({ name }) => name).join('\n')}
        help="One a line, in the order of the navigation."
      />
      <TextArea
        label="Follow links"
        name="follow"
        defaultValue={writtenLinks(settings.follow)}
        help="One a line: label, a space, the address."
      />
      <TextField label="Newsletter: title" name="newsletterTitle" defaultValue={settings.newsletter.title} maxLength={80} />
      <TextArea label="Newsletter: text" name="newsletterText" defaultValue={settings.newsletter.text} maxLength={800} />
      <TextField
        label="Newsletter: where sign-ups are sent"
        name="newsletterAction"
        type="url"
        defaultValue={settings.newsletter.action}
        help="Left empty, the block stands without a form."
      />
      <TextField
        label="Where readers write to"
        name="contact"
        defaultValue={settings.contact ?? ''}
        maxLength={500}
        help="An e-mail address or a page. Each record card then offers “Tell us of an error”, and the site a security.txt; left empty, neither."
      />
      <TextArea
        label="Sponsors and patrons"
        name="sponsors"
        defaultValue={writtenSponsors(settings.sponsors)}
        help="One a line: sponsor or patron, a colon, the name."
      />
      <TextArea
        label="Contributors’ note"
        name="note"
        rows={5}
        defaultValue={settings.contributorsNotes[0]?.text ?? ''}
        maxLength={2000}
        help="Stands under every article."
      />
      <TextArea label="Privacy overview" name="privacyOverview" rows={4} defaultValue={settings.privacyOverview} maxLength={2000} />
      {failure ? <Refusal failure={failure} /> : null}
      <div className={styles.buttons}>
        <Button look="primary" type="submit">
          Save settings
        </Button>
      </div>
    </form>
  )
}

/** What the form holds, over what the form does not show. */
function settingsFrom(form: FormData, before: HouseSettings): HouseSettings {
  const text = (name: string) => {
    const value = form.get(name)
    return typeof value === 'string' ? value.trim() : ''
  }
  const [note, ...otherNotes] = before.contributorsNotes
  return {
    ...before,
    publication: text('publication'),
    motto: text('motto'),
    description: text('description'),
    city: text('city'),
    zone: text('zone'),
    baseUrl: text('baseUrl'),
    houseCredit: text('houseCredit'),
    weather: {
      date: text('weatherDate'),
      condition: text('weatherCondition'),
      temperature: numberFrom(text('weatherTemperature')),
      humidity: numberFrom(text('weatherHumidity')),
      wind: numberFrom(text('weatherWind')),
    },
    categories: namedFrom(linesOf(text('categories')), before.categories),
    follow: linksFrom(linesOf(text('follow'))),
    newsletter: { title: text('newsletterTitle'), text: text('newsletterText'), action: text('newsletterAction') },
    contact: text('contact'),
    sponsors: sponsorsFrom(linesOf(text('sponsors')), before.sponsors),
    contributorsNotes: [{ id: note?.id ?? 'standing', name: note?.name ?? 'Standing note', text: text('note') }, ...otherNotes],
    privacyOverview: text('privacyOverview'),
  }
}
