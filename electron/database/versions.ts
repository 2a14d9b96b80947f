/** Versions and releases: bytes that never change, and what the hub froze about them. */
import type { Envelope } from '../../shared/desk/record.ts'
import type { Readable, Writable } from './open.ts'

export function keepVersion(db: Writable, hash: string, article: string, bytes: Uint8Array): void {
  db.prepare('INSERT INTO version (hash, article, bytes) VALUES (?, ?, ?) ON CONFLICT (hash) DO NOTHING').run(hash, article, bytes)
}

export function versionBytesOf(db: Readable, hash: string): Uint8Array | undefined {
  return db.prepare<[string], { bytes: Uint8Array }>('SELECT bytes FROM version WHERE hash = ?').get(hash)?.bytes
}

export interface ReleaseRow {
  readonly article: string
  readonly edition: number
  readonly version: string
  readonly envelope: Envelope
  readonly digest: string
  readonly feedId: string
  readonly settings: string
}

export function addRelease(db: Writable, release: ReleaseRow): void {
  db.prepare(
    `INSERT INTO release (article, edition, version, envelope, digest, feed_id, settings) VALUES (@article, @edition, @version, @envelope, @digest, @feedId, @settings)
     ON CONFLICT DO NOTHING`,
  ).run({ ...release, envelope: JSON.stringify(release.envelope) })
}

/** Releases of an article, oldest first. */
export function releasesOf(db: Readable, article: string): readonly ReleaseRow[] {
  const rows = db
    .prepare<[string], Omit<ReleaseRow, 'envelope' | 'feedId'> & { envelope: string; feed_id: string }>(
      'SELECT article, edition, version, envelope, digest, feed_id, settings FROM release WHERE article = ? ORDER BY edition',
    )
    .all(article)
  return rows.map(({ feed_id: feedId, envelope, ...row }) => ({ ...row, feedId, envelope: JSON.parse(envelope) as Envelope }))
}
