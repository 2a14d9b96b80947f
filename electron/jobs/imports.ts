/** Importing files: each becomes an article by the same operations that writing makes, or is refused whole, in words. */
import { randomUUID } from 'node:crypto'
import type { ParsedInput } from '../../shared/contract/contract.ts'
import { type Byline, parseByline } from '../../shared/desk/byline.ts'
import type { DeskState } from '../../shared/desk/desk.ts'
import { noFields } from '../../shared/desk/fields.ts'
import { fail, ok, type Result } from '../../shared/result.ts'
import { writeBodyFrame } from '../../shared/sync/bodyFrame.ts'
import { addUpdate } from '../database/documents.ts'
import type { ReadFile } from '../importing/import.worker.ts'
import { FileReader } from '../importing/reader.ts'
import { type Context, guarded } from '../handlers/context.ts'
import { addBody, addCommand } from '../sync/streams.ts'
import type { JobControl } from './jobs.ts'

type Words = Extract<ReadFile, { ok: true }>
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
const batchFiles = 50
const batchBytes = 2 * 1024 * 1024

interface Read {
  readonly name: string
  readonly words: Words
}

/** Runs an import to its end or until it is stopped; a file that cannot be read leaves nothing behind. */
export async function importFiles(context: Context, person: string, wanted: Wanted, filing: Filing, control: JobControl): Promise<void> {
  const reader = new FileReader()
  const { files } = wanted
  const stopped = (read: number) => control.note(`Stopped: ${read} of ${files.length} files were read. What came is kept.`)
  let batch: Read[] = []
  let bytes = 0
  // While the hub orders one batch, the files of the next are read.
  let going = Promise.resolve(true)
  let [goingFrom, from] = [0, 0]
  try {
    for (const sentence of filing.notes) control.note(sentence)
    for (const [index, file] of files.entries()) {
      const { name } = file
      control.say({ step: `Reading ${name}`, done: index })
      const outcome = await reader.read(name, file.bytes, wanted.headline)
      if (outcome.ok) {
        for (const note of outcome.notes) control.note(`${name}: ${note}`)
        batch.push({ name, words: outcome })
        bytes += outcome.update.byteLength
      } else control.note(outcome.message)
      const isStopped = control.isStopped()
      if (!isStopped && index < files.length - 1 && batch.length < batchFiles && bytes < batchBytes) continue
      if (!(await going)) return stopped(goingFrom)
      going = makeArticles(context, person, batch, filing, control)
      goingFrom = from
      from = index + 1
      batch = []
      bytes = 0
      if (isStopped && index < files.length - 1) {
        return stopped((await going) ? index + 1 : goingFrom)
      }
    }
    if (!(await going)) return stopped(goingFrom)
    control.say({ step: 'Done', done: files.length })
  } finally {
    reader.close()
    context.indexer.soon()
  }
}

/** Answers false when the rest would only meet the same full disk. */
async function makeArticles(
  context: Context,
  person: string,
  batch: readonly Read[],
  filing: Filing,
  control: JobControl,
): Promise<boolean> {
  if (batch.length === 0) return true
  const { db, sync } = context
  const made = await guarded(async () => {
    const written = db.transaction(() => batch.map(({ words }) => writeArticle(context, person, words, filing))).immediate()
    const outcomes = await sync.outcomesOf(written.flatMap(({ commands }) => commands))
    const refusals = new Map(outcomes.flatMap(({ cmdId, outcome, reason }) => (outcome === 'refused' ? [[cmdId, reason]] : [])))
    return ok(written.map(({ id, commands }) => ({ id, refusal: commands.map((cmdId) => refusals.get(cmdId)).find((reason) => reason) })))
  })
  const isFull = !made.ok && made.error.code === 'full'
  // None of them is stored then, and one sentence is enough.
  for (const [index, { name }] of (isFull ? batch.slice(0, 1) : batch).entries()) {
    const one = made.ok ? made.value[index] : undefined
    if (one && one.refusal === undefined) control.made(one.id)
    else control.note(`${name}: ${made.ok ? one?.refusal : made.error.message}`)
  }
  return !isFull
}

/** In the caller's transaction, by the same operations that writing makes. Answers them in their order. */
function writeArticle(context: Context, person: string, { update, clients }: Words, filing: Filing) {
  const { db, now } = context
  const id = randomUUID()
  const at = now()
  const create = addCommand(db, person, 'article.create', id, { lang: '' }, at)
  const fields = [
    addCommand(db, person, 'field.set', id, { field: 'category', value: filing.category, base: noFields.category }, at),
    addCommand(db, person, 'field.set', id, { field: 'byline', value: filing.byline, base: noFields.byline }, at),
  ]
  const body = addBody(db, person, id, writeBodyFrame({ clients, update }), at)
  addUpdate(db, id, update)
  return { id, commands: [create, ...fields, body] }
}
