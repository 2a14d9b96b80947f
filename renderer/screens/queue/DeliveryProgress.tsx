/** A long delivery under way: how many files of how many, and the way to stop it. */
import type { Delivery } from '../../../shared/contract/workflow.ts'
import type { Failure } from '../../../shared/result.ts'
import { bridge } from '../../bridge/bridge.ts'
import { count } from '../../state/dates.ts'
import { say } from '../../state/statusLine.ts'
import { Button } from '../../ui/Button.tsx'
import { useFocusAfter } from '../../ui/focus.ts'
import styles from './QueueScreen.module.css'

export interface DeliveryProgressProps {
  readonly delivery: Delivery
  readonly onFailure: (failure: Failure | undefined) => void
}

export function DeliveryProgress({ delivery, onFailure }: DeliveryProgressProps) {
  const { done, total } = delivery
  useFocusAfter(true)
  const isCounted = total >= done && total > 0
  const words = isCounted
    ? `Sending: ${count(done)} of ${count(total)} files, ${Math.floor((done * 100) / total)} %`
    : `Sending: ${count(done)} files so far`
  const stop = () =>
    void bridge.call('queue.stop', {}).then((result) => {
      onFailure(result.ok ? undefined : result.error)
      if (result.ok) say('It stops after the files that are being written. What was sent stays.')
    })
  return (
    <div className={styles.progress}>
      <p id="delivery">{words}</p>
      <progress aria-labelledby="delivery" {...(isCounted ? { value: done, max: total } : {})} />
      <Button onClick={stop}>Stop</Button>
    </div>
  )
}
