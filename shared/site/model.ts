/** What the site is made from: one `PageSpec` per file, everything a page shows and nothing else. [SI1] [BY1] */
import type { Markup } from './markup.ts'
import type { Hash } from '../canonical.ts'
import type { Envelope, PublicArticle, ZonedTime } from '../desk/record.ts'
import type { HouseSettings } from '../desk/settings.ts'
import type { Earlier } from './earlier.ts'
import type { ShownPicture } from './pictures.ts'

/** A released edition as readers get it. `digest` is its record entry's. */
export interface Released {
  readonly article: PublicArticle
  readonly envelope: Envelope
  readonly digest: Hash
  /** Random UUID given at first release; the id of its feed items for ever. [SI13] */
  readonly feedId: string
  readonly status: 'live' | 'withdrawn' | 'retracted' | 'taken_down'
}

/** An article as lists, feeds and sitemaps name it: small, so that lists of thousands stay cheap. */
export interface Listed {
  readonly number: number
  readonly edition: number
  readonly kind: PublicArticle['kind']
  readonly pieceKind: PublicArticle['pieceKind']
  readonly series: PublicArticle['series']
  readonly address: string
  readonly feedId: string
  /** Serialised inline HTML (escaped) and plain text of the same words. */
  readonly headlineHtml: string
  readonly headline: string
  readonly standfirstHtml: string
  readonly standfirst: string
  /** As printed after "By"; empty for an unsigned piece. */
  readonly credit: string
  /** Category slug. */
  readonly category: string
  readonly firstPublishedAt: ZonedTime
  readonly publishedAt: ZonedTime
  readonly access: PublicArticle['access']
  readonly status: Released['status']
  /** The one that leads it, where everybody may see it. */
  readonly picture: ShownPicture | null
}

/** The house as every page needs it. `settingsHash` and `rendererVersion` are inputs of every page's key. */
export interface House {
  readonly settings: HouseSettings
  readonly settingsHash: Hash
  readonly rendererVersion: string
}

export interface RecordHead {
  readonly number: number
  readonly entries: number
  readonly digest: Hash
}

/** Where a page of a list stands among the others. Pages are numbered from the oldest; the newest has no number and grows. [SI2] */
export interface Paging {
  /** Number of the next older page, 0 when there is none. */
  readonly older: number
  /** Number of the next newer page; 0: the newest, unnumbered one; -1: this is the newest. */
  readonly newer: number
  /** This page's number; 0 for the newest. */
  readonly number: number
}

export interface ListPage extends Paging {
  readonly items: readonly Listed[]
}

/** An article with its full words, as the feeds carry it (registered pieces without their body). [SI6] */
export interface FeedItem {
  readonly listed: Listed
  readonly bodyHtml: string
}

/** Other pieces that an article's page names, as lists name them; null: there is none. [SI2] */
export interface Named {
  /** Chosen for it, up to three; none that was taken down. */
  readonly previously: readonly Listed[]
  /** The parts beside it in its special report. */
  readonly before: Listed | null
  readonly after: Listed | null
}

export type FeedKind = 'rss' | 'atom' | 'jsonFeed'

