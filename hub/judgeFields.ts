/** May a field of an article have this value? The same is asked of one that is set and of those that an article begins with. */
import { canonicalText } from '../shared/canonical.ts'
import { type ArticleState, currentEdition } from '../shared/desk/article.ts'
import { bylineKey, bylineProblem, isRegistered } from '../shared/desk/byline.ts'
import { isDay } from '../shared/desk/day.ts'
import type { DeskState } from '../shared/desk/desk.ts'
import type { Edition } from '../shared/desk/edition.ts'
import { type FieldName, fieldProblem, isFieldName, parseField } from '../shared/desk/fields.ts'
import type { BodyOf } from '../shared/desk/operation.ts'
import { hasRole, type Person, type PersonId } from '../shared/desk/person.ts'
import { fail, ok, type Result } from '../shared/result.ts'
import { articleIn, type Batch } from './batch.ts'

/** The article as far as its fields depend on it; one that is only being begun has no edition yet. */
interface Piece {
  readonly writers: readonly PersonId[]
  readonly edition?: Edition
  /** What stands when a value may not, as a sentence. */
  readonly otherwise: string
}

const kept = 'The field keeps what it had.'

/** [SY15] The last accepted value wins, unless it was made from a value that is no longer there. [BY5] */
export async function judgeField(
  batch: Batch,
  desk: DeskState,
  article: ArticleState,
  { field, value: wanted, base }: BodyOf<'field.set'>,
  person: Person,
): Promise<Result<null>> {
  if (!hasRole(person, 'writer', 'editor', 'publisher', 'recordsEditor'))
    return fail('notAllowed', 'The details of an article are set by those who write and edit.')
  const value = parseField(field, wanted)
  if (value === undefined) return fail('invalid', `${fieldProblem(field, wanted)} ${kept}`)
  const standing = canonicalText(article.fields[field])
  if (canonicalText(parseField(field, base) ?? base) !== standing) {
    return fail(
      'conflict',
      `Somebody else changed ${field} meanwhile: it is now ${standing}, you wanted ${canonicalText(value)}. Choose which stands.`,
    )
  }
  const writers = [article.createdBy, ...Object.keys(article.contributors)]
  return judgeValue(batch, desk, { writers, edition: currentEdition(article), otherwise: kept }, field, wanted)
}

/** Nobody could have changed them meanwhile: what is asked is whether the values may be. */
export async function judgeFirstFields(
  batch: Batch,
  desk: DeskState,
  fields: NonNullable<BodyOf<'article.create'>['fields']>,
  person: Person,
): Promise<Result<null>> {
  for (const [field, value] of Object.entries(fields)) {
    if (!isFieldName(field)) return fail('invalid', `There is no field named ${field}.`)
    const judged = await judgeValue(batch, desk, { writers: [person.id], otherwise: 'The article was not begun.' }, field, value)
    if (!judged.ok) return judged
  }
  return ok(null)
}

async function judgeValue(batch: Batch, desk: DeskState, piece: Piece, field: FieldName, wanted: unknown): Promise<Result<null>> {
  const value = parseField(field, wanted)
  if (value === undefined) return fail('invalid', `${fieldProblem(field, wanted)} ${piece.otherwise}`)
  if (field === 'category' && value !== '' && !desk.settings.categories.some(({ slug }) => slug === value)) {
    const known = desk.settings.categories.map(({ slug }) => slug).join(', ')
    return fail('invalid', `There is no category “${parseField('category', value) ?? ''}”. Categories are: ${known}. ${piece.otherwise}`)
  }
  if (field === 'previously' && (await missingPiece(batch, value)))
    return fail('invalid', `A piece named under “previously” is not at this desk. ${piece.otherwise}`)
  const day = dayIn(field, value)
  if (!isDay(day)) return fail('invalid', `“${day}” is no day of the calendar: write it as 2026-03-29. ${piece.otherwise}`)
  if (field === 'embargo') return judgeEmbargo(piece, parseField('embargo', value) ?? '')
  return field === 'byline' ? judgeByline(desk, piece, wanted) : ok(null)
}

/** The day that a value holds; empty: none. */
function dayIn(field: FieldName, value: unknown): string {
  if (field === 'dateline') return parseField('dateline', value)?.date ?? ''
  if (field === 'wantedBy') return parseField('wantedBy', value) ?? ''
  return field === 'rights' ? (parseField('rights', value)?.askedOn ?? '') : ''
}

/** What is on its way goes out by itself: an embargo that came later would be passed over. [QU5] */
function judgeEmbargo({ edition }: Piece, embargo: string): Result<null> {
  const schedule = edition?.state === 'scheduled' ? edition.schedule : undefined
  if (!schedule || embargo === '' || Date.parse(schedule.at) >= Date.parse(embargo)) return ok(null)
  return fail(
    'notAllowed',
    'It is on its way out before that embargo ends. Unschedule it first, then set the embargo. Nothing was changed.',
  )
}

async function missingPiece(batch: Batch, pieces: unknown): Promise<boolean> {
  for (const id of Array.isArray(pieces) ? pieces : []) if (!(await articleIn(batch, String(id)))) return true
  return false
}

function judgeByline(desk: DeskState, { writers }: Piece, value: unknown): Result<null> {
  const byline = parseField('byline', value)
  if (!byline) return fail('invalid', 'This is no byline.')
  const problem = byline.text.trim() === '' ? undefined : bylineProblem(byline)
  if (problem) return fail('invalid', problem)
  if (!isRegistered(byline.kind)) return ok(null)
  const owner = desk.bylines[bylineKey(byline)]
  if (owner === undefined || writers.includes(owner)) return ok(null)
  return fail('notAllowed', `${byline.text} is registered to somebody else. Choose other initials or another byline.`)
}
