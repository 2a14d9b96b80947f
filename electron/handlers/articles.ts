/** Articles: listed, begun, opened, written, described. */
import { randomUUID } from 'node:crypto'
import * as Y from 'yjs'
import type { ParsedInput } from '../../shared/contract/contract.ts'
import type { BodyOf } from '../../shared/desk/operation.ts'
import type { Person } from '../../shared/desk/person.ts'
import { introducedClients } from '../../shared/document/merge.ts'
import { fail, ok } from '../../shared/result.ts'
import { writeBodyFrame } from '../../shared/sync/bodyFrame.ts'
import { countArticles, cursorAfter, listArticles, type ListQuestion } from '../database/articles.ts'
import { addUpdate, compactedUpTo, updatesAfter } from '../database/documents.ts'
import { owner, type Seer } from '../database/seen.ts'
import { type Waiter, waiterOf } from '../database/waiting.ts'
import { addBody } from '../sync/streams.ts'
import { articleRow, articleView } from './articleView.ts'
import { articleFor, command, deskOf, guarded, type Handlers, personOf, seerIn } from './context.ts'

type ArticleCalls = Pick<
  Handlers,
  | 'articles.list'
  | 'articles.create'
  | 'articles.read'
  | 'articles.open'
  | 'articles.save'
  | 'articles.updates'
  | 'articles.setField'
  | 'articles.share'
>

/** A list that is read now shows what was saved now; a bulk import catches up behind it. */
const indexedBeforeList = 40

export const articleHandlers: ArticleCalls = {
  async 'articles.list'(context, caller, input) {
    const desk = deskOf(context)
    if (!desk.ok) return desk
    if (context.readOnly === '') await context.indexer.catchUp(indexedBeforeList)
    const person = desk.value.people.find(({ id }) => id === caller.person)
    const question = questionOf(input, person, seerIn(caller), () => waiterOf(person, desk.value.people, context.now()))
    const found = listArticles(context.db, { ...question, cursor: input.cursor, limit: input.limit + 1 })
    const page = found.slice(0, input.limit)
    const last = page.at(-1)
    return ok({
      articles: page.map((listed) => articleRow(context, listed, desk.value, person)),
      next: found.length > page.length && last ? cursorAfter(last, question) : '',
      total: countArticles(context.db, question),
    })
  },

  async 'articles.create'(context, caller) {
    const at = personOf(context, caller)
    if (!at.ok) return at
    const id = randomUUID()
    const lang = at.value.desk.settings.languages[0] ?? 'en-GB'
    const made = await command(context, caller.person, { kind: 'article.create', subject: id, body: { lang } })
    return made.ok ? articleView(context, at.value.desk, at.value.person, id) : made
  },

  'articles.read'(context, caller, { id }) {
    const desk = deskOf(context)
    if (!desk.ok) return desk
    const seen = articleFor(context, caller, id)
    if (!seen.ok) return seen
    return articleView(
      context,
      desk.value,
      desk.value.people.find((person) => person.id === caller.person),
      id,
    )
  },

  'articles.open'(context, caller, { id }) {
    const desk = deskOf(context)
    if (!desk.ok) return desk
    const seen = articleFor(context, caller, id)
    if (!seen.ok) return seen
    const article = articleView(
      context,
      desk.value,
      desk.value.people.find((person) => person.id === caller.person),
      id,
    )
    return article.ok ? ok({ article: article.value, ...context.documents.whole(id) }) : article
  },

  /** The answer means *Saved on this computer*: words, operation and index mark are in one durable transaction. */
  'articles.save'(context, caller, { id, update }) {
    if (context.readOnly !== '') return fail('readOnly', context.readOnly)
    const at = personOf(context, caller)
    if (!at.ok) return at
    const seen = articleFor(context, caller, id)
    if (!seen.ok) return seen
    const clients = clientsOf(update)
    if (!clients)
      return fail(
        'invalid',
        'These words are not in a form that the desk can read. The text on the screen is untouched; copy it and open the article again.',
      )
    const { db, now } = context
    return guarded(async () => {
      const cursor = db
        .transaction(() => {
          addBody(db, caller.person, id, writeBodyFrame({ clients, update }), now())
          return addUpdate(db, id, update)
        })
        .immediate()
      const savedAt = now().toISOString()
      context.saves.note(caller.session, caller.person, savedAt)
      context.documents.stored(id, update, cursor)
      context.indexer.saved()
      context.changed({ topic: 'words', id, source: caller.session })
      // At the desk follows by itself, after the answer; being offline is told by the status, not by this save.
      context.sync.soon()
      return ok({ savedAt, cursor })
    })
  },

  'articles.updates'(context, caller, { id, cursor }) {
    const seen = articleFor(context, caller, id)
    if (!seen.ok) return seen
    if (cursor < compactedUpTo(context.db, id)) return ok(context.documents.whole(id))
    const updates = updatesAfter(context.db, id, cursor)
    return ok({
      update: updates.length === 0 ? new Uint8Array() : joined(updates.map(({ bytes }) => bytes)),
      cursor: updates.at(-1)?.cursor ?? cursor,
    })
  },

  async 'articles.setField'(context, caller, { id, field, value, base }) {
    const at = personOf(context, caller)
    if (!at.ok) return at
    const seen = articleFor(context, caller, id)
    if (!seen.ok) return seen
    const body: BodyOf<'field.set'> = { field, value, base }
    const set = await command(context, caller.person, { kind: 'field.set', subject: id, body })
    return set.ok ? articleView(context, at.value.desk, at.value.person, id) : set
  },

  async 'articles.share'(context, caller, { id, with: readers }) {
    const at = personOf(context, caller)
    if (!at.ok) return at
    const seen = articleFor(context, caller, id)
    if (!seen.ok) return seen
    const body: BodyOf<'share'> = { with: readers }
    const shared = await command(context, caller.person, { kind: 'share', subject: id, body })
    return shared.ok ? articleView(context, at.value.desk, at.value.person, id) : shared
  },
}

