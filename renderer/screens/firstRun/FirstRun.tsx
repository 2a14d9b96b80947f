/** First run: begin a desk, join one, or look round a sample. */
import { useQueryClient } from '@tanstack/react-query'
import { type FormEvent, useEffect, useRef, useState } from 'react'
import type { Output } from '../../../shared/contract/contract.ts'
import type { Failure, Result } from '../../../shared/result.ts'
import { bridge } from '../../bridge/bridge.ts'
import { showBeginning } from '../../state/beginning.ts'
import { Button } from '../../ui/Button.tsx'
import { TextField } from '../../ui/Field.tsx'
import { keepFocus } from '../../ui/focus.ts'
import { Page } from '../../ui/Page.tsx'
import { Refusal } from '../../ui/Refusal.tsx'
import styles from './FirstRun.module.css'

type Step = 'choose' | 'begin' | 'join'
type Shape = 'justMe' | 'twoOfUs' | 'aDesk'

const shapes: readonly { readonly id: Shape; readonly label: string; readonly words: string }[] = [
  { id: 'justMe', label: 'Just me', words: 'You write, and publish without a second pair of eyes; each edition says so in its record.' },
  { id: 'twoOfUs', label: 'Two of us', words: 'Each reads what the other wrote. Add the second person under Settings.' },
  { id: 'aDesk', label: 'A desk', words: 'Writers, editors and publishers, each with rights of their own.' },
]

export function FirstRun() {
  const [step, setStep] = useState<Step>('choose')
  const [failure, setFailure] = useState<Failure | undefined>()
  const [isBusy, setBusy] = useState(false)
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
          onBegin={(input) => void open(bridge.call('desk.begin', input))}
          onBack={() => setStep('choose')}
        />
      ) : null}
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

interface BeginProps {
  readonly isBusy: boolean
  readonly failure: Failure | undefined
  readonly onBegin: (input: { publication: string; name: string; shape: Shape }) => void
  readonly onBack: () => void
}

function Begin({ isBusy, failure, onBegin, onBack }: BeginProps) {
  const [publication, setPublication] = useState('Lord’s Press')
  const [name, setName] = useState('')
  const [shape, setShape] = useState<Shape>('justMe')
  const [wrong, setWrong] = useState('')
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (publication.trim() === '') return setWrong('The newspaper needs a name.')
    if (!isBusy) onBegin({ publication: publication.trim(), name: name.trim(), shape })
  }
  return (
    <Page title="Begin a desk" isNarrow>
      <form className={styles.form} onSubmit={submit} noValidate>
        <TextField
          label="Name of the newspaper"
          value={publication}
          maxLength={80}
          wrong={wrong || undefined}
          autoFocus
          onChange={(event) => setPublication(event.target.value)}
        />
        <TextField
          label="Your name or pen name"
          value={name}
          maxLength={120}
          onChange={(event) => setName(event.target.value)}
          help="Seen at this desk only. May be left blank: you are then “The editor”."
        />
        <fieldset className={styles.shapes}>
          <legend>Who works here</legend>
          {shapes.map(({ id, label, words }) => (
            <label key={id}>
              <input type="radio" name="shape" value={id} checked={shape === id} onChange={() => setShape(id)} />
              <span>
                <strong>{label}</strong>
                <span className={styles.words}>{words}</span>
              </span>
            </label>
          ))}
        </fieldset>
        {failure ? <Refusal failure={failure} /> : null}
        <div className={styles.buttons}>
          <Button onClick={onBack}>Back</Button>
          <Button look="primary" type="submit" aria-disabled={isBusy || undefined}>
            Begin
          </Button>
        </div>
      </form>
    </Page>
  )
}
