/** Acts: what a person asks of the table, turned into the operation that the hub judges. */
import type { ParsedInput } from '../../shared/contract/contract.ts'
import { type ArticleState, currentEdition, standingVersion } from '../../shared/desk/article.ts'
import type { DeskState } from '../../shared/desk/desk.ts'
import { decide } from '../../shared/desk/decide.ts'
import type { DraftVersion } from '../../shared/desk/draft.ts'
import { EditionKind, GateName } from '../../shared/desk/edition.ts'
import type { Person } from '../../shared/desk/person.ts'
import { isStatusAct } from '../../shared/desk/publicStatus.ts'
import { type Act, peoplesActs } from '../../shared/desk/transitions.ts'
import { instantOf } from '../../shared/desk/zone.ts'
import { fail, ok, type Result } from '../../shared/result.ts'
import { readArticle } from '../database/articles.ts'
import { readDeskState } from '../database/meta.ts'
import { isOwnStream } from '../database/streams.ts'
import { keepVersion } from '../database/versions.ts'
import { articleView, localDraft, wroteSinceApproval } from './articleView.ts'
import { articleFor, command, type Context, type Handlers, personOf, type Wanted } from './context.ts'
import { announcePictures } from './media.ts'
import { doStatusAct } from './statusActs.ts'

type Asked = Omit<ParsedInput<'workflow.act'>, 'act'> & { readonly act: Act }

export const workflowHandlers: Pick<Handlers, 'workflow.act'> = {
  async 'workflow.act'(context, caller, input) {
    const at = personOf(context, caller)
    if (!at.ok) return at
    if (!isStatusAct(input.act) && !peoplesActs.includes(input.act))
      return fail('notAllowed', 'The publishing queue does that by itself when its time has come.')
    const seen = articleFor(context, caller, input.id)
    if (!seen.ok) return seen
    // What was typed before the button was pressed is part of what is judged.
    await context.sync.sync().catch(() => {})
    const found = readArticle(context.db, input.id)
    const announced =
      found && (input.act === 'submit' || input.act === 'override_publish')
        ? await announcePictures(context, caller.person, found)
        : ok(null)
    if (!announced.ok) return announced
    const article = readArticle(context.db, input.id)
    if (!article) return fail('notFound', 'There is no such article at this desk.')
    const desk = readDeskState(context.db) ?? at.value.desk
    if (isStatusAct(input.act)) {
      const done = await doStatusAct(context, at.value.person, desk.people, article, input.act, input)
      return done.ok ? articleView(context, readDeskState(context.db) ?? desk, at.value.person, input.id) : done
    }
    const { act } = input
    const draft = localDraft(context, desk, article)
    const early = refusedHere(at.value.person, desk, article, draft, { ...input, act }, context.now())
    if (early) return early
    const wanted = operationOf(context, { ...input, act }, desk, article, draft)
    if (!wanted.ok) return wanted
    const done = await command(context, caller.person, wanted.value)
    if (!done.ok) return done
    if (act === 'submit' || act === 'override_publish') keepVersion(context.db, draft.hash, article.id, draft.bytes)
    return articleView(context, readDeskState(context.db) ?? desk, at.value.person, input.id)
  },
}

/** Refusals of state and right need no journey to the hub; whatever passes here is judged there again. [WF6] */
function refusedHere(
  actor: Person,
  desk: DeskState,
  article: ArticleState,
  draft: DraftVersion,
  input: Asked,
  now: Date,
): Result<never> | undefined {
  const facts = {
    article,
    actor,
    people: desk.people,
    now: now.toISOString(),
    draft: { version: draft.hash, missing: draft.missing },
    authors: [],
  }
  const decision = decide(input.act, facts)
  if (!decision.ok) return decision
  if (input.act !== 'submit' && input.act !== 'override_publish') return undefined
  const complete = decide(input.act, { ...facts, authors: wroteSinceApproval(article) }, { version: draft.hash, note: input.note })
  return complete.ok ? undefined : complete
}

