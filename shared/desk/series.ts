/** Special reports: a named series whose parts are pieces of the kind *report part*; readers know it by its name, addresses by a slug of it. */
import { hashOf } from '../canonical.ts'
import type { ArticleFields } from './fields.ts'
import { slugOf } from './slug.ts'

export type SeriesPart = ArticleFields['series']

/** The series a piece is a part of; undefined for any other piece, whatever its field still says. */
export function partOf({ pieceKind, series }: Pick<ArticleFields, 'pieceKind' | 'series'>): SeriesPart | undefined {
  const name = series.name.trim()
  return pieceKind === 'reportPart' && name !== '' ? { name, number: series.number } : undefined
}

/** Names that differ by capitals or punctuation alone are one report; one without a letter of ours has a name made of its own. */
export function seriesSlug(name: string): string {
  const slug = slugOf(name)
  return slug === 'untitled' ? `report-${hashOf('chancery/series/1\n', name.trim()).slice(0, 8)}` : slug
}
