/** What happened to a piece, or at the desk, since this person was last here: one sentence, from what everybody may read in the history. */
import { useEffect, useRef, useState } from 'react'
import type { ArticleView } from '../../shared/contract/articles.ts'
import { historyLine } from '../../shared/desk/historyLine.ts'
import { counted, shortDate } from './dates.ts'
import { readStored, store } from './stored.ts'

const key = 'chancery.seen'
/** More are forgotten, the earliest seen first. */
const most = 300

type Seen = Readonly<Record<string, number>>

/** `what`: `PERSON ARTICLE`. The last place in the desk's order that was seen; 0: never looked at. */
export function seenUpTo(what: string): number {
  return seen()[what] ?? 0
}

export function markSeen(what: string, upTo: number): void {
  const { [what]: _before, ...others } = seen()
  store(key, Object.fromEntries([...Object.entries(others), [what, upTo] as const].slice(-most)))
}

function seen(): Seen {
  const stored = readStored(key)
  return stored !== null && typeof stored === 'object' ? (stored as Seen) : {}
}

/** The sentence stands while the piece is open, and what happens meanwhile is not in it. Empty: nothing, or the first time. */
export function useSinceYouLeft(view: ArticleView, person: string, nameOf: (id: string) => string, zone: string): string {
  const what = `${person} ${view.row.id}`
  const [visit] = useState(() => ({ upTo: seenUpTo(what), began: new Date().toISOString() }))
  const latest = useRef(0)
  latest.current = view.history.at(-1)?.seq ?? 0
  useEffect(() => () => markSeen(what, latest.current), [what])
  useEffect(() => markSeen(what, latest.current), [what, view.history.length])
  return sinceWords(view, visit, person, nameOf, zone)
}

/** What was seen before, and when this visit began. */
export interface Visit {
  readonly upTo: number
  readonly began: string
}

/** Acts of others alone: one's own are known. */
export function sinceWords(
  view: Pick<ArticleView, 'history' | 'editions' | 'proposal'>,
  { upTo, began }: Visit,
  person: string,
  nameOf: (id: string) => string,
  zone: string,
): string {
  if (upTo === 0) return ''
  // That the edition before is superseded is the same event as the publication, and the lesser half of it.
  const others = view.history.filter(({ seq, by, at, act }) => seq > upTo && at <= began && by !== person && act !== 'supersede')
  const last = others.at(-1)
  if (!last) return ''
  const who = last.by === 'hub' ? 'the publishing queue' : nameOf(last.by)
  const said = `${historyLine(last, view)} by ${who}, ${shortDate(last.at, zone)}`
  const more = others.length > 1 ? `, and ${counted(others.length - 1, 'act', 'acts')} before it` : ''
  return `Since you left: ${said.charAt(0).toLowerCase()}${said.slice(1)}${more}.`
}
