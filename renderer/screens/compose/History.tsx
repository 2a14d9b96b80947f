/** The history of an article: every act with who and when, and its kept versions, each to be compared with the text as it stands. */
import { useState } from 'react'
import type { ArticleView } from '../../../shared/contract/articles.ts'
import { historyLine } from '../../../shared/desk/historyLine.ts'
import { shortDate } from '../../state/dates.ts'
import { nameOf, useDesk } from '../../state/desk.ts'
import { Button } from '../../ui/Button.tsx'
import { CompareSheet } from './CompareSheet.tsx'
import styles from './History.module.css'

export interface HistoryProps {
  readonly view: ArticleView
  /** Name of a version that is compared at once. */
  readonly opened?: string
  /** Number of the line that somebody was sent to. */
  readonly marked?: number
}

export function History({ view, opened = '', marked }: HistoryProps) {
  const desk = useDesk()
  const [compared, setCompared] = useState(opened)
  return (
    <div className={styles.history}>
      <h2>Versions</h2>
      {view.versions.length === 0 ? <p className={styles.soft}>None yet. Submitting keeps one, and so does “Keep a version”.</p> : null}
      <ul role="list">
        {view.versions.toReversed().map((version) => (
          <li key={version.hash}>
            <strong>Version {version.n}</strong>
            {version.label ? `, ${version.label}` : ''}
            <span className={styles.soft}>
              {nameOf(desk, version.by)} · {shortDate(version.at, desk.zone)}
            </span>
            <Button look="quiet" onClick={() => setCompared(version.hash)}>
              Compare with the text now
            </Button>
          </li>
        ))}
      </ul>
      <h2>What happened</h2>
      {view.history.length === 0 ? <p className={styles.soft}>Nothing yet.</p> : null}
      <ul role="list">
        {view.history.toReversed().map((entry) => (
          <li
            key={entry.seq}
            ref={entry.seq === marked ? scrolledTo : undefined}
            className={entry.seq === marked ? styles.marked : undefined}
          >
            <strong>{historyLine(entry, view)}</strong>
            <span className={styles.soft}>
              {entry.by === 'hub' ? 'The publishing queue' : nameOf(desk, entry.by)} · {shortDate(entry.at, desk.zone)}
            </span>
            {entry.sameComputer ? <span className={styles.soft}>On the computer where it was submitted</span> : null}
            {entry.note ? <q className={styles.note}>{entry.note}</q> : null}
          </li>
        ))}
      </ul>
      {compared ? <CompareSheet view={view} version={compared} onClose={() => setCompared('')} /> : null}
    </div>
  )
}

function scrolledTo(line: HTMLElement | null): void {
  line?.scrollIntoView({ block: 'center' })
}
