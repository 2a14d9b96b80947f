/** Bringing a desk back: a backup file and its recovery code. The file is checked whole before anything is put in place. */
import { type FormEvent, useRef, useState } from 'react'
import { useQueryClient } from '@tanstack/react-query'
import { fail, type Failure, type Result } from '../../../shared/result.ts'
import { bridge } from '../../bridge/bridge.ts'
import { count } from '../../state/dates.ts'
import { Button } from '../../ui/Button.tsx'
import { TextField } from '../../ui/Field.tsx'
import { Page } from '../../ui/Page.tsx'
import { Refusal } from '../../ui/Refusal.tsx'
import styles from './FirstRun.module.css'

/** Bytes handed in at once. */
const piece = 4 * 1024 * 1024
const megabyte = 1024 * 1024

export function Restore({ onBack }: { readonly onBack: () => void }) {
  const client = useQueryClient()
  const [file, setFile] = useState<File | undefined>()
  const [code, setCode] = useState('')
  const [step, setStep] = useState('')
  const [failure, setFailure] = useState<Failure | undefined>()
  const isStopped = useRef(false)
  async function restore(): Promise<void> {
    isStopped.current = false
    const result = file
      ? await handIn(file, code, setStep, () => isStopped.current)
      : fail('invalid', 'Choose the backup file first. Nothing was changed.')
    setStep('')
    if (!result.ok) return setFailure(result.error)
    await client.invalidateQueries()
  }
  const submit = (event: FormEvent) => {
    event.preventDefault()
    setFailure(undefined)
    if (step === '') void restore()
  }
  return (
    <Page title="Restore from a backup" isNarrow>
      <form className={styles.form} onSubmit={submit} noValidate>
        <p>The desk comes back as it was when the backup was made: articles, versions, the record and its queue.</p>
        <TextField
          label="Backup file"
          type="file"
          autoFocus
          onChange={({ target }) => setFile(target.files?.[0])}
          help="It stays where it is; a copy is read."
        />
        <TextField
          label="Recovery code"
          value={code}
          maxLength={200}
          spellCheck={false}
          onChange={({ target }) => setCode(target.value)}
          help="Eight groups of four, written down when the backup was made. Capitals and hyphens do not matter."
        />
        {failure ? <Refusal failure={failure} /> : null}
        <p role="status">{step}</p>
        <div className={styles.buttons}>
          <Button
            onClick={() => {
              isStopped.current = true
              if (step === '') onBack()
            }}
          >
            {step === '' ? 'Back' : 'Stop'}
          </Button>
          <Button look="primary" type="submit" aria-disabled={step !== '' || undefined}>
            Restore
          </Button>
        </div>
      </form>
    </Page>
  )
}

async function handIn(
  file: File,
  code: string,
  say: (step: string) => void,
  isStopped: () => boolean,
): Promise<Result<{ readonly restored: true }>> {
  const upload = crypto.randomUUID()
  const total = Math.max(1, Math.ceil(file.size / megabyte))
  for (let offset = 0; offset === 0 || offset < file.size; offset += piece) {
    if (isStopped()) return fail('conflict', 'Stopped. Nothing was changed.')
    say(
      `Reading the file: ${count(Math.floor(offset / megabyte))} of ${count(total)} MB, ${Math.floor((offset * 100) / Math.max(1, file.size))} %`,
    )
    const bytes = new Uint8Array(await file.slice(offset, offset + piece).arrayBuffer())
    const sent = await bridge.call('desk.uploadBackup', { upload, offset, bytes })
    if (!sent.ok) return sent
  }
  say('Checking the file and putting the desk in its place…')
  return bridge.call('desk.restore', { upload, name: file.name, code })
}
