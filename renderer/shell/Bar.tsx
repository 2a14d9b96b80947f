/** The bar: whose newspaper it is, the five screens with the work that waits, search, settings, who is at the desk. */
import { Archive, Feather, FileText, ListChecks, Search, Send, Settings } from 'lucide-react'
import type { ReactNode } from 'react'
import { Link, useLocation, useRoute } from 'wouter'
import type { DeskStatus } from '../../shared/contract/desk.ts'
import { runCommand, useCommand } from '../state/commands.ts'
import { keyCaps } from '../state/keys.ts'
import { useNewArticle } from '../state/newArticle.ts'
import { lastArticle } from '../state/places.ts'
import { keepFocus } from '../ui/focus.ts'
import { PersonMenu } from './PersonMenu.tsx'
import styles from './Bar.module.css'

export interface BarProps {
  readonly status: DeskStatus
  /** Out of sight, while its commands go on. */
  readonly isHidden: boolean
}

export function Bar({ status, isHidden }: BarProps) {
  const [, go] = useLocation()
  const [isDesk] = useRoute('/desk')
  const { review, queue, mine, settings } = status.waiting
  const newArticle = useNewArticle()
  const compose = lastArticle() === '' ? '/compose' : `/compose/${lastArticle()}`
  useCommand('newArticle', () => void newArticle(), status.person !== null)
  // From any other screen: the Desk has the chooser of files, and its own command stands before this one while it is there.
  useCommand('import', () => afterDesk(go), status.person !== null && !isDesk)
  useCommand('goDesk', () => go('/desk'))
  useCommand('goCompose', () => go(compose))
  useCommand('goReview', () => go('/review'))
  useCommand('goQueue', () => go('/queue'))
  useCommand('goRecord', () => go('/record'))
  useCommand('settings', () => go('/settings'))
  useCommand('standingWords', () => go('/settings/words'), status.person !== null)
  useCommand('settingsHistory', () => go('/settings/history'), status.person !== null)
  useCommand('setUp', () => go('/setup'), status.person !== null)
  return (
    <header className={styles.bar} hidden={isHidden}>
      <p className={styles.name} dir="auto">
        {status.publication}
      </p>
      {status.person ? (
        <nav className={styles.nav} aria-label="Screens" data-pane>
          <Place to="/desk" icon={<FileText size={17} aria-hidden="true" />} waiting={mine} keys={keyCaps('goDesk')}>
            Desk
          </Place>
          <Place to={compose} match="/compose/:id?" icon={<Feather size={17} aria-hidden="true" />} keys={keyCaps('goCompose')}>
            Compose
          </Place>
          <Place
            to="/review"
            match="/review/:id?"
            icon={<ListChecks size={17} aria-hidden="true" />}
            waiting={review}
            keys={keyCaps('goReview')}
          >
            Review
          </Place>
          <Place to="/queue" match="/queue/:part?" icon={<Send size={17} aria-hidden="true" />} waiting={queue} keys={keyCaps('goQueue')}>
            Queue
          </Place>
          <Place to="/record" match="/record/:id?" icon={<Archive size={17} aria-hidden="true" />} keys={keyCaps('goRecord')}>
            Record
          </Place>
          <Place
            to="/settings"
            match="/settings/:part?"
            icon={<Settings size={17} aria-hidden="true" />}
            waiting={settings}
            keys={keyCaps('settings')}
          >
            Settings
          </Place>
        </nav>
      ) : null}
      <div className={styles.side}>
        {status.person ? (
          <button type="button" className={styles.search} onClick={() => runCommand('palette')}>
            <Search size={16} aria-hidden="true" />
            <span>Search or command</span>
            <kbd aria-hidden="true">{keyCaps('palette')}</kbd>
          </button>
        ) : null}
        {status.person ? <PersonMenu status={status} person={status.person} /> : null}
      </div>
    </header>
  )
}

/** The press is still the person's for a moment: the chooser opens once the Desk stands. */
function afterDesk(go: (to: string) => void): void {
  go('/desk')
  const choose = (turns: number) => {
    if (!runCommand('import') && turns > 0) setTimeout(() => choose(turns - 1), 20)
  }
  setTimeout(() => choose(50), 20)
}

interface PlaceProps {
  readonly to: string
  /** Route under which it is the current one; `to` when absent. */
  readonly match?: string
  readonly icon: ReactNode
  readonly waiting?: number
  readonly keys: string
  readonly children: string
}

function Place({ to, match, icon, waiting = 0, keys, children }: PlaceProps) {
  const [isHere] = useRoute(match ?? to)
  // The count is of the description, not of the name: the name stays the word on the screen.
  const tip = waiting > 0 ? `${keys}, ${waiting} waiting` : keys
  return (
    <Link
      href={to}
      className={styles.place}
      aria-current={isHere ? 'page' : undefined}
      title={tip}
      onClick={({ currentTarget }) => {
        // The screen takes the focus, and with it hears its single letters.
        currentTarget.blur()
        keepFocus()
      }}
    >
      {icon}
      <span>{children}</span>
      {waiting > 0 ? (
        <span className={styles.count} aria-hidden="true">
          {waiting}
        </span>
      ) : null}
    </Link>
  )
}
