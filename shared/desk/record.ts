/** The record: what an edition was when it was released, chained to the edition released before it. [SI9] */
import { canonicalBytes, type Hash, hashOf } from '../canonical.ts'
import type { Byline } from './byline.ts'
import type { Version } from './version.ts'

/** A wall-clock time with its offset, such as `2026-11-23T09:15:00+00:00`, and the IANA zone it was told in. [WF10] */
export interface ZonedTime {
  readonly at: string
  readonly zone: string
}

export interface Weather {
  /** `light rain`. */
  readonly condition: string
  /** Degrees Celsius, per cent, kilometres an hour; absent when not given. */
  readonly temperature?: number
  readonly humidity?: number
  readonly wind?: number
  readonly source: string
  readonly observedAt: string
}

/** What is known only at release: frozen once, by the hub. */
export interface Envelope {
  /** The article's place in the record, once and for ever. */
  readonly number: number
  readonly edition: number
  readonly publishedAt: ZonedTime
  readonly firstPublishedAt: ZonedTime
  /** `/YYYY/MM/SLUG/` in the month of the first release; changes with a slug that was chosen, never with the headline. [SI4] */
  readonly address: string
  readonly masthead: Masthead
  /** Digest of the record entry released before this one; 64 zeros for the first. */
  readonly previous: Hash
}

export interface Masthead {
  /** `2026-11-23`, in the house's zone. */
  readonly date: string
  readonly place: string
  /** `09.15`. */
  readonly time: string
  readonly weather: Weather | null
}

/** The allow-list: everything of a version that may leave the desk. It has no field for a person. [BY1] */
export interface PublicArticle {
  /** 1: of before the pieces that its page names belonged to it. What was entered then is proved in that form for ever. */
  readonly v: 1 | 2
  readonly lang: string
  readonly kind: Version['kind']
  readonly pieceKind: Version['pieceKind']
  readonly headline: Version['headline']
  readonly standfirst: Version['standfirst']
  readonly body: Version['body']
  readonly byline: Byline
  readonly contributorsNote: string
  readonly category: string
  readonly tags: readonly string[]
  readonly dateline: Version['dateline']
  readonly access: Version['access']
  readonly series: Version['series']
  /** Absent in the first form. */
  readonly previously?: Version['previously']
  readonly lead?: Version['lead']
  readonly media: Version['media']
  readonly correctionNotes: Version['correctionNotes']
  readonly changeNote: string
  readonly sources: Version['sources']
}

export interface RecordEntry {
  readonly v: 1
  readonly article: PublicArticle
  readonly envelope: Envelope
}

export const firstPrevious: Hash = '0'.repeat(64)

/** The projection of [BY1], field by field so that a new field of `Version` stays inside until it is named here. */
export function publicArticle(version: Version, form: PublicArticle['v'] = 2): PublicArticle {
  return {
    v: form,
    lang: version.lang,
    kind: version.kind,
    pieceKind: version.pieceKind,
    headline: version.headline,
    standfirst: version.standfirst,
    body: version.body,
    byline: { kind: version.byline.kind, text: version.byline.text },
    contributorsNote: version.contributorsNote,
    category: version.category,
    tags: version.tags,
    dateline: version.dateline,
    access: version.access,
    series: version.series,
    ...(form === 2 && { previously: version.previously }),
    ...(version.lead && { lead: version.lead }),
    media: version.media,
    correctionNotes: version.correctionNotes,
    changeNote: version.changeNote,
    sources: version.sources,
  }
}

/** The bytes of a record entry: stored once, hashed and never serialised again. */
export function recordBytes(article: PublicArticle, envelope: Envelope): Uint8Array {
  return canonicalBytes({ v: 1, article, envelope } satisfies RecordEntry)
}

/** The digest printed for readers and chained: SHA-256 over `chancery/record/1\n` and the entry's bytes. */
export function recordDigest(bytes: Uint8Array): Hash {
  return hashOf('chancery/record/1\n', bytes)
}

/** `/YYYY/MM/SLUG/` of a first release at this wall-clock time. */
export function addressOf(publishedAt: ZonedTime, slug: string): string {
  return `/${publishedAt.at.slice(0, 4)}/${publishedAt.at.slice(5, 7)}/${slug}/`
}
