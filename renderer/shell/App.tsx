/** The interface as a whole: first run, who is at the desk, or the bar, a screen and the status line. */
import { useEffect, useRef } from 'react'
import { Link, Redirect, Route, Switch, useLocation } from 'wouter'
import type { DeskStatus } from '../../shared/contract/desk.ts'
import { ComposeScreen } from '../screens/compose/ComposeScreen.tsx'
import { DeskScreen } from '../screens/desk/DeskScreen.tsx'
import { FirstRun } from '../screens/firstRun/FirstRun.tsx'
import { FrontScreen } from '../screens/queue/FrontScreen.tsx'
import { QueueScreen } from '../screens/queue/QueueScreen.tsx'
import { RecordScreen } from '../screens/record/RecordScreen.tsx'
import { ReviewScreen } from '../screens/review/ReviewScreen.tsx'
import { SetUpScreen } from '../screens/setup/SetUpScreen.tsx'
import { SettingsScreen } from '../screens/settings/SettingsScreen.tsx'
import { useAsk } from '../state/ask.ts'
import { useBeginning } from '../state/beginning.ts'
import { useCommand } from '../state/commands.ts'
import { DeskContext } from '../state/desk.ts'
import { useFocusMode } from '../state/focusMode.ts'
import { leaveSaid } from '../state/statusLine.ts'
import { useSteady } from '../state/steady.ts'
import { keepFocus } from '../ui/focus.ts'
import { Refusal } from '../ui/Refusal.tsx'
import { Bar } from './Bar.tsx'
import { useBindings } from './bindings.ts'
import { OpenedFiles } from './OpenedFiles.tsx'
import { Overlays } from './Overlays.tsx'
import { movePane } from './panes.ts'
import { StatusLine } from './StatusLine.tsx'
import { WhoIsHere } from './WhoIsHere.tsx'
import styles from './App.module.css'

export function App() {
  const { value: status, failure } = useAsk('desk.status', {})
  const isBeginning = useBeginning((state) => state.isBeginning)
  useBindings()
  useCommand('nextPane', () => movePane(1))
  useCommand('previousPane', () => movePane(-1))
  useKeptFocus(status, isBeginning)
  useSaidOnce()
  useEffect(() => {
    if (status?.publication) document.title = `${status.publication} · Chancery`
  }, [status?.publication])
  if (failure && !status) {
    return (
      <main className={styles.alone}>
        <h1>Chancery</h1>
        <Refusal failure={failure} />
      </main>
    )
  }
  if (!status) return <main className={styles.alone} aria-busy="true" aria-label="Opening" />
  if (status.phase === 'none' || isBeginning) return <FirstRun />
  return (
    <DeskContext value={status}>
      <Frame status={status} />
    </DeskContext>
  )
}

/** Another screen, another person, the first desk: what held the focus is gone, and the new screen takes it. */
function useKeptFocus(status: DeskStatus | undefined, isBeginning: boolean): void {
  const [location] = useLocation()
  // A desk that is begun is a place too: its first screen is another one.
  const place = isBeginning ? 'beginning' : status ? `${status.phase} ${status.person?.id ?? ''} ${location}` : ''
  const before = useRef('')
  useEffect(() => {
    if (before.current !== '' && place !== before.current) keepFocus()
    before.current = place
  }, [place])
}

/** What an act did is told on the screen where it was done or led to, and not on all that follow. */
function useSaidOnce(): void {
  const [location] = useLocation()
  useEffect(() => leaveSaid(location), [location])
}

function Frame({ status }: { readonly status: DeskStatus }) {
  const isFocused = useFocusMode((state) => state.isOn)
  // What is said below a screen moves what stands at its foot.
  const [overdue, aim] = useSteady(useOverdue(status.person !== null))
  return (
    <div className={styles.frame} {...aim}>
      <a className={styles.skip} href="#main">
        Skip to the text
      </a>
      <Bar status={status} isHidden={isFocused} />
      <main id="main" className={styles.main} tabIndex={-1}>
        {status.readOnly ? (
          <p className={styles.banner} role="alert">
            {status.readOnly}
          </p>
        ) : null}
        {status.person ? <Screens /> : <WhoIsHere status={status} />}
      </main>
      <OverdueBanner overdue={overdue} />
      <StatusLine status={status} />
      <Overlays />
      {status.person ? <OpenedFiles /> : null}
    </div>
  )
}

/** How many editions are two minutes past their time and not live; 0 while nobody is at the desk. */
function useOverdue(isAsked: boolean): number {
  const { value } = useAsk('queue.overdue', {}, { enabled: isAsked, every: 30_000 })
  return isAsked && value ? value.overdue : 0
}

/** Everywhere but in the Queue, which says more; below the screen, so that the text in it stays where somebody is writing. [QU8] [IN22] */
function OverdueBanner({ overdue }: { readonly overdue: number }) {
  const [at] = useLocation()
  if (overdue === 0 || at === '/queue') return null
  return (
    <aside className={styles.below} aria-label="Overdue">
      <p role="alert">
        {overdue === 1 ? 'One edition is overdue' : `${overdue} editions are overdue`}: past the time set and not live.{' '}
        <Link href="/queue">See in the Queue</Link>
      </p>
    </aside>
  )
}

function Screens() {
  return (
    <Switch>
      <Route path="/desk" component={DeskScreen} />
      <Route path="/compose/:id?">{({ id }) => <ComposeScreen id={id} />}</Route>
      <Route path="/review/:id?">{({ id }) => <ReviewScreen id={id} />}</Route>
      <Route path="/queue" component={QueueScreen} />
      <Route path="/queue/front" component={FrontScreen} />
      <Route path="/record/:id?">{({ id }) => <RecordScreen id={id} />}</Route>
      <Route path="/settings/:part?">{({ part }) => <SettingsScreen part={part} />}</Route>
      <Route path="/setup/:step?">{({ step }) => <SetUpScreen step={step} />}</Route>
      <Redirect to="/desk" replace />
    </Switch>
  )
}
