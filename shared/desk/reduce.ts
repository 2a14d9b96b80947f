/** Accepted operations become the projections that everybody reads; the same log gives the same projections. [SY22] */
import type { Hash } from '../canonical.ts'
import { type ArticleState, currentEdition, nextEdition } from './article.ts'
import type { DeskState } from './desk.ts'
import type { Edition, EditionState } from './edition.ts'
import type { Accepted, BodyOf } from './operation.ts'
import { firstPrevious } from './record.ts'
import type { HouseSettings } from './settings.ts'
import { recorded, restored } from './history.ts'
import { statusAfter } from './publicStatus.ts'
import { created, editsAfter, registerByline, withField } from './reduceFields.ts'
import { reduceFront } from './reduceFront.ts'
import { hashOfSettings, reduceSettings } from './reduceSettings.ts'
import { sharedFurther } from './seen.ts'
import { reduceStatus } from './reduceStatus.ts'

/**
 * Applies one accepted operation to the desk's projection. Article operations move it too: a release moves the head of the
 * record, a byline may be registered. `writer`: who began the article the operation is about.
 */
export function reduceDesk(before: DeskState | undefined, op: Accepted, writer = op.actor): DeskState {
  if (op.kind === 'desk.begin') return begun(op)
  if (!before) {
    // A stream says who it is before the desk exists; the state waits for `desk.begin`, which repeats what it needs.
    throw new Error(`reduceDesk: ${op.kind} at ${op.seq} before desk.begin`)
  }
  const desk: DeskState = { ...before, lastSeq: op.seq }
  switch (op.kind) {
    case 'person.add':
      return { ...desk, people: [...desk.people, { id: op.body.id, name: op.body.name, roles: op.body.roles }] }
    case 'person.name':
      return { ...desk, people: desk.people.map((person) => (person.id === op.body.id ? { ...person, name: op.body.name } : person)) }
    case 'person.role':
      return { ...desk, people: desk.people.map((person) => (person.id === op.body.id ? { ...person, roles: op.body.roles } : person)) }
    case 'settings.change':
    case 'words.propose':
    case 'words.agree':
    case 'words.send_back':
    case 'words.withdraw':
      return reduceSettings(desk, op)
    case 'article.create':
      return registerByline(desk, op.body.fields?.['byline'], writer)
    case 'field.set':
      return op.body.field === 'byline' ? registerByline(desk, op.body.value, writer) : desk
    case 'hub.release': {
      const { envelope, digest } = op.body
      const record = { number: Math.max(desk.record.number, envelope.number), head: digest, entries: desk.record.entries + 1 }
      return reduceFront({ ...desk, record }, op)
    }
    default:
      return reduceFront(desk, op)
  }
}

function begun(op: Extract<Accepted, { kind: 'desk.begin' }>): DeskState {
  const { desk, person, settings } = op.body
  return {
    id: desk,
    begunAt: op.at,
    people: [person],
    settings,
    settingsHash: hashOfSettings(settings),
    bylines: {},
    record: { number: 0, head: firstPrevious, entries: 0 },
    lastSeq: op.seq,
  }
}

/** Applies one accepted operation to its article's projection. `settings`: the house's as they stood at this place in the order. */
export function reduceArticle(before: ArticleState | undefined, op: Accepted, settings: HouseSettings): ArticleState {
  if (op.kind === 'article.create') return created(op)
  if (!before) throw new Error(`reduceArticle: ${op.kind} at ${op.seq} about an article that was never created: ${op.subject}`)
  const article: ArticleState = { ...before, lastSeq: op.seq, lastAt: op.kind.startsWith('hub.') ? before.lastAt : op.at }
  if (op.kind === 'body') return withWords(article, op)
  if (op.kind === 'field.set') return withField(article, op.body)
  if (op.kind === 'media.add') return withPicture(article, op.body)
  if (op.kind === 'version.keep') return withVersion(article, op, op.body.version, op.body.label)
  if (op.kind === 'restore') return restored(article, op)
  if (op.kind === 'share') return recorded(sharedFurther(article, op.body), op)
  const moved = op.kind.startsWith('status.') ? reduceStatus(article, op, settings) : withEdition(article, op, settings)
  return recorded(moved, op)
}

