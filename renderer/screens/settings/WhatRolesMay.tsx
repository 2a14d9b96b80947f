/** What each role may do, for whoever gives them: folded away until it is asked for. */
import { type Role, roles } from '../../../shared/desk/person.ts'
import { roleNames } from '../../shell/WhoIsHere.tsx'
import peopleStyles from './People.module.css'

const may: Readonly<Record<Role, string>> = {
  writer: 'writes, and submits for review',
  editor: 'edits, approves what others wrote, asks for changes, holds',
  checker: 'completes the gate of facts, asks for changes, holds',
  publisher: 'publishes, schedules, withdraws, takes down, changes settings, proposes standing words and agrees to another’s',
  recordsEditor: 'withdraws, agrees to a retraction, opens a new edition',
  administrator: 'adds people, gives roles, makes backups, says where the site is written',
}

export function WhatRolesMay() {
  return (
    <details className={peopleStyles.may}>
      <summary>What each role may do</summary>
      <dl>
        {roles.map((role) => (
          <div key={role}>
            <dt>{roleNames[role]}</dt>
            <dd>{may[role]}</dd>
          </div>
        ))}
      </dl>
    </details>
  )
}
