/** The hub's tables, one Kysely schema for SQLite and PostgreSQL. Truth: operations, blobs, versions, record, delivery journal. */
import type { GeneratedAlways, Selectable } from 'kysely'
import type { QueueState } from '../../shared/desk/queueState.ts'

export interface DeskTable {
  /** One row: the counter is taken as the last lock of each append. [SY1] */
  one: 1
  id: string
  epoch: number
  head: number
  /** `DeskState` as JSON; empty before `desk.begin`. A projection. */
  state: string
}

export interface EpochTable {
  epoch: number
  parent: number
  from_seq: number
  reason: string
  at: string
}

export interface StreamTable {
  id: string
  actor: string
  /** Ed25519 public key, 64 hexadecimal characters. */
  key: string
  acked: number
  chain: string
  closed_seq: number
}

export interface OpTable {
  seq: number
  epoch: number
  stream: string
  n: number
  prev: string
  hash: string
  sig: Uint8Array
  kind: string
  v: number
  subject: string
  cmd_id: string
  body: Uint8Array | null
  blob: string
  salt: Uint8Array | null
  digest: string
  claimed_at: string
  at: string
  outcome: 'accepted' | 'refused'
  code: string
  reason: string
  actor: string
}

/** Which entries of the record show which pictures: written by the table's own trigger with each entry. */
interface RecordPictureTable {
  hash: string
  article: string
  place: number
}

interface RecordPreviouslyTable {
  /** Article id. */
  named: string
  place: number
  n: number
}

interface RecordPartTable {
  place: number
  report: string
  part: number
}

interface RecordNoticeTable {
  place: number
}

export interface BlobTable {
  name: string
  bytes: Uint8Array
}

interface BlobPieceTable {
  name: string
  /** Offset of its first byte. */
  place: number
  bytes: Uint8Array
}

/** Which stream first brought a Yjs client into a document: its words are that person's. */
export interface ClientTable {
  doc: string
  client: number
  stream: string
}

export interface ArticleTable {
  id: string
  /** `ArticleState` as JSON: a projection. */
  state: string
  /** Copies for questions: state of the current edition, when its release is due, chosen slug, public address. */
  edition_state: string
  due_at: string
  slug: string
  address: string
  category: string
}

/** A document compacted up to an operation: a cache, rebuilt from the log. [SY11] */
export interface DocumentTable {
  article: string
  state: Uint8Array
  upto_seq: number
}

export interface VersionTable {
  hash: string
  article: string
  bytes: Uint8Array
}

export interface RecordTable {
  /** 1, 2, 3 …: place in the chain. */
  place: number
  article: string
  edition: number
  number: number
  version: string
  digest: string
  bytes: Uint8Array
  feed_id: string
  settings: string
  address: string
  category: string
  /** Wall clock of release, `YYYY-MM-DDThh:mm:ss±hh:mm`. */
  published_at: string
  /** `YYYY-MM` of the first release: the month its address, the archive and the sitemap file it under. */
  month: string
  /** 1 for the edition readers see now. */
  current: number
  /** The edition's kind, read out of `bytes` by the database itself. */
  kind: GeneratedAlways<string>
}

export interface QueueTable {
  id: string
  /** Sequence number of a delivery per destination; a destination refuses an older one. [QU3] */
  sequence: number
  article: string
  edition: number
  destination: string
  action: 'publish' | 'rebuild' | 'front'
  state: QueueState
  detail: string
  attempts: number
  due_at: string
  changed_at: string
  /** What is delivered: the version's name, the settings' for a rebuild, the arrangement's for the front. */
  subject_hash: string
  files_written: number
}

/** An intent, written durably before the first byte goes out, and what became of it. */
export interface IntentTable {
  key: string
  entry: string
  destination: string
  state: 'begun' | 'applied' | 'verified'
  at: string
  /** Paths and hashes of the files it is about to write and remove, as JSON. */
  plan: string
}

/** What stands at a destination: the dependency table of the incremental build. [SI2] */
export interface SiteFileTable {
  destination: string
  path: string
  /** Hash of everything the page was made from. */
  inputs: string
  /** Hash of its bytes. */
  content: string
}

/** What a destination was last brought to and seen to be: a site is a function of these. [SI2] [QU3] */
export interface SiteStateTable {
  destination: string
  /** As the settings name it; another folder is another site. */
  folder: string
  /** Place of the newest record entry it shows. */
  place: number
  /** Name of what its pages were made with: house, renderer, theme. */
  made: string
  /** Name of the arrangement of its front; empty: everything there is the newest. */
  front: string
  /** Sequence number of the last delivery. */
  sequence: number
}

export interface SettingsTable {
  hash: string
  json: string
}

/** The hub's own signing key; in the encrypted file and nowhere else. */
export interface SecretTable {
  name: string
  bytes: Uint8Array
}

export interface HubTables {
  desk: DeskTable
  epoch_line: EpochTable
  stream: StreamTable
  op: OpTable
  blob: BlobTable
  blob_piece: BlobPieceTable
  client: ClientTable
  article: ArticleTable
  document: DocumentTable
  version: VersionTable
  record: RecordTable
  record_picture: RecordPictureTable
  record_previously: RecordPreviouslyTable
  record_part: RecordPartTable
  record_notice: RecordNoticeTable
  queue: QueueTable
  intent: IntentTable
  site_file: SiteFileTable
  site_state: SiteStateTable
  settings: SettingsTable
  secret: SecretTable
}

export type Row<T extends keyof HubTables> = Selectable<HubTables[T]>
