/** Backups: where they go, making one, what lies there already. */
import { useQueryClient } from '@tanstack/react-query'
import { type FormEvent, useRef, useState } from 'react'
import type { Output } from '../../../shared/contract/contract.ts'
import type { Failure } from '../../../shared/result.ts'
import { bridge } from '../../bridge/bridge.ts'
import { useAsk } from '../../state/ask.ts'
import { count, shortDate } from '../../state/dates.ts'
import { useDesk, useHasRole } from '../../state/desk.ts'
import { jobWords } from '../../state/jobWords.ts'
import { readStored, store } from '../../state/stored.ts'
import { Button } from '../../ui/Button.tsx'
import { TextField } from '../../ui/Field.tsx'
import { Refusal } from '../../ui/Refusal.tsx'
import { RecoveryCodeSheet } from './RecoveryCodeSheet.tsx'
import styles from './SettingsScreen.module.css'
import backupStyles from './Backups.module.css'

/** Where this browser keeps the folder that was named last. */
const folderKey = 'backupFolder'

function storedFolder(): string {
  const stored = readStored(folderKey)
  return typeof stored === 'string' ? stored : ''
}

export function Backups() {
  const mayMake = useHasRole('administrator')
  return (
    <>
      <p className={styles.soft}>
        A backup is one file with everything of this desk, encrypted: articles, versions, the record and its queue. Its recovery code opens
        it, and nothing else does.
      </p>
      {mayMake ? <MakeBackup /> : <p className={styles.soft}>An administrator makes one here.</p>}
      <p className={styles.soft}>
        To bring one back, start Chancery with a data folder that holds no desk, and choose <em>Restore from a backup</em> on its first
        screen.
      </p>
    </>
  )
}

function MakeBackup() {
  const client = useQueryClient()
  const [folder, setFolder] = useState(storedFolder)
  /** The folder that is looked into: not every letter of a path is one. */
  const [lookedInto, setLookedInto] = useState(folder)
  const [failure, setFailure] = useState<Failure | undefined>()
  const [made, setMade] = useState<Output<'backups.make'> | undefined>()
  const { value: known } = useAsk('jobs.list', {}, { keep: true })
  const job = known?.jobs.find(({ kind, state }) => kind === 'backup' && state === 'running')
  // A double click means one backup.
  const isUnderWay = useRef(false)
  const lookAgain = () => client.invalidateQueries({ queryKey: ['backups.list'] })

  function look(): void {
    setLookedInto(folder.trim())
    store(folderKey, folder.trim())
  }
  async function make(event: FormEvent): Promise<void> {
    event.preventDefault()
    if (isUnderWay.current) return
    if (folder.trim() === '') return setFailure({ code: 'invalid', message: 'Name a folder first. No backup was made.' })
    isUnderWay.current = true
    setFailure(undefined)
    look()
    const answer = await bridge.call('backups.make', { folder: folder.trim() })
    isUnderWay.current = false
    if (!answer.ok) return setFailure(answer.error)
    setMade(answer.value)
    await lookAgain()
  }

  return (
    <>
      <form className={styles.form} onSubmit={(event) => void make(event)} noValidate>
        <TextField
          label="Folder"
          value={folder}
          maxLength={1000}
          spellCheck={false}
          onChange={({ target }) => setFolder(target.value)}
          onBlur={look}
          help="The whole path, best on another disk, such as a stick that is kept elsewhere. It is remembered on this computer."
        />
        {failure ? <Refusal failure={failure} onClose={() => setFailure(undefined)} /> : null}
        <div className={styles.buttons}>
          <Button look="primary" type="submit" aria-disabled={job !== undefined || undefined}>
            Make a backup
          </Button>
        </div>
        {job ? <p>{jobWords(job)}</p> : null}
      </form>
      {/* Why nothing can be made there is why nothing can be listed. */}
      {lookedInto === '' || failure ? null : <KeptBackups folder={lookedInto} />}
      {made ? (
        <RecoveryCodeSheet
          made={made}
          onClose={() => {
            setMade(undefined)
            void lookAgain()
          }}
        />
      ) : null}
    </>
  )
}

function KeptBackups({ folder }: { readonly folder: string }) {
  const { zone } = useDesk()
  const { value, failure } = useAsk('backups.list', { folder })
  if (failure) return <p className={styles.soft}>{failure.message}</p>
  if (!value) return null
  if (value.backups.length === 0) return <p className={styles.soft}>No backup lies in this folder yet.</p>
  return (
    <table className={backupStyles.backups}>
      <caption>In this folder</caption>
      <thead>
        <tr>
          <th scope="col">Made</th>
          <th scope="col">File</th>
          <th scope="col">Size</th>
        </tr>
      </thead>
      <tbody>
        {value.backups.map(({ name, madeAt, size }) => (
          <tr key={name}>
            <td>{shortDate(madeAt, zone)}</td>
            <td dir="auto">{name}</td>
            <td>{sizeWords(size)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function sizeWords(bytes: number): string {
  return bytes < 1024 * 1024 ? `${count(Math.ceil(bytes / 1024))} kB` : `${count(Math.round(bytes / 1024 / 1024))} MB`
}
