/** What is done with several pieces at once: each act names how many, and is taken back as one. */
import { useState } from 'react'
import type { ArticleRow } from '../../../shared/contract/articles.ts'
import type { Failure } from '../../../shared/result.ts'
import { bridge } from '../../bridge/bridge.ts'
import { counted } from '../../state/dates.ts'
import { say } from '../../state/statusLine.ts'
import { Button } from '../../ui/Button.tsx'
import { keepFocus } from '../../ui/focus.ts'
import styles from './DeskScreen.module.css'

export interface BulkActsProps {
  readonly rows: readonly ArticleRow[]
  /** When nothing is to be chosen any more. */
  readonly onDone: () => void
  readonly onFailure: (failure: Failure | undefined) => void
}

/** States that a piece can be spiked from. */
const unpublished: readonly ArticleRow['state'][] = ['draft', 'in_review', 'changes_requested', 'approved']

export function BulkActs({ rows, onDone, onFailure }: BulkActsProps) {
  const [isBusy, setBusy] = useState(false)
  const spikeable = rows.filter(({ state }) => unpublished.includes(state))
  const spiked = rows.filter(({ state }) => state === 'spiked')
  async function perform(act: 'spike' | 'unspike', on: readonly ArticleRow[]): Promise<void> {
    if (isBusy) return
    setBusy(true)
    const { done, refused } = await each(act, on)
    setBusy(false)
    onFailure(refused)
    onDone()
    const words = act === 'spike' ? 'set aside' : 'brought back'
    say(
      `${counted(done.length, 'piece', 'pieces')} ${words}.`,
      done.length > 0 ? () => void each(act === 'spike' ? 'unspike' : 'spike', done).then(() => say('It is as it was before.')) : undefined,
    )
    keepFocus()
  }
  return (
    <section className={styles.bulk} aria-label="Chosen pieces" data-pane>
      <p role="status">{counted(rows.length, 'piece is', 'pieces are')} chosen.</p>
      {spikeable.length > 0 ? <Button onClick={() => void perform('spike', spikeable)}>Spike {spikeable.length}</Button> : null}
      {spiked.length > 0 ? <Button onClick={() => void perform('unspike', spiked)}>Unspike {spiked.length}</Button> : null}
      <Button look="quiet" onClick={onDone}>
        Choose none
      </Button>
    </section>
  )
}

/** One after another; the refusals together, each with its headline. */
async function each(
  act: 'spike' | 'unspike',
  rows: readonly ArticleRow[],
): Promise<{ readonly done: readonly ArticleRow[]; readonly refused: Failure | undefined }> {
  const done: ArticleRow[] = []
  const refusals: string[] = []
  for (const row of rows) {
    const result = await bridge.call('workflow.act', { id: row.id, act })
    if (result.ok) done.push(row)
    else refusals.push(`“${row.headline || 'Untitled'}”: ${result.error.message}`)
  }
  const message = `${counted(refusals.length, 'piece was', 'pieces were')} left as before. ${refusals.join(' ')}`
  return { done, refused: refusals.length > 0 ? { code: 'notAllowed', message } : undefined }
}
