/** Bringing back an earlier version: ordered by the hub first, so that of two people who restore at once one is told of the other. */
import * as Y from 'yjs'
import { canonicalText } from '../../shared/canonical.ts'
import { type ArticleState, areDetailsLocked, currentEdition } from '../../shared/desk/article.ts'
import type { DeskState } from '../../shared/desk/desk.ts'
import { inSentence } from '../../shared/desk/edition.ts'
import { type FieldName, noFields, parseField } from '../../shared/desk/fields.ts'
import type { Person } from '../../shared/desk/person.ts'
import { readVersion, type Version } from '../../shared/desk/version.ts'
import { introducedClients } from '../../shared/document/merge.ts'
import { readDocument } from '../../shared/document/read.ts'
import { rewriteDocument } from '../../shared/document/rewrite.ts'
import { fail, ok, type Result } from '../../shared/result.ts'
import { writeBodyFrame } from '../../shared/sync/bodyFrame.ts'
import { readArticle } from '../database/articles.ts'
import { addUpdate } from '../database/documents.ts'
import { keepVersion, versionBytesOf } from '../database/versions.ts'
import { addBody } from '../sync/streams.ts'
import { localDraft } from './articleView.ts'
import { command, type Context } from './context.ts'

/** Public fields that a version holds as they stood; the note is house wording, and the slug is the address once published. */
const restored = [
  'byline',
  'category',
  'tags',
  'dateline',
  'access',
  'pieceKind',
  'series',
  'previously',
  'lang',
  'lead',
] as const satisfies readonly FieldName[]

/** Keeps the text as it stands under a label first, then makes words and fields those of `hash`. Nothing is lost by it. */
export async function restoreVersion(context: Context, desk: DeskState, person: Person, id: string, hash: string): Promise<Result<null>> {
  await context.sync.sync().catch(() => {})
  const article = readArticle(context.db, id)
  if (!article) return fail('notFound', 'There is no such article at this desk.')
  const kept = article.versions.find((version) => version.hash === hash)
  const bytes = versionBytesOf(context.db, hash)
  if (!kept || !bytes) return fail('notFound', 'This version is not on this computer. Nothing was changed.')
  if (areDetailsLocked(article))
    return fail(
      'notAllowed',
      `The article is ${inSentence(currentEdition(article).state)} and stays as it is. Open it for editing first. Nothing was changed.`,
    )
  if (context.documents.reading(id).problems.length > 0)
    return fail(
      'notAllowed',
      'The text holds parts that this version of the program does not know, so it is not changed. Open it with a newer version.',
    )
  const before = await keepBefore(context, desk, person, article, kept.n)
  if (!before.ok) return before
  const seen = readArticle(context.db, id)?.lastSeq ?? article.lastSeq
  const ordered = await command(context, person.id, { kind: 'restore', subject: id, body: { version: hash, seen } })
  if (!ordered.ok) return ordered
  const version = readVersion(bytes, hash)
  rewrite(context, person, id, version)
  return restoreFields(context, person, id, version)
}

async function keepBefore(context: Context, desk: DeskState, person: Person, article: ArticleState, n: number): Promise<Result<null>> {
  const draft = localDraft(context, desk, article)
  if (article.versions.some(({ hash }) => hash === draft.hash)) return ok(null)
  const body = { version: draft.hash, label: `before version ${n} was brought back` }
  const done = await command(context, person.id, { kind: 'version.keep', subject: article.id, body })
  if (done.ok) keepVersion(context.db, draft.hash, article.id, draft.bytes)
  return done
}

function rewrite(context: Context, person: Person, id: string, version: Version): void {
  const { db, documents, now } = context
  const doc = new Y.Doc()
  try {
    Y.applyUpdate(doc, documents.whole(id).update)
    const before = Y.encodeStateVector(doc)
    const wanted = canonicalText(readDocument(doc).document)
    rewriteDocument(doc, version)
    if (canonicalText(readDocument(doc).document) === wanted) return
    const update = Y.encodeStateAsUpdate(doc, before)
    const frame = writeBodyFrame({ clients: introducedClients(update), update })
    const cursor = db
      .transaction(() => {
        addBody(db, person.id, id, frame, now())
        return addUpdate(db, id, update)
      })
      .immediate()
    documents.stored(id, update, cursor)
    context.indexer.soon()
    // Also the window that asked: its text is another one now.
    context.changed({ topic: 'words', id, source: '' })
  } finally {
    doc.destroy()
  }
}

async function restoreFields(context: Context, person: Person, id: string, version: Version): Promise<Result<null>> {
  for (const field of restored) {
    const article = readArticle(context.db, id)
    if (!article) return fail('notFound', 'There is no such article at this desk.')
    const base = article.fields[field]
    const value = parseField(field, field === 'lead' ? (version.lead ?? noFields.lead) : version[field])
    if (value === undefined)
      return fail('invalid', `The ${field} of this version is not one that this program knows. The words are those of the version again.`)
    if (canonicalText(base) === canonicalText(value)) continue
    const set = await command(context, person.id, { kind: 'field.set', subject: id, body: { field, value, base } })
    if (!set.ok) return fail(set.error.code, `The words are those of the version again; its ${field} is not: ${set.error.message}`)
  }
  await context.sync.sync().catch(() => {})
  return ok(null)
}