function withWords(article: ArticleState, op: Accepted): ArticleState {
  const contributors = { ...article.contributors, [op.actor]: op.seq }
  return { ...article, contributors, wordsSeq: op.seq, editsSinceVersion: editsAfter(article) }
}

/** Copies that came with a picture first stay: a version that shows them keeps its name. */
function withPicture(article: ArticleState, { hash, renditions = [] }: BodyOf<'media.add'>): ArticleState {
  const { media = [], renditions: known = {} } = article
  const isNew = !media.includes(hash)
  const hasCopies = renditions.length > 0 && known[hash] === undefined
  return {
    ...article,
    ...(isNew && { media: [...media, hash] }),
    ...(hasCopies && { renditions: { ...known, [hash]: renditions } }),
  }
}

/** Words that are kept already stay that version; a name given to them later is its name then. */
function withVersion(article: ArticleState, op: Accepted, hash: Hash, label: string): ArticleState {
  if (article.versions.some((version) => version.hash === hash)) {
    if (label === '') return article
    return { ...article, versions: article.versions.map((version) => (version.hash === hash ? { ...version, label } : version)) }
  }
  const kept = { n: article.versions.length + 1, hash, edition: currentEdition(article).n, by: op.actor, at: op.at, label, seq: op.seq }
  return { ...article, versions: [...article.versions, kept] }
}

function replaceEdition(article: ArticleState, n: number, change: (edition: Edition) => Edition): ArticleState {
  return { ...article, editions: article.editions.map((edition) => (edition.n === n ? change(edition) : edition)) }
}

/** Without what an ended approval leaves behind; submissions stay, they are history. */
function endApproval(edition: Edition, state: EditionState): Edition {
  const { approval: _approval, schedule: _schedule, writesOn: _writesOn, ...rest } = edition
  return { ...rest, state, notReviewed: false }
}

function withEdition(article: ArticleState, op: Accepted, settings: HouseSettings): ArticleState {
  const { n } = currentEdition(article)
  const change = (to: (edition: Edition) => Edition) => replaceEdition(article, n, to)
  switch (op.kind) {
    case 'workflow.submit': {
      const submission = { version: op.body.version, by: op.actor, at: op.at, note: op.body.note, stream: op.stream }
      const kept = withVersion({ ...article, editsSinceVersion: 0 }, op, op.body.version, '')
      return replaceEdition(kept, n, (edition) => reopenGates({ ...endApproval(edition, 'in_review'), submission }))
    }
    case 'workflow.recall':
      return change((edition) => endApproval(edition, 'draft'))
    case 'workflow.request_changes':
      return change((edition) => endApproval(edition, 'changes_requested'))
    case 'workflow.approve':
      return change((edition) => ({
        ...edition,
        state: 'approved',
        approval: { version: op.body.version, by: op.actor, at: op.at, sameComputer: op.body.sameComputer },
      }))
    case 'workflow.take_back':
      return change((edition) => endApproval(edition, 'in_review'))
    case 'workflow.edit_again':
      if (op.body.mode === 'holdBack') return change((edition) => endApproval(edition, 'draft'))
      return op.body.opens ? change((edition) => ({ ...edition, writesOn: true })) : article
    case 'workflow.schedule': {
      const { version, at, zone } = op.body
      return change((edition) => ({
        ...edition,
        state: 'scheduled',
        schedule: { version, by: op.actor, at, zone, immediate: false, before: edition.state },
      }))
    }
    case 'workflow.reschedule': {
      const { at, zone } = op.body
      return change((edition) =>
        edition.schedule
          ? { ...edition, schedule: { ...edition.schedule, by: op.actor, at: at || op.at, zone, immediate: at === '' } }
          : edition,
      )
    }
    case 'workflow.unschedule':
      return undone(article)
    case 'workflow.publish':
    case 'workflow.override_publish':
      return publishing(article, op, settings)
    case 'workflow.approve_afterwards':
      return change((edition) => ({ ...edition, notReviewed: false }))
    case 'workflow.spike':
      return change((edition) => endApproval(edition, 'spiked'))
    case 'workflow.unspike':
      return change((edition) => endApproval(edition, 'draft'))
    case 'edition.open':
      return {
        ...article,
        // What was said of the edition before is not said again of this one.
        fields: { ...article.fields, changeNote: '', correctionNotes: [], askedBy: '' },
        editions: [...article.editions, { n: nextEdition(article), kind: op.body.kind, state: 'draft', gates: {}, notReviewed: false }],
      }
    case 'hold.set':
      return change((edition) => ({ ...edition, hold: { by: op.actor, at: op.at, reason: op.body.reason, until: op.body.until } }))
    case 'hold.lift':
      return change(({ hold: _hold, ...edition }) => edition)
    case 'gate.require': {
      const { gate, of, wantedBy } = op.body
      const wanted = { state: 'required', by: op.actor, at: op.at, ...(of && { of }), ...(wantedBy && { wantedBy }) } as const
      return change((edition) => ({ ...edition, gates: { ...edition.gates, [gate]: wanted } }))
    }
    case 'gate.complete': {
      const { gate, version } = op.body
      return change((edition) => ({
        ...edition,
        gates: { ...edition.gates, [gate]: { state: 'complete', by: op.actor, at: op.at, version } },
      }))
    }
    case 'hub.release': {
      const { edition: released, version, envelope, digest } = op.body
      const publication = { version, number: envelope.number, at: envelope.publishedAt.at, address: envelope.address, digest, liveAt: '' }
      const out = replaceEdition(article, released, ({ writesOn: _over, ...edition }) => ({ ...edition, state: 'published', publication }))
      const kind = out.editions.find(({ n: number }) => number === released)?.kind ?? 'original'
      return { ...out, publicStatus: statusAfter(kind) }
    }
    case 'hub.live':
      return replaceEdition(article, op.body.edition, (edition) =>
        edition.publication && edition.publication.liveAt === ''
          ? { ...edition, publication: { ...edition.publication, liveAt: op.at } }
          : edition,
      )
    case 'hub.superseded':
      return replaceEdition(article, op.body.edition, (edition) => ({ ...edition, state: 'superseded' }))
    default:
      return article
  }
}

