/** What differs between two versions beside their words: each public field that is another one, as people call it and would say it. */
import { dateWords } from '../site/dates.ts'
import { creditText } from './byline.ts'
import { kindNames, pieceKindNames } from './kindNames.ts'
import { partOf } from './series.ts'
import type { CorrectionNote, Version } from './version.ts'

export interface ChangedField {
  readonly name: string
  /** Empty: there was none, or is none now. */
  readonly before: string
  readonly after: string
  /** Names of the pictures, where the picture is another one. */
  readonly pictures?: { readonly before: string; readonly after: string }
}

/** What names mean that stand for something else. */
export interface FieldNames {
  readonly category: (slug: string) => string
  readonly piece: (id: string) => string
  readonly houseCredit: string
}

/** In the order in which a page shows them. */
export function changedFields(before: Version, after: Version, names: FieldNames): readonly ChangedField[] {
  const [old, young] = [said(before, names), said(after, names)]
  const fields = young.flatMap(([name, now], index): readonly ChangedField[] => {
    const was = old[index]?.[1] ?? ''
    return was === now ? [] : [{ name, before: was, after: now }]
  })
  const [was, now] = [before.lead?.media ?? '', after.lead?.media ?? '']
  if (was === now) return fields
  return [{ name: 'Lead picture', before: pictureWords(was), after: pictureWords(now), pictures: { before: was, after: now } }, ...fields]
}

/** The same names in the same order for each version. */
function said(version: Version, names: FieldNames): readonly (readonly [string, string])[] {
  const { byline, dateline, lead, correctionNotes } = version
  const part = partOf(version)
  return [
    ['Alternative text of the lead', lead?.alt ?? ''],
    ['Caption of the lead', lead?.caption ?? ''],
    ['Credit of the lead', lead?.credit ?? ''],
    ['What stays in sight of the lead', lead ? `${lead.focus.x} % from the left, ${lead.focus.y} % from the top` : ''],
    ['Kind of edition', kindNames[version.kind].toLowerCase()],
    ['Kind of piece', pieceKindNames[version.pieceKind].toLowerCase()],
    ['Category', version.category === '' ? '' : names.category(version.category)],
    ['Byline', byline.kind === 'none' ? 'no line' : creditText(byline, names.houseCredit)],
    ['Contributors’ note', version.contributorsNote],
    ['Dateline', [dateline.place, dateline.date === '' ? '' : dateWords(dateline.date)].filter((words) => words !== '').join(', ')],
    ['Tags', version.tags.join(', ')],
    ['Special report', part ? `${part.name}, part ${part.number}` : ''],
    ['Previously', version.previously.map((id) => `“${names.piece(id)}”`).join(', ')],
    ['Open to', version.access === 'open' ? 'everybody' : 'registered readers'],
    ['Language', version.lang],
    ['Slug', version.slug],
    ['Change note', version.changeNote],
    ['Corrections', correctionNotes.map(noteWords).join(' ')],
  ]
}

function noteWords({ wrote, shouldSay, note, doNotRepeat }: CorrectionNote): string {
  const parts = [
    wrote === '' ? '' : `We wrote: “${wrote}”`,
    shouldSay === '' ? '' : `It should say: “${shouldSay}”`,
    note,
    doNotRepeat ? '(Not repeated.)' : '',
  ]
  return parts.filter((part) => part !== '').join(' ')
}

function pictureWords(hash: string): string {
  return hash === '' ? '' : 'a picture'
}
