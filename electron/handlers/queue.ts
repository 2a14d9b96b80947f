/** The publishing queue as a screen reads it: releases still to come, then each edition's way to each destination. */
import type { QueueRow } from '../../shared/contract/workflow.ts'
import { currentEdition } from '../../shared/desk/article.ts'
import type { Edition } from '../../shared/desk/edition.ts'
import type { DeskState } from '../../shared/desk/desk.ts'
import { hasRole } from '../../shared/desk/person.ts'
import { dueness, latenessWords } from '../../shared/desk/lateness.ts'
import { isGoneOut, mostAttempts, queueWord } from '../../shared/desk/queueState.ts'
import { zonedTime } from '../../shared/desk/zone.ts'
import { dateWords } from '../../shared/site/dates.ts'
import { fail, ok, type Result } from '../../shared/result.ts'
import type { HubRequestOf, QueueEntry } from '../../shared/sync/messages.ts'
import { owner } from '../database/seen.ts'
import { listArticles, type ListedArticle, listedArticle } from '../database/articles.ts'
import { type Caller, type Context, deskOf, guarded, type Handlers, personOf } from './context.ts'

type QueueCalls = Pick<
  Handlers,
  'queue.list' | 'queue.overdue' | 'queue.delivery' | 'queue.work' | 'queue.stop' | 'queue.retry' | 'queue.cancel' | 'queue.resend'
>

export const queueHandlers: QueueCalls = {
  async 'queue.list'(context, _caller, { cursor, limit }) {
    const desk = deskOf(context)
    if (!desk.ok) return desk
    return guarded(async () => {
      const answer = await context.line.ask({ type: 'queue', cursor, limit })
      if (!answer.ok) return fail('internal', answer.message)
      const rows = answer.value.entries
      const gone = rows.filter(({ state }) => isGoneOut(state))
      const last = gone.at(-1)
      const next = gone.length === limit && last ? `${last.changedAt} ${last.sequence} ${last.id}` : ''
      const entries = rows.map((entry) => entryRow(context, entry, desk.value))
      if (cursor !== '') return ok({ entries, overdue: 0, next })
      const late = await context.line.ask({ type: 'overdue' })
      if (!late.ok) return fail('internal', late.message)
      return ok({ entries: [...releases(context, desk.value), ...entries], overdue: late.value.overdue, next })
    })
  },

  async 'queue.overdue'(context) {
    if (context.readOnly !== '') return ok({ overdue: 0 })
    return guarded(async () => {
      const answer = await context.line.ask({ type: 'overdue' })
      return answer.ok ? ok(answer.value) : fail('internal', answer.message)
    })
  },

  'queue.delivery': (context) => ok({ delivery: context.delivery() }),

  async 'queue.work'(context) {
    if (context.readOnly !== '') return fail('readOnly', context.readOnly)
    return guarded(async () => {
      await context.sync.sync()
      const answer = await context.line.ask({ type: 'work' })
      if (!answer.ok) return fail(answer.refusal === 'FULL' ? 'full' : 'internal', answer.message)
      await context.sync.sync()
      const { released, delivered, failed, waiting } = answer.value
      return ok({ done: Math.max(released, delivered), waiting, failed })
    })
  },

  'queue.stop': (context, caller) => askPublisher(context, caller, { type: 'stop' }),
  'queue.retry': (context, caller, { id }) => askPublisher(context, caller, { type: 'retry', entry: id }),
  'queue.cancel': (context, caller, { id }) => askPublisher(context, caller, { type: 'cancel', entry: id }),
  'queue.resend': (context, caller, { id }) => askPublisher(context, caller, { type: 'resend', entry: id }),
}

/** What is scheduled, or late and waiting for somebody. */
function releases(context: Context, desk: DeskState): readonly QueueRow[] {
  const scheduled = listArticles(context.db, {
    states: ['scheduled'],
    createdBy: '',
    notCreatedBy: '',
    // What is scheduled was submitted.
    seer: owner,
    hasBlank: false,
    hasSpiked: false,
    waitsFor: null,
    isStatusOpen: false,
    isPublished: false,
    words: '',
    year: '',
    cursor: '',
    limit: 500,
  })
  return scheduled.map((listed) => releaseRow(listed, desk, context.now()))
}

