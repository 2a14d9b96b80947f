/** Beginning a desk, its people, and who sits at it in this session. */
import { randomUUID } from 'node:crypto'
import type { DeskStatus } from '../../shared/contract/desk.ts'
import type { DeskState } from '../../shared/desk/desk.ts'
import { type DeskShape, deskShapes, isAtDesk, type Person } from '../../shared/desk/person.ts'
import { houseCreditOf, lordsPress } from '../../shared/desk/lordsPress.ts'
import { wordsWaitingFor } from '../../shared/desk/standingWords.ts'
import { fail, ok, type Result } from '../../shared/result.ts'
import { readDeskState, readMeta } from '../database/meta.ts'
import { countUnsent, countUnsentArticles } from '../database/outbox.ts'
import { countWaiting, waiterOf } from '../database/waiting.ts'
import { type Caller, command, type Context, deskOf, type Handlers, personOf } from './context.ts'

type DeskCalls = Pick<
  Handlers,
  'desk.status' | 'desk.sent' | 'desk.begin' | 'people.add' | 'people.rename' | 'people.setRoles' | 'people.sitDown' | 'people.getUp'
>

export const deskHandlers: DeskCalls = {
  'desk.status': (context, caller) => ok(status(context, caller)),

  'desk.sent'({ db, saves, sync }, { session }) {
    return ok({ at: saves.sentAt(session) ?? (countUnsent(db) === 0 ? sync.sentAt : '') })
  },

  async 'desk.begin'(context, caller, { publication, name, shape }) {
    if (readDeskState(context.db)) return fail('conflict', 'A desk is begun here already. Choose another data folder for a second one.')
    const begun = await beginDesk(context, caller, publication, name, shape)
    return begun.ok ? ok(status(context, caller)) : begun
  },

  async 'people.add'(context, caller, { name, roles }) {
    const at = personOf(context, caller)
    if (!at.ok) return at
    const id = randomUUID()
    const added = await command(context, caller.person, { kind: 'person.add', subject: '', body: { id, name, roles } })
    return added.ok ? personNow(context, id) : added
  },

  async 'people.rename'(context, caller, { id, name }) {
    const at = personOf(context, caller)
    if (!at.ok) return at
    const renamed = await command(context, caller.person, { kind: 'person.name', subject: '', body: { id, name } })
    return renamed.ok ? personNow(context, id) : renamed
  },

  async 'people.setRoles'(context, caller, { id, roles }) {
    const at = personOf(context, caller)
    if (!at.ok) return at
    const given = await command(context, caller.person, { kind: 'person.role', subject: '', body: { id, roles } })
    return given.ok ? personNow(context, id) : given
  },

  'people.sitDown'(context, caller, { id }) {
    const desk = deskOf(context)
    if (!desk.ok) return desk
    const person = desk.value.people.find((other) => other.id === id)
    if (!person) return fail('notFound', 'There is nobody of this id at the desk.')
    if (!isAtDesk(person)) return fail('notAllowed', `${person.name} has left this desk. An administrator can take them back.`)
    caller.sit(id)
    return ok(status(context, caller))
  },

  'people.getUp'(context, caller) {
    caller.sit('')
    return ok(status(context, caller))
  },
}

/** One stream, two operations: the founder says who they are, then the desk begins. */
async function beginDesk(context: Context, caller: Caller, publication: string, name: string, shape: DeskShape): Promise<Result<null>> {
  const founder: Person = { id: randomUUID(), name: name === '' ? 'The editor' : name, roles: [...deskShapes[shape].founder] }
  const begun = await command(context, founder.id, {
    kind: 'desk.begin',
    subject: '',
    body: {
      desk: randomUUID(),
      person: { ...founder, roles: [...founder.roles] },
      settings: { ...lordsPress, publication, houseCredit: houseCreditOf(publication) },
    },
  })
  if (begun.ok) caller.sit(founder.id)
  return begun
}

function personNow(context: Context, id: string): Result<Person> {
  const person = readDeskState(context.db)?.people.find((other) => other.id === id)
  return person ? ok(person) : fail('notFound', 'There is nobody of this id at the desk.')
}

export function status(context: Context, caller: Caller): DeskStatus {
  const desk = readDeskState(context.db)
  // Who has left sits nowhere any more, in windows that stand open too.
  const person = desk?.people.find((other) => other.id === caller.person && isAtDesk(other)) ?? null
  return {
    phase: desk ? 'ready' : 'none',
    publication: desk?.settings.publication ?? '',
    zone: desk?.settings.zone ?? '',
    sample: readMeta(context.db, 'sample') !== '',
    person,
    people: desk?.people ?? [],
    waiting: desk && person ? waiting(context, desk, person) : { review: 0, queue: 0, mine: 0, settings: 0 },
    unsent: countUnsent(context.db),
    unsentArticles: countUnsentArticles(context.db),
    offlineSince: context.offlineSince(),
    hubReopenedAt: context.hubReopenedAt(),
    readOnly: context.readOnly,
    dataFolder: context.dataFolder,
  }
}

function waiting(context: Context, desk: DeskState, person: Person): DeskStatus['waiting'] {
  const { desk: mine, review, queue } = countWaiting(context.db, waiterOf(person, desk.people, context.now()))
  return { review, queue, mine, settings: wordsWaitingFor(desk, person).length }
}
