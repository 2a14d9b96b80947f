/** First run: begin a desk, join one, bring one back, or look round a sample. */
import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useRef, useState } from 'react'
import { useLocation } from 'wouter'
import type { Output } from '../../../shared/contract/contract.ts'
import type { Failure, Result } from '../../../shared/result.ts'
import { bridge } from '../../bridge/bridge.ts'
import { showBeginning } from '../../state/beginning.ts'
import { beginSettingUp } from '../../state/settingUp.ts'
import { Button } from '../../ui/Button.tsx'
import { keepFocus } from '../../ui/focus.ts'
import { Page } from '../../ui/Page.tsx'
import { Refusal } from '../../ui/Refusal.tsx'
import { Begin } from './Begin.tsx'
import styles from './FirstRun.module.css'
import { Restore } from './Restore.tsx'

type Step = 'choose' | 'begin' | 'join' | 'restore'

export function FirstRun() {
  const [step, setStep] = useState<Step>('choose')
  const [failure, setFailure] = useState<Failure | undefined>()
  const [isBusy, setBusy] = useState(false)
  const [, go] = useLocation()
  const client = useQueryClient()
  const shown = useRef(step)
  useEffect(() => {
    if (shown.current !== step) keepFocus()
    shown.current = step
  }, [step])

  async function open(begin: Promise<Result<Output<'desk.begin'>>>): Promise<void> {
    setBusy(true)
    showBeginning(true)
    setFailure(undefined)
    const result = await begin
    setBusy(false)
    if (result.ok) client.setQueryData(['desk.status', {}], result)
    else setFailure(result.error)
    showBeginning(false)
  }

  return (
    <main tabIndex={-1}>
      {step === 'choose' ? (
        <Page title="Welcome to Chancery" isNarrow>
          <p>
            The editorial workstation of a journal of record. Everything you write stays on this computer, encrypted, until you publish it.
          </p>
          <ul role="list" className={styles.ways}>
            <li>
              <Button look="primary" onClick={() => setStep('begin')}>
                Begin a desk
              </Button>
              <p>A newspaper of your own, on this computer.</p>
            </li>
            <li>
              <Button onClick={() => setStep('join')}>Join a desk</Button>
              <p>One that somebody else began.</p>
            </li>
            <li>
              <Button onClick={() => setStep('restore')}>Restore from a backup</Button>
              <p>From a backup file, with its recovery code.</p>
            </li>
            <li>
              <Button onClick={() => void open(bridge.call('desk.beginSample', {}))} aria-disabled={isBusy || undefined}>
                Look round a sample desk
              </Button>
              <p>A small paper with work in every state, to try everything on.</p>
            </li>
          </ul>
          {isBusy ? <p role="status">Making the desk…</p> : null}
          {failure ? <Refusal failure={failure} /> : null}
        </Page>
      ) : null}
      {step === 'begin' ? (
        <Begin
          isBusy={isBusy}
          failure={failure}
          onBegin={(input) =>
            void open(
              bridge.call('desk.begin', input).then((result) => {
                if (result.ok) {
                  beginSettingUp()
                  go('/setup', { replace: true })
                }
                return result
              }),
            )
          }
          onBack={() => setStep('choose')}
        />
      ) : null}
      {step === 'restore' ? <Restore onBack={() => setStep('choose')} /> : null}
      {step === 'join' ? (
        <Page title="Join a desk" isNarrow>
          <p>
            Joining needs a hub that several computers can reach. This version keeps a desk on one computer, where several people can sit
            down one after another or in two windows. Ask whoever began the desk to let you sit down there.
          </p>
          <div className={styles.buttons}>
            <Button onClick={() => setStep('choose')}>Back</Button>
          </div>
        </Page>
      ) : null}
    </main>
  )
}
