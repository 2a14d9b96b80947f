/** A command's hand on the desk: the same questions a screen asks, on a session of its own. */
import { setTimeout as pause } from 'node:timers/promises'
import type { ArticleRow } from '../../shared/contract/articles.ts'
import type { Call } from '../../shared/contract/contract.ts'
import type { DeskStatus } from '../../shared/contract/desk.ts'
import type { Job } from '../../shared/contract/jobs.ts'
import { isAtDesk, type Person } from '../../shared/desk/person.ts'
import { fail, ok, type Result } from '../../shared/result.ts'
import type { Admin, Session } from '../session.ts'

export interface Hand {
  readonly call: Call
  readonly admin: Admin
  readonly dataFolder: string
  /** Where relative names of files begin: the asker's folder, which may not be the owner's. */
  readonly cwd: string
}

/** Types the session's answers by the contract's table. */
export function callOn(session: Session): Call {
  return ((name: string, input: unknown) => session.call(name, input)) as Call
}

/** The person meant by an id or a name, refused with the list of those who are there. Nobody named: the first who is there, usually the desk's founder. */
export async function personMeant({ call }: Hand, written: string): Promise<Result<Person>> {
  const status = await call('desk.status', {})
  if (!status.ok) return status
  const { people } = status.value
  const found = written === '' ? people.filter(isAtDesk).slice(0, 1) : byIdOrName(people, written)
  const [person] = found
  if (person && found.length === 1) return ok(person)
  if (person) {
    const ids = found.map(({ id, name }) => `${id} (${name})`).join(', ')
    return fail('conflict', `“${written}” fits ${found.length} people: ${ids}. Name one by their id. Nothing was changed.`)
  }
  return fail(
    'notFound',
    `There is nobody called “${written}” at this desk. At the desk are: ${people
      .filter(isAtDesk)
      .map(({ name }) => name)
      .join(', ')}. Nothing was changed.`,
  )
}

/** Seats the person meant in this command's session. */
export async function sitDown(hand: Hand, written: string): Promise<Result<DeskStatus>> {
  const person = await personMeant(hand, written)
  return person.ok ? hand.call('people.sitDown', { id: person.value.id }) : person
}

/** Every article, newest first, page by page. */
export async function everyArticle({ call }: Hand, state?: ArticleRow['state']): Promise<Result<readonly ArticleRow[]>> {
  const rows: ArticleRow[] = []
  let cursor = ''
  do {
    const page = await call('articles.list', { limit: 500, cursor, ...(state ? { state } : {}) })
    if (!page.ok) return page
    rows.push(...page.value.articles)
    cursor = page.value.next
  } while (cursor !== '')
  return ok(rows)
}

/** The id of the article meant by an id, the beginning of one (4 characters or more), or its exact headline. */
export async function articleMeant(hand: Hand, written: string): Promise<Result<string>> {
  const wanted = written.trim()
  if (/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(wanted)) return ok(wanted)
  const all = await everyArticle(hand)
  if (!all.ok) return all
  const byId = /^[0-9a-f-]{4,36}$/.test(wanted) ? all.value.filter(({ id }) => id.startsWith(wanted)) : []
  const headline = wanted.normalize('NFC')
  const found = byId.length > 0 ? byId : all.value.filter((row) => row.headline.trim().normalize('NFC') === headline)
  const [first] = found
  if (!first)
    return fail(
      'notFound',
      `There is no article “${written}” here. Name it by its id, the beginning of its id, or its exact headline: list shows them.`,
    )
  if (found.length === 1) return ok(first.id)
  const several = found
    .slice(0, 5)
    .map(({ id, headline: title }) => `${id} (${title || 'no headline'})`)
    .join(', ')
  return fail(
    'conflict',
    `“${written}” fits ${found.length} articles: ${several}${found.length > 5 ? ' …' : ''}. Name one by its id. Nothing was changed.`,
  )
}

/** Waits until a job has ended, whatever its end. */
export async function jobEnded({ call }: Hand, started: Job): Promise<Result<Job>> {
  let job = started
  while (job.state === 'running') {
    await pause(15)
    const read = await call('jobs.read', { id: job.id })
    if (!read.ok) return read
    job = read.value
  }
  return ok(job)
}

/** An id or an exact name stands before a name that differs in its capitals only. */
function byIdOrName(people: readonly Person[], written: string): readonly Person[] {
  const wanted = written.trim().normalize('NFC')
  const exact = people.filter(({ id, name }) => id === wanted || name.normalize('NFC') === wanted)
  if (exact.length > 0) return exact
  return people.filter(({ name }) => name.normalize('NFC').toLowerCase() === wanted.toLowerCase())
}
