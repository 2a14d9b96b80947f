/** What can be done with a line of the queue: undone, given another time, tried again, cancelled, sent again, looked at. */
import { ExternalLink } from 'lucide-react'
import { useState } from 'react'
import type { QueueRow } from '../../../shared/contract/workflow.ts'
import type { Failure } from '../../../shared/result.ts'
import { bridge } from '../../bridge/bridge.ts'
import { useAct } from '../../state/acts.ts'
import { useAsk } from '../../state/ask.ts'
import { useDesk } from '../../state/desk.ts'
import { siteAddress } from '../../state/siteAddress.ts'
import { say } from '../../state/statusLine.ts'
import { Button } from '../../ui/Button.tsx'
import { keepFocus } from '../../ui/focus.ts'
import { ActSheet } from '../acts/ActSheet.tsx'
import { actLabel } from '../acts/actLabels.ts'
import { UndoSeconds } from '../acts/UndoWindow.tsx'
import styles from './QueueScreen.module.css'

export interface QueueActsProps {
  readonly row: QueueRow
  readonly onFailure: (failure: Failure | undefined) => void
}

export function QueueActs({ row, onFailure }: QueueActsProps) {
  return row.action === 'release' ? <ReleaseActs row={row} onFailure={onFailure} /> : <EntryActs row={row} onFailure={onFailure} />
}

/** Before its release an edition is moved by acts of the table. */
function ReleaseActs({ row, onFailure }: QueueActsProps) {
  const act = useAct()
  const [asked, setAsked] = useState<'reschedule' | 'unschedule' | undefined>()
  const isLate = row.word === 'Needs you'
  const perform = (name: 'unschedule' | 'reschedule', now = false) =>
    void act({ id: row.article, act: name, now }).then((result) => {
      onFailure(result.ok ? undefined : result.error)
      if (!result.ok) return
      if (now) say(`Published: ${result.value.row.waitsFor}.`)
      keepFocus()
    })
  return (
    <span className={styles.acts}>
      {row.undoUntil ? <UndoSeconds until={row.undoUntil} onUndo={() => perform('unschedule')} /> : null}
      {isLate && !row.isHeld ? (
        <Button look="primary" onClick={() => perform('reschedule', true)}>
          Publish now
        </Button>
      ) : null}
      {row.undoUntil ? null : (
        <Button onClick={() => setAsked('reschedule')}>{isLate ? 'Choose another time…' : actLabel('reschedule')}</Button>
      )}
      {row.undoUntil ? null : (
        <Button look="quiet" onClick={() => setAsked('unschedule')}>
          {actLabel('unschedule')}
        </Button>
      )}
      {asked ? <TimeSheet act={asked} id={row.article} onClose={() => setAsked(undefined)} /> : null}
    </span>
  )
}

interface TimeSheetProps {
  readonly act: 'reschedule' | 'unschedule'
  readonly id: string
  readonly onClose: () => void
}

/** Another time, or none. */
function TimeSheet({ act: asked, id, onClose }: TimeSheetProps) {
  const { zone } = useDesk()
  const { value: view } = useAsk('articles.read', { id })
  const act = useAct()
  if (!view) return null
  return (
    <ActSheet
      act={asked}
      view={view}
      zone={zone}
      onClose={onClose}
      onPerform={async (name, said) => {
        const result = await act({ id, act: name, version: view.standingVersion, ...said })
        if (!result.ok) return result.error
        onClose()
        // What opened the sheet goes to another day with its line.
        keepFocus()
        return undefined
      }}
    />
  )
}

function EntryActs({ row, onFailure }: QueueActsProps) {
  const ask = (name: 'queue.retry' | 'queue.cancel' | 'queue.resend', done: string) => () =>
    void bridge.call(name, { id: row.id }).then((result) => {
      onFailure(result.ok ? undefined : result.error)
      if (!result.ok) return
      say(done)
      keepFocus()
    })
  return (
    <span className={styles.acts}>
      {row.word === 'Needs you' || row.state === 'retrying' ? (
        <Button onClick={ask('queue.retry', 'It is tried again.')}>Try now</Button>
      ) : null}
      {row.word === 'Waiting' ? <Button onClick={ask('queue.cancel', 'It was cancelled.')}>Cancel</Button> : null}
      {row.word === 'Live' || row.word === 'Cancelled' ? (
        <Button look="quiet" onClick={ask('queue.resend', 'It is sent again: what differs at the destination is written anew.')}>
          Send again
        </Button>
      ) : null}
      {row.word === 'Live' && row.address ? (
        <a className={styles.live} href={siteAddress(row.address)} target="_blank" rel="noreferrer">
          <ExternalLink size={15} aria-hidden="true" /> View on site
        </a>
      ) : null}
    </span>
  )
}
