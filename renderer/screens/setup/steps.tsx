/** The steps of setting up, each a part of the settings in a form of its own. */
import type { ComponentType } from 'react'
import type { SetUpStep } from '../../state/settingUp.ts'
import { CategoryRows } from '../settings/CategoryRows.tsx'
import { LetterFields } from '../settings/LetterFields.tsx'
import { NameFields } from '../settings/NameFields.tsx'
import { PlaceFields } from '../settings/PlaceFields.tsx'
import { PublishingForm } from '../settings/PublishingForm.tsx'
import { type PartProps, SettingsForm } from '../settings/SettingsForm.tsx'
import { SponsorRows } from '../settings/SponsorRows.tsx'
import { useHouse } from '../settings/useHouse.ts'
import { WordsForm } from '../settings/WordsForm.tsx'

export interface Step {
  readonly label: string
  /** What it is for, in a sentence. */
  readonly words: string
  /** Absent for the people, who are no part of the settings. */
  readonly Form?: ComponentType<PartProps>
}

export const steps: Readonly<Record<SetUpStep, Step>> = {
  name: { label: 'Name', words: 'It stands at the head of every page.', Form: NameForm },
  place: { label: 'City and zone', words: 'The masthead is dated here, and times are of this clock.', Form: PlaceForm },
  categories: { label: 'Categories', words: 'The navigation of the site, and where each article belongs.', Form: CategoriesForm },
  words: { label: 'Note and policies', words: 'What stands under every article, and what readers can hold you to.', Form: WordsForm },
  sponsors: { label: 'Sponsors', words: 'Who pays is said on every page, with the days it is true.', Form: SponsorsForm },
  publishing: { label: 'Where to publish', words: 'The folder the site is written into, and its public address.', Form: PublishingForm },
  letter: { label: 'Letter', words: 'A block on the front that offers the newsletter.', Form: LetterForm },
  people: { label: 'People and who may publish', words: 'Nobody approves what they wrote: a second person reads it.' },
}

function NameForm({ settings, base }: PartProps) {
  const form = useHouse(settings, base, 'step name')
  return (
    <SettingsForm form={form}>
      <NameFields house={form.house} change={form.change} />
    </SettingsForm>
  )
}

function PlaceForm({ settings, base }: PartProps) {
  const form = useHouse(settings, base, 'step place')
  return (
    <SettingsForm form={form}>
      <PlaceFields house={form.house} change={form.change} />
    </SettingsForm>
  )
}

function CategoriesForm({ settings, base }: PartProps) {
  const form = useHouse(settings, base, 'step categories')
  return (
    <SettingsForm form={form}>
      <CategoryRows settings={settings} house={form.house} change={form.change} />
    </SettingsForm>
  )
}

function SponsorsForm({ settings, base }: PartProps) {
  const form = useHouse(settings, base, 'step sponsors')
  return (
    <SettingsForm form={form}>
      <SponsorRows house={form.house} change={form.change} />
    </SettingsForm>
  )
}

function LetterForm({ settings, base }: PartProps) {
  const form = useHouse(settings, base, 'step letter')
  return (
    <SettingsForm form={form}>
      <LetterFields house={form.house} change={form.change} />
    </SettingsForm>
  )
}
