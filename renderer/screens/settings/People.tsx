/** People and roles: who is at the desk, what each may do, adding somebody, calling somebody by another name. */
import { type FormEvent, useRef, useState } from 'react'
import { isAtDesk, type Person, type Role, roles } from '../../../shared/desk/person.ts'
import type { Failure } from '../../../shared/result.ts'
import { bridge } from '../../bridge/bridge.ts'
import { roleNames, rolesInWords } from '../../shell/WhoIsHere.tsx'
import { useDesk, useHasRole } from '../../state/desk.ts'
import { say } from '../../state/statusLine.ts'
import { Button, type ButtonLook } from '../../ui/Button.tsx'
import { CheckField, TextField } from '../../ui/Field.tsx'
import { Refusal } from '../../ui/Refusal.tsx'
import { LeavingSheet, WhoHasLeft } from './Leaving.tsx'
import { RenameSheet } from './RenameSheet.tsx'
import styles from './SettingsScreen.module.css'
import peopleStyles from './People.module.css'
import { WhatRolesMay } from './WhatRolesMay.tsx'

/** `isWithin`: on a screen whose own button is the one that stands out. */
export function People({ isWithin = false }: { readonly isWithin?: boolean }) {
  const desk = useDesk()
  const [failure, setFailure] = useState<Failure | undefined>()
  const [renaming, setRenaming] = useState<Person | undefined>()
  const [leaving, setLeaving] = useState<Person | undefined>()
  const mayGiveRoles = useHasRole('administrator')
  return (
    <>
      {mayGiveRoles ? null : (
        <div>
          <p className={styles.soft}>An administrator adds people and says what each may do; your own name you can change.</p>
          <WhatRolesMay />
        </div>
      )}
      {failure ? <Refusal failure={failure} onClose={() => setFailure(undefined)} /> : null}
      <ul role="list" className={peopleStyles.people}>
        {desk.people.filter(isAtDesk).map((person) => (
          <li key={person.id}>
            <fieldset>
              <legend dir="auto">{person.name}</legend>
              {mayGiveRoles ? (
                <Roles person={person} onFailure={setFailure} />
              ) : (
                <p className={styles.soft}>{rolesInWords(person.roles)}</p>
              )}
              {mayGiveRoles || person.id === desk.person?.id ? (
                <div className={styles.acts}>
                  <Button onClick={() => setRenaming(person)}>Rename…</Button>
                  {mayGiveRoles ? <Button onClick={() => setLeaving(person)}>Has left…</Button> : null}
                </div>
              ) : null}
            </fieldset>
          </li>
        ))}
      </ul>
      <WhoHasLeft onFailure={setFailure} />
      {mayGiveRoles ? <AddPerson onFailure={setFailure} look={isWithin ? 'plain' : 'primary'} /> : null}
      {renaming ? <RenameSheet person={renaming} onClose={() => setRenaming(undefined)} /> : null}
      {leaving ? <LeavingSheet person={leaving} onClose={() => setLeaving(undefined)} /> : null}
    </>
  )
}

const usualRoles: readonly Role[] = ['writer']

const wanting = (message: string): Failure => ({ code: 'invalid', message })

type OnFailure = (failure: Failure | undefined) => void

function Roles({ person, onFailure }: { readonly person: Person; readonly onFailure: OnFailure }) {
  const change = (role: Role, isHeld: boolean) => {
    const wanted = isHeld ? [...person.roles, role] : person.roles.filter((held) => held !== role)
    if (wanted.length === 0)
      return onFailure(wanting(`${person.name} needs one role at least. “Has left…” takes all of them away. Nothing was changed.`))
    void bridge.call('people.setRoles', { id: person.id, roles: wanted }).then((result) => onFailure(result.ok ? undefined : result.error))
  }
  return (
    <div className={peopleStyles.roles}>
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

function AddPerson({ onFailure, look }: { readonly onFailure: OnFailure; readonly look: ButtonLook }) {
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
        <div className={peopleStyles.roles}>
          {roles.map((role) => (
            <CheckField
              key={role}
              label={roleNames[role]}
              checked={chosen.includes(role)}
              onChange={(event) => setChosen(event.target.checked ? [...chosen, role] : chosen.filter((other) => other !== role))}
            />
          ))}
        </div>
        <WhatRolesMay />
      </fieldset>
      <div className={styles.buttons}>
        <Button look={look} type="submit">
          Add person
        </Button>
      </div>
    </form>
  )
}
