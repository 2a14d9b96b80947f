/** Asks who is at the desk, before anything is done in anybody's name. */
import type { DeskStatus } from '../../shared/contract/desk.ts'
import { isAtDesk, type Role } from '../../shared/desk/person.ts'
import { useSitDown } from '../state/sitDown.ts'
import { Page } from '../ui/Page.tsx'
import styles from './WhoIsHere.module.css'

export const roleNames: Readonly<Record<Role, string>> = {
  writer: 'Writer',
  editor: 'Editor',
  checker: 'Checker',
  publisher: 'Publisher',
  recordsEditor: 'Records editor',
  administrator: 'Administrator',
}

export function rolesInWords(roles: readonly Role[]): string {
  return roles.map((role) => roleNames[role]).join(', ')
}

export function WhoIsHere({ status }: { readonly status: DeskStatus }) {
  const sitDown = useSitDown()
  return (
    <Page title="Who is at the desk?" isNarrow>
      <p className={styles.trust}>
        Names are taken on trust: whoever uses this computer can choose any of them. What is done stands under the name chosen here.
      </p>
      <ul role="list" className={styles.people}>
        {status.people.filter(isAtDesk).map((person) => (
          <li key={person.id}>
            <button type="button" onClick={() => void sitDown(person.id)}>
              <span className={styles.name} dir="auto">
                {person.name}
              </span>
              <span className={styles.roles}>{rolesInWords(person.roles)}</span>
            </button>
          </li>
        ))}
      </ul>
    </Page>
  )
}
