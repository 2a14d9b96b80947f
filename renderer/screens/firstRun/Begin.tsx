/** Beginning a desk: what the newspaper is called, who begins it, how many work there. */
import { type FormEvent, useRef, useState } from 'react'
import type { Failure } from '../../../shared/result.ts'
import { Button } from '../../ui/Button.tsx'
import { TextField } from '../../ui/Field.tsx'
import { Page } from '../../ui/Page.tsx'
import { Refusal } from '../../ui/Refusal.tsx'
import styles from './FirstRun.module.css'

type Shape = 'justMe' | 'twoOfUs' | 'aDesk'

const shapes: readonly { readonly id: Shape; readonly label: string; readonly words: string }[] = [
  { id: 'justMe', label: 'Just me', words: 'You write, and publish without a second pair of eyes; each edition says so in its record.' },
  { id: 'twoOfUs', label: 'Two of us', words: 'Each reads what the other wrote. Add the second person when setting up.' },
  {
    id: 'aDesk',
    label: 'A desk',
    words:
      'Writers, editors and publishers, each with rights of their own. You begin with every role but those of writer and checker, and can take them too when setting up.',
  },
]

export interface BeginProps {
  readonly isBusy: boolean
  readonly failure: Failure | undefined
  readonly onBegin: (input: { publication: string; name: string; shape: Shape }) => void
  readonly onBack: () => void
}

export function Begin({ isBusy, failure, onBegin, onBack }: BeginProps) {
  const [publication, setPublication] = useState('')
  const [name, setName] = useState('')
  const [shape, setShape] = useState<Shape>('justMe')
  const [wrong, setWrong] = useState('')
  const named = useRef<HTMLInputElement>(null)
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (publication.trim() === '') {
      named.current?.focus()
      return setWrong('The newspaper needs a name.')
    }
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
          help="It stands at the head of every page. It can be changed later."
          autoFocus
          ref={named}
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