export type PageSpec =
  | {
      readonly page: 'article'
      readonly released: Released
      readonly earlier: readonly Earlier[]
      /** Absent: it names no other. */
      readonly named?: Named
    }
  /** An edition that another has replaced, under a notice and not to be found by search engines. [SI13] */
  | {
      readonly page: 'edition'
      readonly released: Released
      readonly replacedBy: { readonly edition: number; readonly publishedAt: ZonedTime }
    }
  /** An address that leads on: an article's short one, or one it stood at before another slug was chosen. [SI4] [SI14] */
  | { readonly page: 'pointer'; readonly address: string; readonly to: string; readonly number: number }
  | {
      readonly page: 'front'
      readonly items: readonly Listed[]
      readonly byCategory: readonly { slug: string; items: readonly Listed[] }[]
      /** The newest of the register. */
      readonly corrections: readonly CorrectionEntry[]
      /** What was given a place by hand; absent: everything is the newest. */
      readonly arranged?: Arranged
      readonly head: RecordHead
      readonly newest: Envelope | null
    }
  | { readonly page: 'category'; readonly category: string; readonly list: ListPage; readonly newest: Envelope | null }
  /** Articles of a section by first publication, the newest first, without their words: a new body leaves it as it is. [SI2] */
  | { readonly page: 'sectionFeed'; readonly category: string; readonly feed: FeedKind; readonly items: readonly Listed[] }
  /** Everything that was printed as a notice. */
  | { readonly page: 'notices'; readonly list: ListPage; readonly newest: Envelope | null }
  /** The parts of a special report in their order. */
  | { readonly page: 'series'; readonly name: string; readonly items: readonly Listed[]; readonly newest: Envelope | null }
  /** The special reports there are, the one with the newest part first. */
  | { readonly page: 'reports'; readonly reports: readonly ReportLine[]; readonly newest: Envelope | null }
  | {
      readonly page: 'archive'
      readonly months: readonly { month: string; count: number }[]
      /** True once there is a special report. */
      readonly hasReports: boolean
      /** The newest articles, newest first. */
      readonly items: readonly Listed[]
      readonly newest: Envelope | null
    }
  | {
      readonly page: 'archiveMonth'
      readonly month: string
      readonly items: readonly Listed[]
      readonly previous: string
      readonly next: string
      readonly newest: Envelope | null
    }
  | { readonly page: 'corrections'; readonly items: readonly CorrectionEntry[]; readonly paging: Paging }
  | { readonly page: 'policy'; readonly slug: string }
  | { readonly page: 'record'; readonly head: RecordHead; readonly newest: Envelope | null }
  | { readonly page: 'recordHead'; readonly head: RecordHead }
  | { readonly page: 'notFound' }
  | { readonly page: 'robots' }
  /** Only where the house says where to write; `year`: of the newest edition. */
  | { readonly page: 'security'; readonly year: number }
  /** Feeds: the newest release first. */
  | { readonly page: 'rss'; readonly items: readonly FeedItem[] }
  | { readonly page: 'atom'; readonly items: readonly FeedItem[] }
  | { readonly page: 'jsonFeed'; readonly items: readonly FeedItem[] }
  | { readonly page: 'sitemap'; readonly months: readonly { month: string; lastChanged: string }[] }
  /** Pages that lead to others: the front, sections, notices, reports, the archive, the register, the record, policies. */
  | { readonly page: 'sitemapLists'; readonly addresses: readonly string[] }
  | { readonly page: 'sitemapMonth'; readonly month: string; readonly items: readonly { address: string; lastChanged: string }[] }
  /** An article for other newsrooms' programs. */
  | { readonly page: 'ninjs'; readonly released: Released }
  | { readonly page: 'newsSitemap'; readonly items: readonly Listed[] }
  | { readonly page: 'asset'; readonly name: string }
  | { readonly page: 'picture'; readonly hash: Hash }

/** A special report as the page of all of them names it. */
export interface ReportLine {
  readonly name: string
  readonly parts: number
  /** The part that was printed last. */
  readonly newest: Listed
}

/** The slots of the front that somebody filled; null, or no parts: the newest stands there. */
export interface Arranged {
  readonly lead: Listed | null
  readonly seconds: readonly (Listed | null)[]
  readonly notices: readonly (Listed | null)[]
  /** Parts of the special report that was chosen. */
  readonly report: readonly Listed[]
}

export interface CorrectionEntry {
  readonly listed: Listed
  readonly notes: PublicArticle['correctionNotes']
  readonly changeNote: string
  /** What it puts right, in a few words: its one note, or its change note; empty where nothing may be said. */
  readonly text: string
}

/** One file of the site. `path` is relative to the site's root, without a leading slash. */
export interface Page {
  readonly path: string
  readonly type: string
  readonly bytes: Uint8Array
}

/** The same before it is put into bytes: whoever makes many says where they go. */
export interface PageText {
  readonly path: string
  readonly type: string
  /** One after the other, in UTF-8, the bytes of the file. */
  readonly parts: readonly Markup[]
}
