/** Checks everything against everything: begun here, shown wherever one looks meanwhile, its findings in plain sentences. */
import { useState } from 'react'
import type { Failure } from '../../../shared/result.ts'
import { bridge } from '../../bridge/bridge.ts'
import { useAsk } from '../../state/ask.ts'
import { counted, shortDate } from '../../state/dates.ts'
import { useDesk } from '../../state/desk.ts'
import { jobWords } from '../../state/jobWords.ts'
import { Button } from '../../ui/Button.tsx'
import { Refusal } from '../../ui/Refusal.tsx'
import styles from './RecordScreen.module.css'

export function VerifyEverything() {
  const desk = useDesk()
  const [failure, setFailure] = useState<Failure | undefined>()
  const { value } = useAsk('jobs.list', {}, { keep: true })
  // The newest stands for itself, whoever began it and from whichever screen.
  const job = value?.jobs.find(({ kind }) => kind === 'verify')
  const isRunning = job?.state === 'running'
  const start = () => {
    if (isRunning) return
    void bridge.call('verify.start', {}).then((result) => setFailure(result.ok ? undefined : result.error))
  }
  return (
    <div className={styles.verify}>
      <Button onClick={start} aria-disabled={isRunning || undefined}>
        Check everything
      </Button>
      {isRunning ? <p>{jobWords(job)}</p> : null}
      {job && !isRunning ? (
        <p role="status">
          {job.state === 'stopped' ? 'The check was stopped.' : null}
          {job.state === 'failed' ? 'The check could not be ended. What is kept is untouched.' : null}
          {job.state === 'done' && job.notes.length === 0 ? 'Log, versions, digests and published files agree. ' : null}
          {job.state === 'done' && job.notes.length > 0 ? `${counted(job.notes.length, 'thing does', 'things do')} not agree. ` : null}
          <span className={styles.soft}>Checked {shortDate(job.startedAt, desk.zone)}.</span>
        </p>
      ) : null}
      {job && !isRunning && job.notes.length > 0 ? (
        <ul>
          {job.notes.map((note) => (
            <li key={note}>{note}</li>
          ))}
        </ul>
      ) : null}
      {failure ? <Refusal failure={failure} onClose={() => setFailure(undefined)} /> : null}
    </div>
  )
}
