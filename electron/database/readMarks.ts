/** Which version of an article a person last read in review. Kept on this computer; no operation says who read what. */
import type { Readable, Writable } from './open.ts'

/** Empty: nothing of it was read here by this person. */
export function lastRead(db: Readable, person: string, article: string): string {
  const row = db
    .prepare<[string, string], { version: string }>('SELECT version FROM read_mark WHERE person = ? AND article = ?')
    .get(person, article)
  return row?.version ?? ''
}

export function markRead(db: Writable, person: string, article: string, version: string, at: string): void {
  db.prepare(
    'INSERT INTO read_mark (person, article, version, at) VALUES (?, ?, ?, ?) ON CONFLICT (person, article) DO UPDATE SET version = excluded.version, at = excluded.at',
  ).run(person, article, version, at)
}
