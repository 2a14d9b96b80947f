/** Importing files: each becomes an article by the same operations that writing makes, or is refused whole, in words. */
import { canonicalText } from '../../shared/canonical.ts'
import type { ParsedInput } from '../../shared/contract/contract.ts'
import { type Byline, parseByline } from '../../shared/desk/byline.ts'
import type { DeskState } from '../../shared/desk/desk.ts'
import { noFields } from '../../shared/desk/fields.ts'
import type { BodyOf } from '../../shared/desk/operation.ts'
import { fail, ok, type Result } from '../../shared/result.ts'
import { withoutWaiting } from '../../sqlite/withoutWaiting.ts'
import { beginBulk, endBulk } from '../database/bulk.ts'
import { readArticle } from '../database/articles.ts'
import { removeUpdates } from '../database/documents.ts'
import type { Database } from '../database/open.ts'
import { type Context, guarded } from '../handlers/context.ts'
import { neighbours } from '../sync/ids.ts'
import { type Piece, writeArticles } from './importedArticles.ts'
import { readWithPictures } from './importedPictures.ts'
import type { JobControl } from './jobs.ts'

type Wanted = ParsedInput<'imports.start'>

interface Filing {
  readonly category: string
  readonly byline: Byline
  /** What was decided for the person, said once. */
  readonly notes: readonly string[]
}

/** Where imported pieces are filed; refuses a byline that is none. */
export function filingOf(desk: DeskState, wanted: Pick<Wanted, 'category' | 'byline'>): Result<Filing> {
  const byline = parseByline(wanted.byline ?? 'staff')
  if (!byline)
    return fail(
      'invalid',
      `“${wanted.byline}” is not a byline. Write named:Name, initials:A. B., penName:Name, staff, none or issuer:Office. Nothing was imported.`,
    )
  const { categories } = desk.settings
  const asked = (wanted.category ?? '').trim().toLowerCase()
  const found = categories.find(({ slug, name }) => slug === asked || name.toLowerCase() === asked)
  const [first] = categories
  if (found) return ok({ category: found.slug, byline, notes: [] })
  if (!first) return ok({ category: '', byline, notes: ['There are no categories in the settings, so none was chosen.'] })
  const why = asked === '' ? 'No category was named' : `There is no category “${wanted.category}”`
  return ok({ category: first.slug, byline, notes: [`${why}: filed under ${first.name}. Change it in Details.`] })
}

/** Files that go to the desk together: each commit and each answer of the hub is waited for once a batch. */
const batchFiles = 32
const batchBytes = 192 * 1024
/** Files that are read ahead, and batches that the hub may have before it: nobody waits for the other. */
const readAhead = 16
const underWay = 3

interface ReadWords {
  readonly name: string
  readonly words: Piece['words']
}

/** Runs an import to its end or until it is stopped; a file that cannot be read leaves nothing behind. */
export async function importFiles(context: Context, person: string, wanted: Wanted, filing: Filing, control: JobControl): Promise<void> {
  const { db } = context
  const { files } = wanted
  const read = (file: Wanted['files'][number]) => readWithPictures(context, file, wanted)
  const reading = files.slice(0, readAhead).map(read)
  /** Batches that are written and not yet at the desk, each with how many files had been read by then. */
  const going: { readonly upTo: number; readonly isKept: Promise<boolean> }[] = []
  let batch: ReadWords[] = []
  let bytes = 0
  /** Files that came, whatever becomes of the others. */
  let came = 0
  const run: Run = { context, person, begins: beginningOf(filing), control, written: Promise.resolve(), isFullSaid: false }
  /** Waits until at most `most` batches are under way; false when the rest would only meet the same full disk. */
  const settle = async (most: number): Promise<boolean> => {
    for (let first = going[0]; first && going.length > most; first = going[0]) {
      if (!(await first.isKept)) return false
      going.shift()
      came = first.upTo
    }
    return true
  }
  beginBulk(db)
  try {
    for (const sentence of filing.notes) control.note(sentence)
    for (const [index, { name }] of files.entries()) {
      control.say({ step: `Reading ${name}`, done: index })
      if (index % readAhead === 0) reading.push(...files.slice(index + readAhead, index + 2 * readAhead).map(read))
      const outcome = await reading[index]
      if (outcome?.ok) {
        for (const note of outcome.notes) control.note(`${name}: ${note}`)
        batch.push({ name, words: outcome })
        bytes += outcome.frame.byteLength
      } else if (outcome) control.note(outcome.message)
      const isLast = index === files.length - 1 || control.isStopped()
      if (!isLast && batch.length < batchFiles && bytes < batchBytes) continue
      if (!(await settle(underWay - 1))) break
      const isKept = makeArticles(run, batch)
      // One that fails is heard when its turn comes.
      isKept.catch(() => {})
      going.push({ upTo: index + 1, isKept })
      batch = []
      bytes = 0
      if (isLast) break
    }
    await settle(0)
    if (came < files.length) control.note(`Stopped: ${came} of ${files.length} files were read. What came is kept.`)
    else control.say({ step: 'Done', done: files.length })
  } finally {
    await Promise.allSettled(going.map(({ isKept }) => isKept))
    endBulk(db)
    context.indexer.soon()
  }
}

