/** A site being built: from which record and with which press, and what has been read for it already. */
import type { Hash } from '../../shared/canonical.ts'
import type { Earlier } from '../../shared/site/earlier.ts'
import type { Listed, PageSpec } from '../../shared/site/model.ts'
import type { Reader } from '../context.ts'
import type { Entry } from './entries.ts'
import type { Group } from './group.ts'
import type { Listing } from './listing.ts'
import type { Part } from './reports.ts'
import type { Press } from './press.ts'

/** A site: what it is made with, and how far the record has come. The same two give the same tree. */
export interface Site {
  /** No other site that is or was being built has it. */
  readonly id: number
  readonly reader: Reader
  readonly press: Press
  readonly upTo: number
  /** Articles as lists name them, kept while one build lasts. */
  readonly listed: Map<number, Listed>
  /** Places of those that the second hand has listed. */
  readonly atHand: Set<number>
  /** The same of the editions before the standing one, by article. */
  readonly earlier: Map<string, readonly Earlier[]>
  /** Parts of special reports, by the slug of their name. */
  readonly reports: Map<string, readonly Part[]>
  /** Pictures that the pages of an article show, by article. */
  readonly shown: Map<string, ReadonlySet<Hash>>
  /** All standing entries by number, once a whole build has come to each of them. */
  standing: readonly Entry[] | undefined
  /** Then: what stands on each shelf, the oldest first. */
  readonly shelves: Map<string, readonly Entry[]>
  /** Months in which anything was published, newest first. */
  months: readonly { readonly month: string; readonly count: number }[] | undefined
  /** The articles that a whole build is looking at. */
  group: Group | undefined
}

export interface Gathered {
  /** Names everything the page shows, beside house, renderer and theme. [SI2] */
  readonly inputs: readonly (string | number)[]
  spec(): Promise<PageSpec>
  /** The same, of a page that lists articles, for the second hand. */
  list?(): Promise<Listing>
}

let last = 0

export function openSite(reader: Reader, press: Press, upTo: number): Site {
  last += 1
  return {
    id: last,
    reader,
    press,
    upTo,
    listed: new Map(),
    atHand: new Set(),
    earlier: new Map(),
    reports: new Map(),
    shown: new Map(),
    standing: undefined,
    shelves: new Map(),
    months: undefined,
    group: undefined,
  }
}
