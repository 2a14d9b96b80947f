/** Showing a draft to others before it is submitted: to people by name, or to everybody at the desk. [WF12] */
import { type FormEvent, useState } from 'react'
import type { ArticleView } from '../../../shared/contract/articles.ts'
import { isAtDesk, type PersonId } from '../../../shared/desk/person.ts'
import type { Failure } from '../../../shared/result.ts'
import { useQueryClient } from '@tanstack/react-query'
import { bridge } from '../../bridge/bridge.ts'
import { flushDocument } from '../../editor/openDocuments.ts'
import { useDesk } from '../../state/desk.ts'
import { say } from '../../state/statusLine.ts'
import { Button } from '../../ui/Button.tsx'
import { CheckField } from '../../ui/Field.tsx'
import { Refusal } from '../../ui/Refusal.tsx'
import { Sheet, SheetButtons } from '../../ui/Sheet.tsx'
import styles from './ShareSheet.module.css'

export function ShareSheet({ view, onClose }: { readonly view: ArticleView; readonly onClose: () => void }) {
  const desk = useDesk()
  const client = useQueryClient()
  const [everybody, setEverybody] = useState(false)
  const [chosen, setChosen] = useState<readonly PersonId[]>([])
  const [failure, setFailure] = useState<Failure | undefined>()
  const { id } = view.row
  const others = desk.people.filter((person) => person.id !== desk.person?.id && isAtDesk(person))
  const seesIt = (person: PersonId) => view.seenBy === 'everybody' || view.seenBy.includes(person)
  const share = async (event: FormEvent) => {
    event.preventDefault()
    if (!everybody && chosen.length === 0)
      return setFailure({ code: 'invalid', message: 'Choose whom to share it with, or everybody at the desk.' })
    await flushDocument(id)
    const result = await bridge.call('articles.share', { id, with: everybody ? 'everybody' : [...chosen] })
    if (!result.ok) return setFailure(result.error)
    client.setQueryData(['articles.read', { id }], result)
    const names = everybody
      ? 'Everybody at the desk'
      : listed(others.filter((person) => chosen.includes(person.id)).map(({ name }) => name))
    say(`${names} can read and write in this draft now.`)
    onClose()
  }
  return (
    <Sheet title="Share with" onClose={onClose}>
      <form onSubmit={(event) => void share(event)} noValidate>
        <p>Until it is submitted, a draft is seen by those who write it and those it is shared with. Who has seen it goes on seeing it.</p>
        <fieldset className={styles.people}>
          <legend>Who may read it, and write in it</legend>
          <CheckField
            label="Everybody at the desk"
            checked={everybody}
            onChange={(event) => setEverybody(event.target.checked)}
            data-first
          />
          {others.map((person) => (
            <CheckField
              key={person.id}
              label={seesIt(person.id) ? `${person.name}, who sees it already` : person.name}
              checked={everybody || seesIt(person.id) || chosen.includes(person.id)}
              disabled={everybody || seesIt(person.id)}
              onChange={(event) => setChosen(event.target.checked ? [...chosen, person.id] : chosen.filter((other) => other !== person.id))}
            />
          ))}
        </fieldset>
        {failure ? <Refusal failure={failure} /> : null}
        <SheetButtons>
          <Button onClick={onClose}>Cancel</Button>
          <Button look="primary" type="submit">
            Share
          </Button>
        </SheetButtons>
      </form>
    </Sheet>
  )
}

/** `Ada`, `Ada and Bram`, `Ada, Bram and Cleo`. */
export function listed(names: readonly string[]): string {
  const last = names.at(-1) ?? ''
  return names.length < 2 ? last : `${names.slice(0, -1).join(', ')} and ${last}`
}