function operationOf(context: Context, input: Asked, desk: DeskState, article: ArticleState, draft: DraftVersion): Result<Wanted> {
  const edition = currentEdition(article)
  const standing = input.version ?? standingVersion(edition) ?? ''
  const wanted = <W extends Wanted>(operation: Omit<W, 'subject'>): Result<Wanted> => ok({ ...operation, subject: article.id })
  switch (input.act) {
    case 'submit':
      return wanted({ kind: 'workflow.submit', body: { version: draft.hash, note: input.note } })
    case 'recall':
      return wanted({ kind: 'workflow.recall', body: {} })
    case 'request_changes':
      return input.note.trim() === '' ? reasonMissing() : wanted({ kind: 'workflow.request_changes', body: { reason: input.note } })
    case 'approve':
      return wanted({
        kind: 'workflow.approve',
        body: { version: standing, sameComputer: isOwnStream(context.db, edition.submission?.stream ?? '') },
      })
    case 'take_back':
      return input.note.trim() === '' ? reasonMissing() : wanted({ kind: 'workflow.take_back', body: { reason: input.note } })
    case 'edit_again':
      return wanted({
        kind: 'workflow.edit_again',
        body: input.kind === 'nextEdition' ? { mode: 'nextEdition', opens: true } : { mode: 'holdBack' },
      })
    case 'schedule': {
      const at = instantOf(input.at, desk.settings.zone)
      return at.ok
        ? wanted({ kind: 'workflow.schedule', body: { version: standing, at: at.value, zone: desk.settings.zone, place: input.place } })
        : at
    }
    case 'reschedule': {
      const { zone } = desk.settings
      if (input.now) return wanted({ kind: 'workflow.reschedule', body: { version: standing, at: '', zone } })
      const at = instantOf(input.at, zone)
      return at.ok ? wanted({ kind: 'workflow.reschedule', body: { version: standing, at: at.value, zone } }) : at
    }
    case 'unschedule':
      return wanted({ kind: 'workflow.unschedule', body: {} })
    case 'publish':
      return wanted({ kind: 'workflow.publish', body: { version: standing, now: input.now, place: input.place } })
    case 'override_publish':
      return input.note.trim() === ''
        ? reasonMissing()
        : wanted({
            kind: 'workflow.override_publish',
            body: { version: draft.hash, reason: input.note, now: input.now, place: input.place },
          })
    case 'approve_afterwards':
      return wanted({
        kind: 'workflow.approve_afterwards',
        body: { version: edition.schedule?.version ?? edition.publication?.version ?? '' },
      })
    case 'open_edition': {
      const kind = EditionKind.safeParse(input.kind === '' ? 'update' : input.kind)
      return kind.success
        ? wanted({ kind: 'edition.open', body: { kind: kind.data } })
        : fail('invalid', `There is no kind of edition called ${input.kind}.`)
    }
    case 'spike':
      return wanted({ kind: 'workflow.spike', body: { reason: input.note } })
    case 'unspike':
      return wanted({ kind: 'workflow.unspike', body: {} })
    case 'hold':
      return input.note.trim() === '' ? reasonMissing() : wanted({ kind: 'hold.set', body: { reason: input.note, until: '' } })
    case 'lift_hold':
      return wanted({ kind: 'hold.lift', body: {} })
    case 'require_gate':
    case 'complete_gate':
      return gateOf(input, article, draft)
    default:
      return fail('notAllowed', 'The publishing queue does that by itself when its time has come.')
  }
}

function gateOf(input: Asked, article: ArticleState, draft: DraftVersion): Result<Wanted> {
  const gate = GateName.safeParse(input.gate)
  if (!gate.success) return fail('invalid', 'Name a gate: facts, legal, identity or rights.')
  if (input.act === 'require_gate')
    return ok({ kind: 'gate.require', subject: article.id, body: { gate: gate.data, of: '', wantedBy: '' } })
  return ok({
    kind: 'gate.complete',
    subject: article.id,
    body: { gate: gate.data, version: standingVersion(currentEdition(article)) ?? draft.hash },
  })
}

function reasonMissing(): Result<never> {
  return fail('invalid', 'Give a reason: it is shown to the others. Nothing was changed.')
}
