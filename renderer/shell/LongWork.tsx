/** Long work under way, on every screen: its step, counts and per cent, and the way to stop it. It goes on wherever one looks. */
import { bridge } from '../bridge/bridge.ts'
import { useAsk } from '../state/ask.ts'
import { jobWords } from '../state/jobWords.ts'
import { say } from '../state/statusLine.ts'
import { Button } from '../ui/Button.tsx'
import { useFocusAfter } from '../ui/focus.ts'
import styles from './StatusLine.module.css'

export function LongWork() {
  const { value } = useAsk('jobs.list', {}, { keep: true })
  const job = value?.jobs.find(({ state }) => state === 'running')
  useFocusAfter(job !== undefined)
  if (!job) return null
  const stop = () =>
    void bridge.call('jobs.stop', { id: job.id }).then((result) => say(result.ok ? 'It stops. What was done stays.' : result.error.message))
  return (
    <>
      <p className={styles.said}>{jobWords(job)}</p>
      <Button onClick={stop}>Stop</Button>
    </>
  )
}
