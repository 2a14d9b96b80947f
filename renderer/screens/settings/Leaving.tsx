/** Taking somebody off who has left the desk, and taking them back: only the roles go, what they did stays. [WF14] */
import { type FormEvent, useState } from 'react'
import { isAtDesk, type Person } from '../../../shared/desk/person.ts'
import type { Failure } from '../../../shared/result.ts'
import { bridge } from '../../bridge/bridge.ts'
import { useDesk, useHasRole } from '../../state/desk.ts'
import { say } from '../../state/statusLine.ts'
import { Button } from '../../ui/Button.tsx'
import { keepFocus } from '../../ui/focus.ts'
import { Refusal } from '../../ui/Refusal.tsx'
import { Sheet, SheetButtons } from '../../ui/Sheet.tsx'
import styles from './SettingsScreen.module.css'
import peopleStyles from './People.module.css'

export function LeavingSheet({ person, onClose }: { readonly person: Person; readonly onClose: () => void }) {
  const [failure, setFailure] = useState<Failure | undefined>()
  async function leave(event: FormEvent): Promise<void> {
    event.preventDefault()
    const result = await bridge.call('people.setRoles', { id: person.id, roles: [] })
    if (!result.ok) return setFailure(result.error)
    say(`${person.name} has left the desk. What they did stands under the name.`)
    onClose()
    keepFocus()
  }
  return (
    <Sheet title={`Has left: ${person.name}`} onClose={onClose}>
      <form onSubmit={(event) => void leave(event)} noValidate>
        <p>
          Nobody sits down under this name any more, and nothing waits for it. What was written, decided and published stays, with the name.
        </p>
        <p className={styles.soft}>
          Drafts that nobody else was shown stay out of sight until {person.name} is back; the command line has them meanwhile.
        </p>
        {failure ? <Refusal failure={failure} /> : null}
        <SheetButtons>
          <Button onClick={onClose}>Cancel</Button>
          <Button look="primary" type="submit" data-first>
            Has left
          </Button>
        </SheetButtons>
      </form>
    </Sheet>
  )
}

export function WhoHasLeft({ onFailure }: { readonly onFailure: (failure: Failure | undefined) => void }) {
  const left = useDesk().people.filter((person) => !isAtDesk(person))
  const mayTakeBack = useHasRole('administrator')
  if (left.length === 0) return null
  const takeBack = async (person: Person) => {
    const result = await bridge.call('people.setRoles', { id: person.id, roles: ['writer'] })
    onFailure(result.ok ? undefined : result.error)
    if (result.ok) say(`${person.name} is at the desk again, as writer. Other roles are ticked above.`)
    keepFocus()
  }
  return (
    <section className={peopleStyles.left} aria-label="Has left">
      <h2>Has left</h2>
      <ul role="list" className={peopleStyles.people}>
        {left.map((person) => (
          <li key={person.id}>
            <span dir="auto">{person.name}</span>
            {mayTakeBack ? (
              <Button onClick={() => void takeBack(person)} aria-label={`Is back: ${person.name}`}>
                Is back
              </Button>
            ) : null}
          </li>
        ))}
      </ul>
    </section>
  )
}
