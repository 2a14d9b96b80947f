/** The Record beside its pieces: years, the register of what was put right, receipts of destinations. */
import type { CorrectionRow, Receipt } from '../../shared/contract/record.ts'
import { queueWord } from '../../shared/desk/queueState.ts'
import { readVersion } from '../../shared/desk/version.ts'
import { fail, ok } from '../../shared/result.ts'
import { earlierOf } from '../../shared/site/earlier.ts'
import type { Readable } from '../database/open.ts'
import { laterEditions, yearsOf } from '../database/record.ts'
import { releasesOf, versionBytesOf } from '../database/versions.ts'
import { deskOf, guarded, type Handlers } from './context.ts'

const pageOf = 50

/** Kinds that the register does not hold: nothing was wrong. */
const notRegistered: ReadonlySet<string> = new Set(['original', 'update', 'typographical'])

export const recordHandlers: Pick<Handlers, 'record.years' | 'record.corrections' | 'record.receipts'> = {
  'record.years': (context) => ok({ years: yearsOf(context.db) }),

  'record.corrections'(context, _caller, { cursor }) {
    const rows = laterEditions(context.db, cursor, pageOf)
    const corrections = rows.flatMap(({ article, headline, version: name, envelope }): readonly CorrectionRow[] => {
      const bytes = versionBytesOf(context.db, name)
      const version = bytes && readVersion(bytes, name)
      if (!version || notRegistered.has(version.kind)) return []
      const { kind, correctionNotes: notes, changeNote } = version
      return [
        { article, headline, number: envelope.number, edition: envelope.edition, kind, at: envelope.publishedAt.at, notes, changeNote },
      ]
    })
    return ok({ corrections, next: rows.length === pageOf ? (rows.at(-1)?.cursor ?? '') : '' })
  },

  'record.receipts'(context, _caller, { id }) {
    const desk = deskOf(context)
    if (!desk.ok) return desk
    const kept = keptEditions(context.db, id)
    if (context.readOnly !== '') return ok({ receipts: [], kept })
    const nameOf = (destination: string) => desk.value.settings.destinations.find((known) => known.id === destination)?.name ?? destination
    return guarded(async () => {
      const answer = await context.line.ask({ type: 'receipts', article: id })
      if (!answer.ok) return fail('internal', answer.message)
      const receipts = answer.value.entries.map(
        ({ edition, destination, state, changedAt, filesWritten }): Receipt => ({
          edition,
          destination: nameOf(destination),
          state,
          word: queueWord(state),
          at: changedAt,
          files: filesWritten,
        }),
      )
      return ok({ receipts, kept })
    })
  },
}

/** By the rule that lays the pages. */
function keptEditions(db: Readable, id: string): readonly number[] {
  const editions = releasesOf(db, id).flatMap(({ version: name, envelope }) => {
    const bytes = versionBytesOf(db, name)
    const article = bytes && readVersion(bytes, name)
    return article ? [{ article, envelope }] : []
  })
  return earlierOf(editions).flatMap(({ edition, isKept }) => (isKept ? [edition] : []))
}
