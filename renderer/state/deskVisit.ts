/** When this person was last at the desk, before they came now: noted while they are here, by the clock of this computer. */
import { readStored, store } from './stored.ts'

const key = 'chancery.visits'
const every = 30_000

type Visits = Readonly<Record<string, string>>

/** By person: the instant before this visit; empty: never. One answer for as long as the page is open. */
const before = new Map<string, string>()
let here = ''

/** Begins a visit, or goes on with it. */
export function lastVisit(person: string): string {
  const known = before.get(person)
  if (known !== undefined) return known
  const last = visits()[person] ?? ''
  before.set(person, last)
  if (here === '') watch()
  here = person
  note()
  return last
}

function watch(): void {
  window.setInterval(note, every)
  window.addEventListener('pagehide', note)
}

function note(): void {
  store(key, { ...visits(), [here]: new Date().toISOString() })
}

function visits(): Visits {
  const stored = readStored(key)
  return stored !== null && typeof stored === 'object' ? (stored as Visits) : {}
}
