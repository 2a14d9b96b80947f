/** The Queue: what goes out, what is out, what needs somebody; problems first. */
import { useState } from 'react'
import { Link } from 'wouter'
import type { QueueRow } from '../../../shared/contract/workflow.ts'
import type { Failure } from '../../../shared/result.ts'
import { useAsk } from '../../state/ask.ts'
import { dayHeading, dayKey, timeOfDay, timeUntil } from '../../state/dates.ts'
import { useDesk } from '../../state/desk.ts'
import { usePages } from '../../state/pages.ts'
import { useSteady } from '../../state/steady.ts'
import { Button } from '../../ui/Button.tsx'
import { Page } from '../../ui/Page.tsx'
import { Refusal } from '../../ui/Refusal.tsx'
import { cityOf, clockChangeOn } from '../acts/scheduleWords.ts'
import { DeliveryProgress } from './DeliveryProgress.tsx'
import { NothingOnItsWay } from './NothingOnItsWay.tsx'
import { QueueActs } from './QueueActs.tsx'
import { QueueParts } from './QueueParts.tsx'
import styles from './QueueScreen.module.css'
import { ReadyToSend, useReadyToSend } from './ReadyToSend.tsx'
import { ToDecide, useToDecide } from './ToDecide.tsx'

export function QueueScreen() {
  const desk = useDesk()
  const { pages: found, failure, more } = usePages('queue.list', {})
  const { value: sending } = useAsk('queue.delivery', {})
  // With how far a delivery has come, which stands above the list.
  const [{ pages, ready, toDecide, delivery }, aim] = useSteady({
    pages: found,
    ready: useReadyToSend(),
    toDecide: useToDecide(),
    delivery: sending?.delivery ?? undefined,
  })
  const [refused, setRefused] = useState<Failure | undefined>()
  const entries = pages?.flatMap((page) => page.entries) ?? []
  const overdue = pages?.[0]?.overdue ?? 0
  const problems = entries.filter(({ word }) => word === 'Needs you')
  const toCome = entries.filter(({ word }) => word === 'Waiting' || word === 'Sending').toSorted((a, b) => a.at.localeCompare(b.at))
  const out = entries
    .filter(({ word }) => word !== 'Needs you' && word !== 'Waiting' && word !== 'Sending')
    .toSorted((a, b) => b.at.localeCompare(a.at))
  const hasAhead = toCome.length + problems.length > 0
  return (
    <Page title="Publishing queue" subtitle={`On the clock of ${cityOf(desk.zone)}.`} actions={<QueueParts />}>
      {overdue > 0 ? (
        <p className={styles.overdue} role="alert">
          {overdue === 1
            ? 'One edition is overdue. It stands below with what holds it up.'
            : `${overdue} editions are overdue. They stand below with what holds them up.`}
        </p>
      ) : null}
      {delivery ? <DeliveryProgress delivery={delivery} onFailure={setRefused} /> : null}
      {failure ? <Refusal failure={failure} /> : null}
      {refused ? <Refusal failure={refused} onClose={() => setRefused(undefined)} /> : null}
      <div {...aim}>
        <ToDecide rows={toDecide} />
        <ReadyToSend rows={ready} />
        {pages && entries.length === 0 ? <NothingOnItsWay /> : null}
        {problems.length > 0 ? <Day heading="Needs you" rows={problems} zone={desk.zone} onFailure={setRefused} /> : null}
        {byDay(toCome, desk.zone).map(({ key, rows }) => (
          <Day
            key={`to come ${key}`}
            heading={dayHeading(rows[0]?.at ?? '', desk.zone)}
            clocks={clockChangeOn(key, desk.zone)}
            rows={rows}
            zone={desk.zone}
            onFailure={setRefused}
          />
        ))}
        {out.length > 0 && hasAhead ? <h2 className={styles.out}>Gone out</h2> : null}
        {byDay(out, desk.zone).map(({ key, rows }) => (
          <Day
            key={key}
            isBelow={hasAhead}
            heading={dayHeading(rows[0]?.at ?? '', desk.zone)}
            rows={rows}
            zone={desk.zone}
            onFailure={setRefused}
          />
        ))}
      </div>
      {more ? <Button onClick={more}>Show earlier</Button> : null}
    </Page>
  )
}

/** The rows of each day together, in the order they come in. */
function byDay(rows: readonly QueueRow[], zone: string): readonly { readonly key: string; readonly rows: readonly QueueRow[] }[] {
  const days = new Map<string, QueueRow[]>()
  for (const row of rows) {
    const key = dayKey(row.at, zone)
    days.set(key, [...(days.get(key) ?? []), row])
  }
  return [...days].map(([key, found]) => ({ key, rows: found }))
}

interface DayProps {
  /** Below another heading. */
  readonly isBelow?: boolean
  readonly heading: string
  /** What the clocks do that day. */
  readonly clocks?: string
  readonly rows: readonly QueueRow[]
  readonly zone: string
  readonly onFailure: (failure: Failure | undefined) => void
}

function Day({ heading, clocks, rows, zone, onFailure, isBelow }: DayProps) {
  const Heading = isBelow ? 'h3' : 'h2'
  return (
    <section className={styles.day} aria-label={heading}>
      <Heading>
        {heading}
        {clocks ? <span className={styles.clocks}> {clocks}</span> : null}
      </Heading>
      <ul role="list">
        {rows.map((row) => (
          <li key={row.id} className={styles.row}>
            <span className={styles.time}>{timeOfDay(row.at, zone)}</span>
            <div>
              {row.article ? (
                <Link href={`/compose/${row.article}`} className={styles.headline} dir="auto">
                  {row.headline || 'Untitled'}
                </Link>
              ) : (
                <span className={styles.headline} dir="auto">
                  {row.headline}
                </span>
              )}
              <p className={styles.detail}>
                <strong className={row.word === 'Needs you' ? styles.bad : row.word === 'Live' ? styles.good : ''}>{row.word}</strong>
                {row.action === 'release' && row.word === 'Waiting' && !row.undoUntil ? ` ${timeUntil(row.at, new Date())}` : ''}
                {row.edition > 0 ? ` · edition ${row.edition}` : ''} · {row.destination}
                {row.detail ? ` · ${row.detail}` : ''}
              </p>
              <details className={styles.exact}>
                <summary aria-label={`Exactly: ${row.headline || 'Untitled'}`}>Exactly</summary>
                <p>{row.exact}</p>
              </details>
            </div>
            <QueueActs row={row} onFailure={onFailure} />
          </li>
        ))}
      </ul>
    </section>
  )
}
