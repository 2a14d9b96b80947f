/** Every command with its keys, each to be changed, taken away or given back; single letters in lists on or off. */
import { useState } from 'react'
import { type CommandId, commands } from '../../../shared/contract/commands.ts'
import { capsOf, chooseKeys, chooseLetters, keysOf, useChosenKeys } from '../../state/keys.ts'
import { Button } from '../../ui/Button.tsx'
import { CheckField } from '../../ui/Field.tsx'
import { ChangeKeysSheet } from './ChangeKeysSheet.tsx'
import styles from './SettingsScreen.module.css'
import keyStyles from './Keys.module.css'

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
                  <Button aria-label={`Change the keys of ${label}`} onClick={() => setChanging(id)}>
                    Change…
                  </Button>
                  {chosen.keys[id] === undefined ? null : (
                    <Button look="quiet" aria-label={`Give ${label} its own keys back`} onClick={() => chooseKeys(id, undefined)}>
                      As before
                    </Button>
                  )}
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
