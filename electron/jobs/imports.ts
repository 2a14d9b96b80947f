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

/** Runs an import to its end or until it is stopped; a file that cannot be read leaves nothing behind. */
export async function importFiles(context: Context, person: string, wanted: Wanted, filing: Filing, control: JobControl): Promise<void> {
  const reader = new FileReader()
  try {
    for (const sentence of filing.notes) control.note(sentence)
    for (const [index, { name, bytes }] of wanted.files.entries()) {
      if (control.isStopped()) {
        control.note(`Stopped: ${index} of ${wanted.files.length} files were read. What came is kept.`)
        return
      }
      control.say({ step: `Reading ${name}`, done: index })
      const outcome = await reader.read(name, bytes, wanted.headline)
      if (!outcome.ok) {
        control.note(outcome.message)
        continue
      }
      for (const note of outcome.notes) control.note(`${name}: ${note}`)
      const made = await guarded(() => makeArticle(context, person, outcome, filing))
      if (made.ok) control.made(made.value)
      else control.note(`${name}: ${made.error.message}`)
      // The next file would only meet the same disk.
      if (!made.ok && made.error.code === 'full') {
        control.note(`Stopped: ${index} of ${wanted.files.length} files were read. What came is kept.`)
        return
      }
    }
    control.say({ step: 'Done', done: wanted.files.length })
  } finally {
    reader.close()
    context.indexer.soon()
  }
}

async function makeArticle(context: Context, person: string, { update, clients }: Words, filing: Filing): Promise<Result<string>> {
  const { db, now, sync } = context
  const id = randomUUID()
  const commands = db
    .transaction(() => {
      const at = now()
      const create = addCommand(db, person, 'article.create', id, { lang: '' }, at)
      const fields = [
        addCommand(db, person, 'field.set', id, { field: 'category', value: filing.category, base: noFields.category }, at),
        addCommand(db, person, 'field.set', id, { field: 'byline', value: filing.byline, base: noFields.byline }, at),
      ]
      const body = addBody(db, person, id, writeBodyFrame({ clients, update }), at)
      addUpdate(db, id, update)
      return [create, ...fields, body]
    })
    .immediate()
  const outcomes = await sync.outcomesOf(commands)
  const refused = outcomes.find(({ outcome }) => outcome === 'refused')
  return refused ? fail('notAllowed', refused.reason) : ok(id)
}
