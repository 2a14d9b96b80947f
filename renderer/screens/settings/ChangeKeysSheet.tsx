/** Listens for the keys that a command is to have; those of another command are named and not taken. */
import { type KeyboardEvent, useState } from 'react'
import type { CommandId } from '../../../shared/contract/commands.ts'
import { capsOf, chooseKeys, commandOf, commandsOn, isNeededForWriting, pressedKeys } from '../../state/keys.ts'
import { say } from '../../state/statusLine.ts'
import { Button } from '../../ui/Button.tsx'
import { Sheet, SheetButtons } from '../../ui/Sheet.tsx'
import keyStyles from './Keys.module.css'

const holdOne = 'Hold Ctrl (on a Mac ⌘), or press a key from F1 on: others are needed for writing.'

export function ChangeKeysSheet({ command, onClose }: { readonly command: CommandId; readonly onClose: () => void }) {
  const { label } = commandOf(command)
  const [wrong, setWrong] = useState('')
  const listen = (event: KeyboardEvent) => {
    // Tab goes to the buttons, Esc closes the sheet.
    if (event.key === 'Tab' || event.key === 'Escape') return
    event.preventDefault()
    const keys = pressedKeys(event.nativeEvent)
    // A letter alone, and what AltGr makes of one, is typed; a modifier alone waits for its key.
    if (keys === '') return event.key.length === 1 ? setWrong(holdOne) : undefined
    const [other] = commandsOn(keys).filter((id) => id !== command)
    if (other) return setWrong(`${capsOf(keys)} belongs to “${commandOf(other).label}”. Take it away there first, or press others.`)
    if (!/Mod|^(Shift\+)?F\d/.test(keys)) return setWrong(holdOne)
    if (isNeededForWriting(keys)) return setWrong(`${capsOf(keys)} is needed for writing, as everywhere on this computer. Press others.`)
    chooseKeys(command, keys)
    say(`${label}: ${capsOf(keys)}.`)
    onClose()
  }
  return (
    <Sheet title={`Keys of “${label}”`} onClose={onClose}>
      <p className={keyStyles.listening} tabIndex={0} role="group" aria-label={`Press the keys for ${label}`} data-first onKeyDown={listen}>
        Press the keys that it is to have.
      </p>
      <p role="alert">{wrong}</p>
      <SheetButtons>
        <Button onClick={onClose}>Cancel</Button>
        <Button
          onClick={() => {
            chooseKeys(command, '')
            say(`${label} has no keys any more.`)
            onClose()
          }}
        >
          No keys
        </Button>
      </SheetButtons>
    </Sheet>
  )
}
