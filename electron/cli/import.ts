/** `import`: files become articles, each wholly or not at all. */
import { readFile, stat } from 'node:fs/promises'
import { basename, dirname, resolve } from 'node:path'
import type { ArticleRow } from '../../shared/contract/articles.ts'
import { type Byline, bylineKinds, bylineProblem, parseByline } from '../../shared/desk/byline.ts'
import { type Failure, fail, ok, type Result } from '../../shared/result.ts'
import { errorCode } from '../owner/dataFolder.ts'
import { articleDocument, articleTable } from './articleDocument.ts'
import { picturesBeside } from '../importing/picturesBeside.ts'
import { type DeskCommand, textOf } from './command.ts'
import { type Hand, jobEnded, sitDown } from './hand.ts'

const mostBytes = 50 * 1024 * 1024

interface Filing {
  readonly category: string
  readonly byline: string
  readonly headline: string
}

interface Imported {
  readonly rows: readonly ArticleRow[]
  readonly notes: readonly string[]
}

export const importCommand: DeskCommand = {
  name: 'import',
  form: 'FILE… [--as PERSON] [--headline H] [--category C] [--byline KIND[:TEXT]]',
  summary: 'make articles from .txt, .md and .html files',
  options: { as: { type: 'string' }, headline: { type: 'string' }, category: { type: 'string' }, byline: { type: 'string' } },
  words: [1, 10_000],
  needs: 'desk',
  async run(hand, given) {
    const headline = textOf(given, 'headline')
    if (headline !== '' && given.words.length > 1) return { wrongUsage: '--headline is for one file: these are several.' }
    if (given.values.headline !== undefined && headline.trim() === '')
      return fail('invalid', 'The headline given with --headline is empty. Nothing was imported; write one, or leave the option out.')
    const byline = bylineMeant(given.values.byline)
    if (!byline.ok) return byline
    const seated = await sitDown(hand, textOf(given, 'as'))
    if (!seated.ok) return seated
    const category = await categoryMeant(hand, textOf(given, 'category'))
    if (!category.ok) return category

    const rows: ArticleRow[] = []
    const notes: string[] = category.value.note === '' ? [] : [category.value.note]
    const refused: { readonly file: string; readonly error: Failure }[] = []
    for (const file of given.words) {
      const imported = await importOne(hand, file, { headline, category: category.value.slug, byline: byline.value })
      if (imported.ok) {
        rows.push(...imported.value.rows)
        notes.push(...imported.value.notes)
      } else refused.push({ file, error: imported.error })
    }
    const [first] = refused
    if (first && rows.length === 0 && refused.length === 1) return { ok: false, error: first.error }
    return ok({
      document: {
        articles: rows.map(articleDocument),
        notes,
        ...(first
          ? { refused: refused.map(({ file, error }) => ({ file, code: error.code, message: error.message })), error: refusals(refused) }
          : {}),
      },
      text: rows.length === 0 ? '' : articleTable(rows),
      notes: [...notes, ...refused.map(({ error }) => error.message)],
      exit: first ? 1 : 0,
    })
  },
}

async function importOne(hand: Hand, file: string, { headline, category, byline }: Filing): Promise<Result<Imported>> {
  const bytes = await bytesOf(resolve(hand.cwd, file), file)
  if (!bytes.ok) return bytes
  const path = resolve(hand.cwd, file)
  const pictures = await picturesBeside(dirname(path), basename(path), bytes.value)
  const started = await hand.call('imports.start', {
    files: [{ name: basename(file), bytes: bytes.value }],
    pictures,
    ...(headline === '' ? {} : { headline }),
    ...(category === '' ? {} : { category }),
    ...(byline === '' ? {} : { byline }),
  })
  if (!started.ok) return started
  const job = await jobEnded(hand, started.value)
  if (!job.ok) return job
  const { articles, notes, state } = job.value
  if (state !== 'done' || articles.length === 0)
    return fail('invalid', notes.join(' ') || `${file} could not be imported. Nothing of it was kept.`)
  const rows: ArticleRow[] = []
  for (const id of articles) {
    const read = await hand.call('articles.read', { id })
    if (!read.ok) return read
    rows.push(read.value.row)
  }
  return ok({ rows, notes })
}

async function bytesOf(path: string, file: string): Promise<Result<Uint8Array<ArrayBuffer>>> {
  try {
    const { size } = await stat(path)
    if (size > mostBytes)
      return fail('invalid', `${file} has ${Math.ceil(size / 1024 / 1024)} MB; at most 50 MB can be imported. Nothing of it was kept.`)
    return ok(new Uint8Array(await readFile(path)))
  } catch (error) {
    const code = errorCode(error)
    const reason =
      code === 'ENOENT' || code === 'ENOTDIR' ? 'is not there' : code === 'EISDIR' ? 'is a folder' : `could not be read (${code})`
    return fail(code === 'ENOENT' ? 'notFound' : 'invalid', `${file} ${reason}. Nothing of it was imported.`)
  }
}

/** As the contract takes it; refused in words when the kind is unknown or its text cannot stand. */
function bylineMeant(value: unknown): Result<string> {
  if (typeof value !== 'string') return ok('')
  const byline = parseByline(normalised(value))
  if (!byline) {
    return fail(
      'invalid',
      `There is no byline of the kind “${value.split(':')[0] ?? ''}”. Kinds are: ${bylineKinds.join(', ')}. Nothing was imported.`,
    )
  }
  const problem = bylineProblem(byline)
  return problem ? fail('invalid', `${problem} Nothing was imported.`) : ok(written(byline))
}

function written({ kind, text }: Byline): string {
  return text === '' ? kind : `${kind}:${text}`
}

/** `pen name:…` and `pen-name:…` mean `penName:…`. */
function normalised(value: string): string {
  const colon = value.indexOf(':')
  const kind = (colon < 0 ? value : value.slice(0, colon)).toLowerCase().replaceAll(/[\s_-]+/g, '')
  const known = bylineKinds.find((name) => name.toLowerCase() === kind)
  return known ? known + (colon < 0 ? '' : value.slice(colon)) : value
}

/** The slug of a category by slug or name; of the first when none is named or known, with a note that says so. */
async function categoryMeant({ call }: Hand, name: string): Promise<Result<{ readonly slug: string; readonly note: string }>> {
  const read = await call('settings.read', {})
  if (!read.ok) return read
  const { categories } = read.value.settings
  const wanted = name.trim().toLowerCase()
  const found = categories.find(({ slug }) => slug === wanted) ?? categories.find((category) => category.name.toLowerCase() === wanted)
  if (found) return ok({ slug: found.slug, note: '' })
  const [first] = categories
  if (!first) return ok({ slug: '', note: 'The house has no categories, so none is chosen.' })
  const why = wanted === '' ? 'No category was named' : `The house has no category “${name.trim()}”`
  return ok({ slug: first.slug, note: `${why}: filed under ${first.name}.` })
}

function refusals(refused: readonly { readonly error: Failure }[]): { readonly code: string; readonly message: string } {
  return { code: refused[0]?.error.code ?? 'invalid', message: refused.map(({ error }) => error.message).join(' ') }
}
