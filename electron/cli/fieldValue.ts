/** A field's value as a person writes it on the command line, and the value it means. */
import { bylineKinds } from '../../shared/desk/byline.ts'
import { type FieldName, noFields } from '../../shared/desk/fields.ts'
import { instantOf } from '../../shared/desk/zone.ts'
import { fail, ok, type Result } from '../../shared/result.ts'
import { articleMeant, type Hand, personMeant } from './hand.ts'

type Json = ReturnType<typeof JSON.parse>

/** What may be written for fields that are not one plain line; `help set` prints them. */
export const fieldForms: Partial<Record<FieldName, string>> = {
  pieceKind: 'article, notice or “report part”',
  category: 'the part of its address, such as archives: settings lists them',
  byline: `KIND or KIND:TEXT; kinds: ${bylineKinds.join(', ')}`,
  contributorsNote: 'a note of the settings, by its id or its name',
  lang: 'such as en-GB or de',
  access: 'open or registered',
  correctionNotes: '[{"wrote":"nine","shouldSay":"eight","note":"","doNotRepeat":false}]',
  tags: 'parted by commas',
  dateline: 'PLACE or PLACE, YYYY-MM-DD',
  series: 'NAME or NAME, NUMBER',
  previously: 'up to three ARTICLEs, parted by commas; empty: none',
  lead: 'set by “picture --lead”; empty: none',
  embargo: '“2026-11-27 08:00” on the newspaper’s clock, or an instant; empty: none',
  reader: 'PERSON; empty: anyone',
  wantedBy: 'YYYY-MM-DD',
  wantedLength: 'a number of words',
  rights: 'WHOSE or WHOSE; LICENCE, with ; YYYY-MM-DD behind when they were asked for',
}

/** JSON is taken as it is; `base`: the value that stands. People, articles and times are looked up. */
export async function fieldValue(hand: Hand, field: FieldName, written: string, base: unknown): Promise<Result<Json>> {
  switch (field) {
    case 'pieceKind':
      return ok(/^report[\s_-]?part$/iu.test(written) ? 'reportPart' : written.toLowerCase())
    case 'byline':
      return ok(written.startsWith('{') ? parsed(written) : parted(written, ':', 'kind', 'text'))
    case 'dateline':
      return ok(written.startsWith('{') ? parsed(written) : tailed(written, /^\d{4}-\d{2}-\d{2}$/u, 'place', 'date', (date) => date))
    case 'series':
      return ok(written.startsWith('{') ? parsed(written) : tailed(written, /^\d{1,3}$/u, 'name', 'number', Number))
    case 'rights':
      return ok(written.startsWith('{') ? parsed(written) : rightsMeant(written))
    case 'previously':
      return piecesMeant(hand, written)
    case 'lead':
      return ok(written.trim() === '' ? noFields.lead : parsed(written))
    case 'contributorsNote':
      return noteMeant(hand, written)
    case 'reader':
      return written.trim() === '' ? ok('') : idOf(await personMeant(hand, written))
    case 'embargo':
      return written.trim() === '' ? ok('') : instantMeant(hand, written)
    default:
      return ok(typeof base === 'string' ? written : Array.isArray(base) ? listed(written) : parsed(written))
  }
}

function idOf(person: Result<{ readonly id: string }>): Result<Json> {
  return person.ok ? ok(person.value.id) : person
}

/** Each by id, the beginning of one, or its exact headline. */
async function piecesMeant(hand: Hand, written: string): Promise<Result<Json>> {
  const whole = written.includes(',') ? await articleMeant(hand, written) : undefined
  if (whole?.ok) return ok([whole.value])
  const ids: string[] = []
  for (const name of listed(written) as readonly unknown[]) {
    const id = await articleMeant(hand, String(name))
    if (!id.ok) return id
    ids.push(id.value)
  }
  return ok(ids)
}

/** A note of the house, by its id or by its name. */
async function noteMeant(hand: Hand, written: string): Promise<Result<Json>> {
  const read = await hand.call('settings.read', {})
  if (!read.ok) return read
  const notes = read.value.settings.contributorsNotes
  const wanted = written.trim().toLowerCase()
  const found = notes.find(({ id, name }) => id.toLowerCase() === wanted || name.toLowerCase() === wanted)
  if (found) return ok(found.id)
  const known = notes.map(({ id, name }) => `${id} (${name})`).join(', ')
  return fail('invalid', `There is no contributors’ note “${written}”. Notes are: ${known}. The field keeps what it had.`)
}

async function instantMeant(hand: Hand, written: string): Promise<Result<Json>> {
  const read = await hand.call('settings.read', {})
  return read.ok ? instantOf(written, read.value.settings.zone) : read
}

/** `KIND:TEXT`: what stands before the sign and after it. */
function parted(written: string, sign: string, before: string, after: string): Json {
  const at = written.indexOf(sign)
  return { [before]: at < 0 ? written : written.slice(0, at), [after]: at < 0 ? '' : written.slice(at + 1).trim() }
}

/** `NAME, 2`: a last part of this shape is a value of its own. */
function tailed(written: string, shape: RegExp, name: string, tail: string, value: (text: string) => unknown): Json {
  const at = written.lastIndexOf(',')
  const last = written.slice(at + 1).trim()
  return at >= 0 && shape.test(last)
    ? { [name]: written.slice(0, at).trim(), [tail]: value(last) }
    : { [name]: written.trim(), [tail]: value('') }
}

/** `Ours; the archive’s; CC BY 4.0; 2026-05-03`: a day at the end, a licence before it, whose they are in front. */
function rightsMeant(written: string): Json {
  const parts = written.split(';').map((part) => part.trim())
  const askedOn = /^\d{4}-\d{2}-\d{2}$/u.test(parts.at(-1) ?? '') && parts.length > 1 ? parts.pop() : ''
  const licence = parts.length > 1 ? parts.pop() : ''
  return { whose: parts.join('; '), licence, askedOn }
}

function listed(written: string): Json {
  const json = written.trim().startsWith('[') ? parsed(written) : undefined
  if (Array.isArray(json)) return json
  return written
    .split(',')
    .map((part) => part.trim())
    .filter((part) => part !== '')
}

function parsed(written: string): Json {
  try {
    return JSON.parse(written)
  } catch {
    return written
  }
}
