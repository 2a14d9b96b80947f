/** Every command with its keys, each to be changed, taken away or given back; single letters in lists on or off. */
import { useState } from 'react'
import { type CommandId, commands } from '../../../shared/contract/commands.ts'
import { capsOf, chooseKeys, chooseLetters, commandOf, commandsOn, keysOf, ownKeys, useChosenKeys } from '../../state/keys.ts'
import { say } from '../../state/statusLine.ts'
import { Button } from '../../ui/Button.tsx'
import { CheckField } from '../../ui/Field.tsx'
import { ChangeKeysSheet } from './ChangeKeysSheet.tsx'
import styles from './SettingsScreen.module.css'
import keyStyles from './Keys.module.css'

/** A command has its own keys again, unless another was given them meanwhile: no two are on the same. */
function giveBack(id: CommandId, button: HTMLElement): void {
  const { label } = commandOf(id)
  for (const keys of ownKeys(id)) {
    const other = commandsOn(keys).find((taken) => taken !== id)
    if (other)
      return say(`${capsOf(keys)} belongs to “${commandOf(other).label}” now. Take it away there first; “${label}” keeps what it has.`)
  }
  // The button goes with what it took back.
  button.closest('tr')?.querySelector<HTMLElement>('button:last-child')?.focus()
  chooseKeys(id, undefined)
  say(`${label}: ${keysOf(id).map(capsOf).join(', ') || 'no keys'}, as before.`)
}

export function KeysForm() {
  const chosen = useChosenKeys()
  const [changing, setChanging] = useState<CommandId | undefined>()
  return (
    <>
      <div className={styles.form}>
        <p className={styles.soft}>For this computer. A browser keeps some keys for itself, such as Ctrl 1 to Ctrl 8 and Ctrl T.</p>
        <CheckField
          label="Single letters in lists: N, P, A, D, J, K, X"
          checked={chosen.letters}
          onChange={({ target }) => chooseLetters(target.checked)}
        />
        <table className={keyStyles.keys}>
          <thead>
            <tr>
              <th scope="col">Command</th>
              <th scope="col">Keys</th>
              <th scope="col">
                <span className="visually-hidden">What can be done</span>
              </th>
            </tr>
          </thead>
          <tbody>
            {commands.map(({ id, label }) => (
              <tr key={id}>
                <th scope="row">{label}</th>
                <td>
                  {keysOf(id).length === 0 ? <span className={styles.soft}>none</span> : null}
                  {keysOf(id).map((keys) => (
                    <kbd key={keys}>{capsOf(keys)}</kbd>
                  ))}
                </td>
                <td className={keyStyles.keyActs}>
                  {chosen.keys[id] === undefined ? null : (
                    <Button look="quiet" aria-label={`As before: ${label}`} onClick={({ currentTarget }) => giveBack(id, currentTarget)}>
                      As before
                    </Button>
                  )}
                  <Button aria-label={`Change the keys of ${label}`} onClick={() => setChanging(id)}>
                    Change…
                  </Button>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {changing ? <ChangeKeysSheet command={changing} onClose={() => setChanging(undefined)} /> : null}
    </>
  )
}
