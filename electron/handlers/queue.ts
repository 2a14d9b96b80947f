/** The publishing queue as a screen reads it: releases still to come, then each edition's way to each destination. */
import type { QueueRow } from '../../shared/contract/workflow.ts'
import { currentEdition } from '../../shared/desk/article.ts'
import type { DeskState } from '../../shared/desk/desk.ts'
import { hasRole } from '../../shared/desk/person.ts'
import { queueWord } from '../../shared/desk/queueState.ts'
import { fail, ok, type Result } from '../../shared/result.ts'
import type { QueueEntry } from '../../shared/sync/messages.ts'
import { listArticles, type ListedArticle, listedArticle } from '../database/articles.ts'
import { type Caller, type Context, deskOf, guarded, type Handlers, personOf } from './context.ts'

/** Two minutes past its time and not live: overdue. [QU8] */
const overdueAfter = 2 * 60_000

export const queueHandlers: Pick<Handlers, 'queue.list' | 'queue.work' | 'queue.retry' | 'queue.cancel' | 'queue.resend'> = {
  async 'queue.list'(context) {
    const desk = deskOf(context)
    if (!desk.ok) return desk
    return guarded(async () => {
      const answer = await context.line.ask({ type: 'queue' })
      if (!answer.ok) return fail('internal', answer.message)
      const releases = listArticles(context.db, {
        states: ['scheduled'],
        createdBy: '',
        notCreatedBy: '',
        waitsFor: null,
        isPublished: false,
        words: '',
        cursor: '',
        limit: 500,
      })
      const entries = [
        ...releases.map((listed) => releaseRow(listed, desk.value, context.now())),
        ...answer.value.entries.map((entry) => entryRow(context, entry, desk.value)),
      ]
      const late = context.now().getTime() - overdueAfter
      return ok({
        entries,
        overdue: entries.filter(
          ({ word, at }) => word !== 'Live' && word !== 'Cancelled' && word !== 'Superseded' && at !== '' && Date.parse(at) < late,
        ).length,
      })
    })
  },

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

  'queue.retry': (context, caller, { id }) => askPublisher(context, caller, 'retry', id),
  'queue.cancel': (context, caller, { id }) => askPublisher(context, caller, 'cancel', id),
  'queue.resend': (context, caller, { id }) => askPublisher(context, caller, 'resend', id),
}

const wrongState = {
  retry: 'Only an entry that needs somebody, or waits to be tried again, can be tried now.',
  cancel:
    'It is being sent or was sent already, so it cannot be cancelled. Open a new edition, or withdraw the piece, to change what readers see.',
  resend: 'Only what is live or was cancelled can be sent again.',
} as const

/** Acts on the queue are a publisher’s; the hub says whether the entry is in a state for them. */
async function askPublisher(
  context: Context,
  caller: Caller,
  type: keyof typeof wrongState,
  entry: string,
): Promise<Result<{ readonly done: boolean }>> {
  const at = personOf(context, caller)
  if (!at.ok) return at
  if (context.readOnly !== '') return fail('readOnly', context.readOnly)
  if (!hasRole(at.value.person, 'publisher')) return fail('notAllowed', 'The queue is in the hands of a publisher. Nothing was changed.')
  return guarded(async () => {
    const answer = await context.line.ask({ type, entry })
    if (!answer.ok) return fail('notAllowed', answer.message)
    return answer.value.done ? ok(answer.value) : fail('notAllowed', `${wrongState[type]} Nothing was changed.`)
  })
}

function releaseRow({ state, headline }: ListedArticle, desk: DeskState, now: Date): QueueRow {
  const { n, schedule } = currentEdition(state)
  const at = schedule?.at ?? ''
  return {
    id: `release:${state.id}`,
    article: state.id,
    headline,
    edition: n,
    destination: desk.settings.destinations.map(({ name }) => name).join(', '),
    action: 'release',
    state: 'waiting',
    word: queueWord('waiting'),
    detail: undoDetail(schedule?.immediate === true, Date.parse(at) <= now.getTime()),
    at,
    undoUntil: schedule?.immediate ? at : '',
    address: '',
  }
}

function undoDetail(isImmediate: boolean, isDue: boolean): string {
  if (!isImmediate) return ''
  return isDue ? 'Goes out now.' : 'Goes out when the time to undo has passed.'
}

function entryRow(context: Context, entry: QueueEntry, desk: DeskState): QueueRow {
  const headline = entry.article === '' ? 'The whole site' : (listedArticle(context.db, entry.article)?.headline ?? '')
  return {
    id: entry.id,
    article: entry.article,
    headline,
    edition: entry.edition,
    destination: desk.settings.destinations.find(({ id }) => id === entry.destination)?.name ?? entry.destination,
    action: entry.action,
    state: entry.state,
    word: queueWord(entry.state),
    detail: entry.detail,
    at: entry.state === 'live' ? entry.changedAt : entry.dueAt,
    undoUntil: '',
    address: entry.address,
  }
}