const wrongState = {
  stop: 'Nothing is being sent at the moment.',
  retry: 'Only an entry that needs somebody, or waits to be tried again, can be tried now.',
  cancel:
    'It is being sent or was sent already, so it cannot be cancelled. Open a new edition, or withdraw the piece, to change what readers see.',
  resend: 'Only what is live or was cancelled can be sent again.',
} as const

/** Acts on the queue are a publisher’s; the hub says whether the entry is in a state for them. */
async function askPublisher(
  context: Context,
  caller: Caller,
  request: HubRequestOf<keyof typeof wrongState>,
): Promise<Result<{ readonly done: boolean }>> {
  const at = personOf(context, caller)
  if (!at.ok) return at
  if (context.readOnly !== '') return fail('readOnly', context.readOnly)
  if (!hasRole(at.value.person, 'publisher')) return fail('notAllowed', 'The queue is in the hands of a publisher. Nothing was changed.')
  return guarded(async () => {
    const answer = await context.line.ask(request)
    if (!answer.ok) return fail('notAllowed', answer.message)
    return answer.value.done ? ok(answer.value) : fail('notAllowed', `${wrongState[request.type]} Nothing was changed.`)
  })
}

function releaseRow({ state, headline }: ListedArticle, desk: DeskState, now: Date): QueueRow {
  const edition = currentEdition(state)
  const { n, schedule } = edition
  const at = schedule?.at ?? ''
  const is = dueness(edition, now)
  const needsSomebody = is === 'late' || is === 'held'
  return {
    id: `release:${state.id}`,
    article: state.id,
    headline,
    edition: n,
    destination: desk.settings.destinations.map(({ name }) => name).join(', '),
    action: 'release',
    state: 'waiting',
    word: queueWord(needsSomebody ? 'failed' : 'waiting'),
    detail: releaseDetail(edition, is, desk.settings.zone),
    at,
    isHeld: edition.hold !== undefined,
    undoUntil: schedule?.immediate && !needsSomebody ? at : '',
    address: '',
    exact: `scheduled for ${at}`,
  }
}

function releaseDetail({ schedule, hold }: Edition, is: ReturnType<typeof dueness>, zone: string): string {
  if (hold && is === 'held')
    return `On hold: ${endSentence(hold.reason)} Its time has passed: lift the hold, and it goes out by itself up to half an hour late; or choose another time.`
  if (hold) return `On hold: ${hold.reason}`
  if (is === 'late') {
    const wall = zonedTime(new Date(schedule?.at ?? ''), zone).at
    return `It was due on ${dateWords(wall)} at ${wall.slice(11, 16)}, and this computer was off. More than half an hour late nothing goes out by itself: publish it now, or choose another time.`
  }
  if (!schedule?.immediate) return ''
  return is === 'due' ? 'Goes out now.' : 'Goes out when the time to undo has passed.'
}

function endSentence(words: string): string {
  return /[.!?…]$/.test(words) ? words : `${words}.`
}

function entryRow(context: Context, entry: QueueEntry, desk: DeskState): QueueRow {
  const listed = entry.article === '' ? undefined : listedArticle(context.db, entry.article)
  const edition = listed?.state.editions.find(({ n }) => n === entry.edition)
  const late = edition ? latenessWords(edition) : ''
  return {
    id: entry.id,
    article: entry.article,
    headline: entry.action === 'front' ? 'The front page' : entry.action === 'rebuild' ? 'The whole site' : (listed?.headline ?? ''),
    edition: entry.edition,
    destination: desk.settings.destinations.find(({ id }) => id === entry.destination)?.name ?? entry.destination,
    action: entry.action,
    state: entry.state,
    word: queueWord(entry.state),
    detail: [entry.detail, late && `Published ${late}.`].filter(Boolean).join(' '),
    at: isGoneOut(entry.state) ? entry.changedAt : entry.dueAt,
    isHeld: false,
    undoUntil: '',
    address: entry.address,
    exact: exactly(entry),
  }
}

function exactly({ state, attempts, changedAt, dueAt, filesWritten }: QueueEntry): string {
  const parts = [`${state.replaceAll('_', ' ')} since ${changedAt}`, attempts > 0 && `attempt ${attempts} of ${mostAttempts}`]
  return [...parts, state === 'retrying' && `next at ${dueAt}`, filesWritten > 0 && `${filesWritten} files written`]
    .filter(Boolean)
    .join(', ')
}
