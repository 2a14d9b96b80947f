/** Compiled statements are kept: compiling one costs more than running it, and a file is asked the same few things all day. */
import type { Database, Statement } from 'better-sqlite3'

/** Far more than the fixed texts of a file; lists of varying length make new ones. */
const most = 500

/**
 * Makes `db.prepare` answer the statement it made before for the same text. Statements are then shared: callers run them to their end at
 * once (`get`, `all`, `run`) and never change how they answer. Changed tables are no matter: SQLite compiles again by itself.
 */
export function keepStatements(db: Database): void {
  const kept = new Map<string, Statement>()
  const compile = db.prepare.bind(db)
  const prepare = (text: string): Statement => {
    const known = kept.get(text)
    if (known) return known
    const made = compile(text)
    const [oldest] = kept.keys()
    if (kept.size >= most && oldest !== undefined) kept.delete(oldest)
    kept.set(text, made)
    return made
  }
  db.prepare = prepare as typeof db.prepare
}
