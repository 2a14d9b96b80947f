/** Settings: the newspaper, its furniture and standing words, where it is published, what was changed of it, and the people of the desk. */
import type { ComponentType } from 'react'
import { Link } from 'wouter'
import { useAsk } from '../../state/ask.ts'
import { useDesk } from '../../state/desk.ts'
import { Page } from '../../ui/Page.tsx'
import { Refusal } from '../../ui/Refusal.tsx'
import { AppearanceForm } from './AppearanceForm.tsx'
import { Backups } from './Backups.tsx'
import { FurnitureForm } from './FurnitureForm.tsx'
import { KeysForm } from './KeysForm.tsx'
import { People } from './People.tsx'
import { PublicationForm } from './PublicationForm.tsx'
import { PublishingForm } from './PublishingForm.tsx'
import type { PartProps } from './SettingsForm.tsx'
import styles from './SettingsScreen.module.css'
import { SettingsHistory } from './SettingsHistory.tsx'
import { WordsForm } from './WordsForm.tsx'

const parts: readonly { readonly id: string; readonly label: string; readonly Form?: ComponentType<PartProps> }[] = [
  { id: 'publication', label: 'Publication', Form: PublicationForm },
  { id: 'furniture', label: 'Furniture', Form: FurnitureForm },
  { id: 'words', label: 'Standing words', Form: WordsForm },
  { id: 'publishing', label: 'Publishing', Form: PublishingForm },
  { id: 'history', label: 'History' },
  { id: 'people', label: 'People and roles' },
  { id: 'backups', label: 'Backups' },
  { id: 'appearance', label: 'Appearance' },
  { id: 'keys', label: 'Keys' },
]

export function SettingsScreen({ part = 'publication' }: { readonly part: string | undefined }) {
  const { value, failure } = useAsk('settings.read', {})
  const waiting = useDesk().waiting.settings
  const Form = parts.find(({ id }) => id === part)?.Form
  return (
    <Page title="Settings" isColumned>
      <nav className={styles.parts} aria-label="Parts of the settings">
        {parts.map(({ id, label }) => (
          <Link key={id} href={`/settings/${id}`} aria-current={part === id ? 'page' : undefined}>
            {label}
            {id === 'words' && waiting > 0 ? <span className={styles.count}>{waiting}</span> : null}
          </Link>
        ))}
      </nav>
      <div className={styles.part}>
        {failure ? <Refusal failure={failure} /> : null}
        {part === 'history' ? <SettingsHistory /> : null}
        {part === 'people' ? <People /> : null}
        {part === 'backups' ? <Backups /> : null}
        {part === 'appearance' ? <AppearanceForm /> : null}
        {part === 'keys' ? <KeysForm /> : null}
        {Form && value ? <Form key={part} settings={value.settings} base={value.hash} /> : null}
      </div>
    </Page>
  )
}
