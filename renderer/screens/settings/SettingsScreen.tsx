/** Settings: the newspaper's furniture, today's weather, and the people of the desk. */
import { Link } from 'wouter'
import { useAsk } from '../../state/ask.ts'
import { Page } from '../../ui/Page.tsx'
import { Refusal } from '../../ui/Refusal.tsx'
import { HouseForm } from './HouseForm.tsx'
import { People } from './People.tsx'
import styles from './SettingsScreen.module.css'

const parts = [
  { id: 'publication', label: 'Publication' },
  { id: 'people', label: 'People and roles' },
] as const

export function SettingsScreen({ part = 'publication' }: { readonly part: string | undefined }) {
  const { value, failure } = useAsk('settings.read', {})
  return (
    <Page title="Settings" isNarrow>
      <nav className={styles.parts} aria-label="Parts of the settings">
        {parts.map(({ id, label }) => (
          <Link key={id} href={`/settings/${id}`} aria-current={part === id ? 'page' : undefined}>
            {label}
          </Link>
        ))}
      </nav>
      {failure ? <Refusal failure={failure} /> : null}
      {part === 'people' ? <People /> : value ? <HouseForm key={value.hash} settings={value.settings} base={value.hash} /> : null}
    </Page>
  )
}
