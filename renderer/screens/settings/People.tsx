/** People and roles: who is at the desk, what each may do, adding somebody, calling somebody by another name. */
import { type FormEvent, useRef, useState } from 'react'
import { type Person, type Role, roles } from '../../../shared/desk/person.ts'
import type { Failure } from '../../../shared/result.ts'
import { bridge } from '../../bridge/bridge.ts'
import { roleNames } from '../../shell/WhoIsHere.tsx'
import { useDesk } from '../../state/desk.ts'
import { say } from '../../state/statusLine.ts'
import { Button } from '../../ui/Button.tsx'
import { CheckField, TextField } from '../../ui/Field.tsx'
import { Refusal } from '../../ui/Refusal.tsx'
import { RenameSheet } from './RenameSheet.tsx'
import styles from './SettingsScreen.module.css'

export function People() {
  const desk = useDesk()
  const [failure, setFailure] = useState<Failure | undefined>()
  const [renaming, setRenaming] = useState<Person | undefined>()
  return (
    <>
      {failure ? <Refusal failure={failure} onClose={() => setFailure(undefined)} /> : null}
      <ul role="list" className={styles.people}>
        {desk.people.map((person) => (
          <li key={person.id}>
            <fieldset>
              <legend dir="auto">{person.name}</legend>
              <Roles person={person} onFailure={setFailure} />
              <Button look="quiet" onClick={() => setRenaming(person)}>
                Rename…
              </Button>
            </fieldset>
          </li>
        ))}
      </ul>
      <AddPerson onFailure={setFailure} />
      {renaming ? <RenameSheet person={renaming} onClose={() => setRenaming(undefined)} /> : null}
    </>
  )
}

const usualRoles: readonly Role[] = ['writer']

const wanting = (message: string): Failure => ({ code: 'invalid', message })

type OnFailure = (failure: Failure | undefined) => void

function Roles({ person, onFailure }: { readonly person: Person; readonly onFailure: OnFailure }) {
  const change = (role: Role, isHeld: boolean) => {
    const wanted = isHeld ? [...person.roles, role] : person.roles.filter((held) => held !== role)
    void bridge.call('people.setRoles', { id: person.id, roles: wanted }).then((result) => onFailure(result.ok ? undefined : result.error))
  }
  return (
    <div className={styles.roles}>
      {roles.map((role) => (
        <CheckField
          key={role}
          label={roleNames[role]}
          checked={person.roles.includes(role)}
          onChange={(event) => change(role, event.target.checked)}
        />
      ))}
    </div>
  )
}

function AddPerson({ onFailure }: { readonly onFailure: OnFailure }) {
  const [name, setName] = useState('')
  const [chosen, setChosen] = useState<readonly Role[]>(usualRoles)
  // A double click means one person.
  const isUnderWay = useRef(false)
  async function add(event: FormEvent): Promise<void> {
    event.preventDefault()
    if (isUnderWay.current) return
    if (name.trim() === '') return onFailure(wanting('A person needs a name. Nobody was added.'))
    if (chosen.length === 0) return onFailure(wanting('A person needs at least one role. Nobody was added.'))
    isUnderWay.current = true
    const result = await bridge.call('people.add', { name, roles: [...chosen] })
    isUnderWay.current = false
    if (!result.ok) return onFailure(result.error)
    onFailure(undefined)
    setName('')
    // What one person may do is not meant for the next.
    setChosen(usualRoles)
    say(`${result.value.name} was added.`)
  }
  return (
    <form className={styles.form} onSubmit={(event) => void add(event)} noValidate>
      <h2>Add somebody</h2>
      <TextField
        label="Name"
        value={name}
        maxLength={120}
        onChange={(event) => setName(event.target.value)}
        help="As colleagues call them; readers never see it."
      />
      <fieldset>
        <legend>Roles</legend>
        <div className={styles.roles}>
          {roles.map((role) => (
            <CheckField
              key={role}
              label={roleNames[role]}
              checked={chosen.includes(role)}
              onChange={(event) => setChosen(event.target.checked ? [...chosen, role] : chosen.filter((other) => other !== role))}
            />
          ))}
        </div>
      </fieldset>
      <div className={styles.buttons}>
        <Button look="primary" type="submit">
          Add person
        </Button>
      </div>
    </form>
  )
}
