/** An article as screens see it: its row, its draft, what it waits for, what this person may do. */
import type { ArticleRow, ArticleView } from '../../shared/contract/articles.ts'
import { allowedActs } from '../../shared/desk/allowedActs.ts'
import {
  type ArticleState,
  areDetailsLocked,
  currentEdition,
  isLocked,
  isWrittenOn,
  publicStatus,
  publishedEdition,
  standingVersion,
} from '../../shared/desk/article.ts'
import { creditText } from '../../shared/desk/byline.ts'
import type { DeskState } from '../../shared/desk/desk.ts'
import { type DraftVersion, draftOf } from '../../shared/desk/draft.ts'
import type { Edition } from '../../shared/desk/edition.ts'
import { unnoticed } from '../../shared/desk/lateness.ts'
import { isPuttingRight } from '../../shared/desk/newEdition.ts'
import type { Person } from '../../shared/desk/person.ts'
import { isWriterOf, seersOf } from '../../shared/desk/seen.ts'
import { statusAfter, statusWords } from '../../shared/desk/publicStatus.ts'
import { readVersion, type Version } from '../../shared/desk/version.ts'
import { waitsForPerson } from '../../shared/desk/waiting.ts'
import { zonedTime } from '../../shared/desk/zone.ts'
import { dateWords } from '../../shared/site/dates.ts'
import { wordCount } from '../../shared/document/text.ts'
import { fail, ok, type Result } from '../../shared/result.ts'
import { isSlugTaken, type ListedArticle, listedArticle } from '../database/articles.ts'
import { readPicture } from '../database/pictures.ts'
import { lastRead } from '../database/readMarks.ts'
import { versionBytesOf } from '../database/versions.ts'
import type { Trouble } from '../sync/undelivered.ts'
import type { Context } from './context.ts'

export function articleRow(
  context: Pick<Context, 'now' | 'undelivered'>,
  listed: ListedArticle,
  desk: DeskState,
  person: Person | undefined,
): ArticleRow {
  const { state } = listed
  const now = context.now()
  const edition = currentEdition(state)
  const published = state.editions.findLast(({ publication }) => publication !== undefined)?.publication
  return {
    id: state.id,
    headline: listed.headline,
    state: edition.state,
    publicStatus: publicStatus(state),
    edition: edition.n,
    byline: creditText(state.fields.byline, desk.settings.houseCredit),
    words: listed.words,
    createdBy: state.createdBy,
    lastEditedAt: state.lastAt,
    waitsFor: notSent(edition, context.undelivered(state.id, edition.n), desk) || statusWait(state, desk) || waitsFor(edition, desk, now),
    waitsForMe: person !== undefined && waitsForPerson(state, person, desk.people, now.toISOString()),
    number: published?.number ?? 0,
    publishedAt: published?.at ?? '',
    putRight: putRightIn(state),
  }
}

function putRightIn({ editions }: ArticleState): ArticleRow['putRight'] {
  const { kind, publication } = editions.findLast((edition) => edition.publication && isPuttingRight(edition.kind)) ?? {}
  return kind && publication ? { kind, at: publication.at } : null
}

/** A delivery that failed, before all else: what else is said of the edition holds at the desk and not yet for readers. [QU10] */
function notSent({ publication }: Edition, trouble: Trouble | undefined, desk: DeskState): string {
  if (!trouble || publication?.liveAt !== '') return ''
  if (trouble.kind === 'failed') return 'could not be sent: the Queue says why'
  return `could not be sent, tried again at ${zonedTime(new Date(trouble.at), desk.settings.zone).at.slice(11, 16)}`
}

/** What its public status waits for, in words; empty when nothing. */
function statusWait({ proposal, unconfirmed }: ArticleState, desk: DeskState): string {
  if (proposal) return `proposed to be ${statusWords[proposal.status]}`
  if (!unconfirmed) return ''
  return unconfirmed.until === ''
    ? `${statusWords[unconfirmed.status]}, confirmed by nobody else`
    : `${statusWords[unconfirmed.status]}, to be confirmed by ${dateWords(zonedTime(new Date(unconfirmed.until), desk.settings.zone).at)}`
}

/** What the article waits for, in words. */
function waitsFor(edition: Edition, desk: DeskState, now: Date): string {
  if (edition.hold) return `on hold: ${edition.hold.reason}`
  switch (edition.state) {
    case 'draft':
      return 'not submitted yet'
    case 'in_review':
      return 'waits for an editor'
    case 'changes_requested':
      return 'waits for its writer'
    case 'approved':
      return 'waits for a publisher'
    case 'scheduled':
      return `${isOverdue(edition, now) ? 'was due' : 'goes out'} ${clock(edition.schedule?.at ?? '', desk.settings.zone)}`
    case 'published':
      if (edition.notReviewed) return 'published without review'
      // What readers meet, not that an edition reached them: the page of a piece that was taken down is no live piece.
      return edition.publication?.liveAt ? statusWords[statusAfter(edition.kind)] : 'on its way to the site'
    case 'superseded':
      return 'replaced by a newer edition'
    case 'spiked':
      return 'set aside'
  }
}