interface Run {
  readonly context: Context
  readonly person: string
  /** What each of its articles begins with. */
  readonly begins: BodyOf<'article.create'>
  readonly control: JobControl
  /** Settles when the batch before is written, or is not: each operation names the one before it. */
  written: Promise<unknown>
  isFullSaid: boolean
}

/** What every article begins with need not be said. */
function beginningOf({ category, byline }: Filing): BodyOf<'article.create'> {
  const fields = {
    ...(category !== noFields.category && { category }),
    ...(canonicalText(byline) !== canonicalText(noFields.byline) && { byline }),
  }
  return { lang: '', ...(Object.keys(fields).length > 0 && { fields }) }
}

/** Answers false when the rest would only meet the same full disk. */
async function makeArticles(run: Run, batch: readonly ReadWords[]): Promise<boolean> {
  const { context, control } = run
  if (batch.length === 0) return true
  const { db, sync, indexer } = context
  const nextId = neighbours()
  const pieces = batch.map((piece) => ({ id: nextId(), ...piece }))
  const ids = pieces.map(({ id }) => id)
  indexer.expect(ids)
  try {
    const made = await guarded(async () => {
      const writing = run.written.then(() => writeArticles(context, run.person, run.begins, pieces))
      run.written = writing.catch(() => {})
      const written = await writing
      const outcomes = await sync.outcomesOf(written.flatMap(({ commands }) => commands))
      const refusals = new Map(outcomes.flatMap(({ cmdId, outcome, reason }) => (outcome === 'refused' ? [[cmdId, reason]] : [])))
      return ok(written.map((one) => ({ ...one, refusal: one.commands.map((cmdId) => refusals.get(cmdId)).find((reason) => reason) })))
    })
    const isFull = !made.ok && made.error.code === 'full'
    // None of them is stored then, and one sentence is enough.
    const told = isFull ? batch.slice(0, run.isFullSaid ? 0 : 1) : batch
    run.isFullSaid ||= isFull
    const come: string[] = []
    for (const [index, { name }] of told.entries()) {
      const one = made.ok ? made.value[index] : undefined
      if (one && one.refusal === undefined) come.push(one.id)
      else control.note(`${name}: ${made.ok ? one?.refusal : made.error.message}`)
    }
    control.made(come)
    if (made.ok) dropRefused(db, made.value)
    if (made.ok) await indexer.take(made.value.filter(({ refusal }) => refusal === undefined))
    return !isFull
  } finally {
    indexer.forgo(ids)
  }
}

/** What was refused stands in the log with its reason, and nowhere else. */
function dropRefused(db: Database, pieces: readonly { readonly id: string; readonly refusal: string | undefined }[]): void {
  const refused = pieces.filter(({ id, refusal }) => refusal !== undefined && !readArticle(db, id))
  if (refused.length > 0) withoutWaiting(db, () => refused.forEach(({ id }) => removeUpdates(db, id)))
}
