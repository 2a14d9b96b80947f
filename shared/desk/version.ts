/** A version: the exact words and public fields of an edition, as canonical bytes named by their hash. */
import { canonicalBytes, type Hash, hashOf } from '../canonical.ts'
import { figuresIn } from '../document/figureUses.ts'
import { type BlocksJson, type DocumentJson, type InlineJson, schemaVersion } from '../document/json.ts'
import type { ArticleState } from './article.ts'
import type { Byline } from './byline.ts'
import type { Edition, EditionKind } from './edition.ts'
import type { ArticleFields } from './fields.ts'
import { type HouseSettings, noteText } from './settings.ts'
import { slugIn, slugOf } from './slug.ts'

export interface Version {
  readonly v: 1
  readonly article: string
  readonly edition: number
  readonly kind: EditionKind
  readonly schema: number
  readonly lang: string
  readonly headline: InlineJson
  readonly standfirst: InlineJson
  readonly body: BlocksJson
  readonly byline: Byline
  /** The note as it stood when the version was taken, so that later house wording cannot change what was approved. */
  readonly contributorsNote: string
  readonly category: string
  readonly tags: readonly string[]
  readonly dateline: ArticleFields['dateline']
  readonly slug: string
  readonly access: ArticleFields['access']
  readonly pieceKind: ArticleFields['pieceKind']
  readonly series: ArticleFields['series']
  readonly previously: readonly string[]
  /** The picture at its head and in previews, where one was chosen: also the first of `media`. */
  readonly lead?: ArticleFields['lead']
  readonly media: readonly MediaUse[]
  readonly correctionNotes: readonly CorrectionNote[]
  readonly changeNote: string
  readonly sources: readonly PublicSource[]
}

export interface MediaUse {
  readonly hash: Hash
  readonly alt: string
  readonly caption: string
  readonly credit: string
  /** Smaller copies, as `renditionWidths` counts them; none in versions of before there were any. */
  readonly renditions: readonly Hash[]
}

export interface CorrectionNote {
  readonly wrote: string
  readonly shouldSay: string
  readonly note: string
  readonly doNotRepeat: boolean
}

export interface PublicSource {
  readonly text: string
  readonly address: string
}

/** The draft as a version: the clean document and the public fields, with everything internal left behind. */
export function versionOf(
  article: Pick<ArticleState, 'id' | 'fields' | 'editions' | 'renditions'>,
  edition: Pick<Edition, 'n' | 'kind'>,
  document: DocumentJson,
  settings: HouseSettings,
  headlineText: string,
): Version {
  const { fields } = article
  return {
    v: 1,
    article: article.id,
    edition: edition.n,
    kind: edition.kind,
    schema: schemaVersion,
    lang: fields.lang,
    headline: document.headline,
    standfirst: document.standfirst,
    body: document.body,
    byline: fields.byline,
    contributorsNote: noteText(settings, fields.contributorsNote),
    category: fields.category,
    tags: fields.tags,
    dateline: fields.dateline,
    slug: fields.slug || standingSlug(article) || slugOf(headlineText),
    access: fields.access,
    pieceKind: fields.pieceKind,
    series: fields.series,
    previously: fields.previously,
    ...(fields.lead.media !== '' && { lead: fields.lead }),
    media: [...(fields.lead.media === '' ? [] : [fields.lead]), ...figuresIn(document.body)].map(
      ({ media: hash, alt, caption, credit }) => ({ hash, alt, caption, credit, renditions: article.renditions?.[hash] ?? [] }),
    ),
    correctionNotes: fields.correctionNotes.map(asPublished),
    changeNote: fields.changeNote,
    sources: [],
  }
}

/** The slug of the address the article stands at, so that a new headline moves nothing; empty before its first release. [SI4] */
function standingSlug({ editions }: Pick<ArticleState, 'editions'>): string {
  const address = editions.findLast(({ publication }) => publication !== undefined)?.publication?.address ?? ''
  return slugIn(address)
}

/** What must not be repeated is described by its note and never quoted, not even in the version. [SI8] */
function asPublished(note: CorrectionNote): CorrectionNote {
  return note.doNotRepeat ? { ...note, wrote: '' } : note
}

/** The RFC 8785 bytes that are stored, hashed and published from; never serialised a second time. [WF2] */
export function versionBytes(version: Version): Uint8Array {
  return canonicalBytes(version)
}

/** The name of a version: SHA-256 over `chancery/version/1\n` and its stored bytes. */
export function versionHash(bytes: Uint8Array): Hash {
  return hashOf('chancery/version/1\n', bytes)
}

/** Reads stored bytes; throws when they do not have the name they are kept under. */
export function readVersion(bytes: Uint8Array, name: Hash): Version {
  const actual = versionHash(bytes)
  if (actual !== name) throw new Error(`version ${name}: the stored bytes are those of ${actual}`)
  return JSON.parse(new TextDecoder().decode(bytes)) as Version
}
