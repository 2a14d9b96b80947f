/** What every part of the hub is handed: its storage, its clock, its randomness, its own stream, its voice. */
import type { KeyObject } from 'node:crypto'
import type { Kysely, Transaction } from 'kysely'
import type { HubEvent } from '../shared/sync/messages.ts'
import type { HubTables } from './storage/schema.ts'

export type Reader = Kysely<HubTables> | Transaction<HubTables>
export type Writer = Transaction<HubTables>

export interface HubContext {
  readonly db: Kysely<HubTables>
  /** The hub's clock: the only one that decides. [SY14] */
  readonly now: () => Date
  readonly randomId: () => string
  /** The hub's own stream; its outcomes are operations like all others. */
  readonly stream: { readonly id: string; readonly key: KeyObject }
  /** The data folder: relative destinations stand in it. */
  readonly folder: string
  /** Where the site's theme is. */
  readonly resources: string
  readonly emit: (event: HubEvent) => void
  /** Says that the log has grown to this number, joined with others of the moment. [SY3] */
  readonly hint: (head: number) => void
}
