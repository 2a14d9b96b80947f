/** The recovery code of a new backup, shown this once: two of its groups are typed back before the sheet closes. [SE6] */
import { type FormEvent, useState } from 'react'
import type { Output } from '../../../shared/contract/contract.ts'
import { plainCode } from '../../../shared/desk/recoveryCode.ts'
import { bridge } from '../../bridge/bridge.ts'
import { say } from '../../state/statusLine.ts'
import { Button } from '../../ui/Button.tsx'
import { TextField } from '../../ui/Field.tsx'
import { Sheet, SheetButtons } from '../../ui/Sheet.tsx'
import styles from './RecoveryCodeSheet.module.css'

interface RecoveryCodeSheetProps {
  readonly made: Output<'backups.make'>
  readonly onClose: () => void
}

export function RecoveryCodeSheet({ made, onClose }: RecoveryCodeSheetProps) {
  const groups = made.recoveryCode.split('-')
  const [asked] = useState(() => twoOf(groups.length))
  const [typed, setTyped] = useState<Readonly<Record<number, string>>>({})
  const [wrong, setWrong] = useState<readonly number[]>([])
  const [sentence, setSentence] = useState('')

  function done(event: FormEvent): void {
    event.preventDefault()
    const unlike = asked.filter((index) => plainCode(typed[index] ?? '') !== groups[index])
    setWrong(unlike)
    if (unlike.length > 0) return
    say('The backup is made.')
    onClose()
  }
  async function giveUp(): Promise<void> {
    const removed = await bridge.call('backups.giveUp', { backup: made.backup })
    if (!removed.ok) return setSentence(removed.error.message)
    say('The backup was removed.')
    onClose()
  }

  return (
    <Sheet
      title="Write down the recovery code"
      onClose={() =>
        setSentence('Nobody can open the backup without this code, and it is not shown again. Write it down, or remove the backup.')
      }
    >
      <form onSubmit={done} noValidate>
        <p>
          It opens <span className={styles.file}>{made.name}</span>, is shown this once and kept nowhere. Write it on paper, and keep the
          paper apart from the file.
        </p>
        <ol className={styles.groups} aria-label="Recovery code">
          {groups.map((group, index) => (
            <li key={index}>{group}</li>
          ))}
        </ol>
        <p>From the paper, type two of its groups:</p>
        <div className={styles.typed}>
          {asked.map((index, place) => (
            <TextField
              key={index}
              label={`Group ${index + 1}`}
              value={typed[index] ?? ''}
              maxLength={12}
              spellCheck={false}
              autoCapitalize="characters"
              wrong={wrong.includes(index) ? 'This is not what stands above. Look at the paper again.' : undefined}
              onChange={({ target }) => setTyped({ ...typed, [index]: target.value })}
              {...(place === 0 ? { 'data-first': true } : {})}
            />
          ))}
        </div>
        {sentence === '' ? null : <p role="alert">{sentence}</p>}
        <SheetButtons>
          <Button onClick={() => void giveUp()}>Remove the backup</Button>
          <Button look="primary" type="submit">
            It is written down
          </Button>
        </SheetButtons>
      </form>
    </Sheet>
  )
}

/** Two different groups, in order. */
function twoOf(length: number): readonly [number, number] {
  const [one = 0, other = 1] = crypto.getRandomValues(new Uint32Array(2))
  const first = one % length
  const second = (first + 1 + (other % (length - 1))) % length
  return first < second ? [first, second] : [second, first]
}