/** Past its time by more than anybody needs to notice. [QU8] */
function isOverdue({ schedule }: Edition, now: Date): boolean {
  return now.getTime() - Date.parse(schedule?.at ?? '') > unnoticed
}

function clock(at: string, zone: string): string {
  const wall = zonedTime(new Date(at), zone).at
  return `${dateWords(wall)}, ${wall.slice(11, 16)}`
}

/** The version readers have, where its bytes are on this computer. */
export function publishedHere(context: Context, article: ArticleState): Version | undefined {
  const name = publishedEdition(article)?.publication?.version ?? ''
  const bytes = versionBytesOf(context.db, name)
  return bytes && readVersion(bytes, name)
}

/** The draft as this workstation has it; the hub computes the same from the same log. */
export function localDraft(context: Context, desk: DeskState, article: ArticleState): DraftVersion {
  const month = zonedTime(context.now(), desk.settings.zone).at.slice(0, 7).replace('-', '/')
  return draftOf(
    article,
    context.documents.reading(article.id),
    desk,
    (slug) => isSlugTaken(context.db, slug, article.id, month),
    (hash) => article.media?.includes(hash) === true || readPicture(context.db, hash) !== undefined,
    publishedHere(context, article),
  )
}

export function articleView(context: Context, desk: DeskState, person: Person | undefined, id: string): Result<ArticleView> {
  const listed = listedArticle(context.db, id)
  if (!listed) return fail('notFound', 'There is no such article at this desk.')
  const { state } = listed
  const edition = currentEdition(state)
  const draft = localDraft(context, desk, state)
  const facts = person && {
    article: state,
    actor: person,
    people: desk.people,
    now: context.now().toISOString(),
    draft: { version: draft.hash, missing: draft.missing },
    authors: wroteSinceApproval(state),
  }
  return ok({
    // As it stands in the document: the index may be a moment behind.
    row: { ...articleRow(context, listed, desk, person), headline: draft.headline, words: wordCount(draft.version) },
    fields: state.fields,
    edition,
    editions: state.editions,
    versions: state.versions,
    history: state.history,
    publicStatus: publicStatus(state),
    proposal: state.proposal ?? null,
    unconfirmed: state.unconfirmed ?? null,
    acts: facts ? allowedActs(facts) : [],
    draftVersion: draft.hash,
    standingVersion: standingVersion(edition) ?? '',
    lastRead: person ? lastRead(context.db, person.id, id) : '',
    missing: draft.missing,
    editsSinceVersion: state.editsSinceVersion,
    seenBy: seersOf(state),
    mayShare: person !== undefined && isWriterOf(state, person.id) && seersOf(state) !== 'everybody',
    locked: isLocked(state),
    detailsLocked: areDetailsLocked(state),
    lockReason: lockReason(state),
  })
}

/** Who sent words since the last approval: at least everybody the hub would name, for drawing the buttons. [WF6] */
export function wroteSinceApproval(article: ArticleState): readonly string[] {
  const since = article.history.findLast(({ act }) => act === 'approve')?.seq ?? 0
  return Object.entries(article.contributors).flatMap(([person, seq]) => (seq > since ? [person] : []))
}

function lockReason(article: ArticleState): string {
  const edition = currentEdition(article)
  const standing = article.versions.find(({ hash }) => hash === standingVersion(edition))?.n ?? ''
  if (isWrittenOn(edition))
    return `Version ${standing} goes out as it is, and the preview shows it. What is written here waits for the next edition; the details open with it.`
  switch (edition.state) {
    case 'approved':
      return `This version is approved. ${editAgain}`
    case 'scheduled':
      return statusAfter(edition.kind) === 'live'
        ? `This version is on its way out. ${editAgain}`
        : 'A notice is on its way to readers. “Undo” takes it back.'
    case 'published':
      return `Edition ${edition.n} is published and stays as it is. A new edition opens the text again${article.editsSinceVersion > 0 ? ', with what was written since' : ''}.`
    case 'superseded':
      return 'A newer edition took its place.'
    case 'spiked':
      return 'This piece was set aside. “Unspike” opens the text again.'
    default:
      return ''
  }
}

const editAgain = '“Edit again” opens the text: the approval ends, or what is written waits for the next edition.'
