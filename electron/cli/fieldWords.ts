/** What a field of an article holds, in words: told after it was set, so that whoever wrote it sees what was understood. */
import type { ArticleFields, FieldName } from '../../shared/desk/fields.ts'
import { zonedTime } from '../../shared/desk/zone.ts'
import { dateWords } from '../../shared/site/dates.ts'

/** What is needed beside the fields: names of people, and the newspaper's clock. */
export interface FieldSurroundings {
  readonly nameOf: (person: string) => string
  readonly zone: string
}

/** `whose: the archive; licence: CC BY 4.0; asked on 3 May 2026`; an empty field holds *nothing*. */
export function fieldWords(field: FieldName, fields: ArticleFields, { nameOf, zone }: FieldSurroundings): string {
  switch (field) {
    case 'byline':
      return named(
        [
          ['', fields.byline.kind],
          ['', fields.byline.text],
        ],
        ': ',
      )
    case 'dateline':
      return named([
        ['place', fields.dateline.place],
        ['date', day(fields.dateline.date)],
      ])
    case 'series':
      return named([
        ['', fields.series.name],
        ['part', fields.series.number === 0 ? '' : String(fields.series.number)],
      ])
    case 'rights':
      return named([
        ['whose', fields.rights.whose],
        ['licence', fields.rights.licence],
        ['asked on', day(fields.rights.askedOn)],
      ])
    case 'lead':
      return named([
        ['', fields.lead.media === '' ? '' : 'a picture'],
        ['alternative text', fields.lead.alt],
      ])
    case 'embargo':
      return fields.embargo === '' ? nothing : `until ${clock(fields.embargo, zone)}`
    case 'wantedBy':
      return day(fields.wantedBy) || nothing
    case 'reader':
      return fields.reader === '' ? 'anyone' : nameOf(fields.reader)
    case 'correctionNotes':
      return fields.correctionNotes.length === 1 ? '1 entry' : `${fields.correctionNotes.length} entries`
    default:
      return plain(fields[field])
  }
}

const nothing = 'nothing'

function plain(value: string | number | readonly string[]): string {
  const words = Array.isArray(value) ? value.join(', ') : String(value)
  return words === '' || words === '0' ? nothing : words
}

/** Parts that hold something, each behind its name. */
function named(parts: readonly (readonly [string, string])[], sign = '; '): string {
  const held = parts.flatMap(([name, words]) => (words === '' ? [] : [name === '' ? words : `${name}: ${words}`]))
  return held.length === 0 ? nothing : held.join(sign)
}

/** `3 May 2026`; what is no date stays as it is. */
function day(iso: string): string {
  return /^\d{4}-\d{2}-\d{2}$/u.test(iso) ? dateWords(iso) : iso
}

function clock(instant: string, zone: string): string {
  const wall = zonedTime(new Date(instant), zone).at
  return `${dateWords(wall)}, ${wall.slice(11, 16)}`
}