function questionOf(
  { state, filter, words, year }: ParsedInput<'articles.list'>,
  person: Person | undefined,
  seer: Seer,
  waiter: () => Waiter,
): Omit<ListQuestion, 'cursor' | 'limit'> {
  // Whoever owns the computer sees everything. At the desk what was only begun is on no list, and what was set aside where it is asked for.
  const isOwner = seer === owner
  const any = {
    states: [],
    createdBy: '',
    notCreatedBy: '',
    seer,
    hasBlank: isOwner,
    hasSpiked: isOwner || words.trim() !== '',
    waitsFor: null,
    isStatusOpen: false,
    isPublished: false,
    words,
    year,
  }
  const filtered = filteredBy(filter, any, person, waiter)
  return state ? { ...filtered, states: [state] } : filtered
}

function filteredBy(
  filter: ParsedInput<'articles.list'>['filter'],
  any: Omit<ListQuestion, 'cursor' | 'limit'>,
  person: Person | undefined,
  waiter: () => Waiter,
): Omit<ListQuestion, 'cursor' | 'limit'> {
  switch (filter) {
    case 'all':
      return any
    case 'mine':
      // One’s own is seen.
      return { ...any, createdBy: person?.id ?? nobody, seer: owner }
    case 'approved':
      return { ...any, states: ['approved', 'scheduled'] }
    case 'review':
      return { ...any, states: ['in_review'] }
    case 'waiting':
      return { ...any, waitsFor: waiter() }
    case 'toDecide':
      return { ...any, waitsFor: waiter(), isStatusOpen: true }
    case 'published':
      return { ...any, isPublished: true }
  }
}

/** Nobody waits where nobody sits. */
const nobody = 'nobody'

function clientsOf(update: Uint8Array): readonly number[] | undefined {
  try {
    return introducedClients(update)
  } catch {
    return undefined
  }
}

/** A handful of updates as one; a whole document is compacted by loading it instead. [SY11] */
function joined(updates: readonly Uint8Array[]): Uint8Array {
  const [only] = updates
  return updates.length === 1 && only ? new Uint8Array(only) : Y.mergeUpdates([...updates])
}