/** Back to where it came from; a notice that does not go out needs nobody to confirm it. */
function undone(article: ArticleState): ArticleState {
  const { n, kind } = currentEdition(article)
  const back = replaceEdition(article, n, ({ schedule, writesOn, ...edition }) => {
    const state = schedule?.before ?? 'approved'
    // What was sent without review is a draft again, or in review, and nothing of it goes out.
    return { ...edition, state, notReviewed: false, ...(writesOn && state === 'approved' && { writesOn }) }
  })
  if (statusAfter(kind) === 'live') return back
  const { unconfirmed: _undone, ...rest } = back
  return rest
}

/** [WF9] A gate was completed for one version: another one has to pass it again. */
function reopenGates(edition: Edition): Edition {
  const gates = Object.entries(edition.gates).map(([name, gate]) => {
    const isOpenAgain = gate.state === 'complete' && gate.version !== edition.submission?.version
    return [name, isOpenAgain ? { ...gate, state: 'required' as const } : gate]
  })
  return { ...edition, gates: Object.fromEntries(gates) }
}

/** *Publish* is a schedule at now + the undo window; `before` is what *Undo* goes back to. */
function publishing(
  article: ArticleState,
  op: Extract<Accepted, { kind: 'workflow.publish' | 'workflow.override_publish' }>,
  settings: HouseSettings,
): ArticleState {
  const { version, now } = op.body
  const at = new Date(Date.parse(op.at) + (now ? 0 : settings.undoSeconds * 1000)).toISOString()
  const base = { version, by: op.actor, at, zone: settings.zone, immediate: true }
  const override = op.kind === 'workflow.override_publish' ? op.body.reason : undefined
  const kept = override === undefined ? article : withVersion({ ...article, editsSinceVersion: 0 }, op, version, '')
  return replaceEdition(kept, currentEdition(article).n, (edition) => ({
    ...edition,
    state: 'scheduled',
    schedule: override === undefined ? { ...base, before: edition.state } : { ...base, before: edition.state, override },
    notReviewed: override !== undefined,
  }))
}
