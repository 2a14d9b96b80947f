/** Whom each article waits for, a row a wait, so that pages and counts of *Waiting on me* hold at any size. [WF13] */
import type { ArticleState } from '../../shared/desk/article.ts'
import type { Person } from '../../shared/desk/person.ts'
import { namesOf, type Wait, waitsOf } from '../../shared/desk/waiting.ts'
import type { Readable, Writable } from './open.ts'
import { seerOf } from './seen.ts'

/** Who asks, and when. */
export interface Waiter {
  readonly id: string
  /** And whose second they may be. */
  readonly roles: readonly string[]
  readonly now: string
}

/** Nobody waits where nobody sits. */
export function waiterOf(person: Person | undefined, people: readonly Person[], now: Date): Waiter {
  return { id: person?.id ?? 'nobody', roles: person ? namesOf(person, people) : [], now: now.toISOString() }
}

/** The keys of what waits for `@waiter`, as a condition of a list. */
export const waitingKeys = `SELECT article FROM article_wait WHERE (who = @waiter OR who IN (SELECT value FROM json_each(@roles)))
  AND besides <> @waiter AND (after = '' OR after < @now)`

export function writeWaits(db: Writable, key: number, state: ArticleState): void {
  db.prepare('DELETE FROM article_wait WHERE article = ?').run(key)
  const insert = db.prepare('INSERT INTO article_wait (article, who, besides, after, screen) VALUES (?, ?, ?, ?, ?) ON CONFLICT DO NOTHING')
  for (const { who, except, after, screen } of waitsOf(state)) insert.run(key, who, except, after, screen)
}

/** How many articles wait for somebody, by the screen on which it is done. */
export function countWaiting(db: Readable, waiter: Waiter): Readonly<Record<Wait['screen'], number>> {
  const rows = db
    .prepare<[object], { screen: Wait['screen']; n: number }>(
      `SELECT screen, count(DISTINCT article_wait.article) AS n FROM article_wait JOIN article ON article.key = article_wait.article AND (seen_by = '' OR instr(seen_by, @seer) > 0)
       WHERE (who = @waiter OR who IN (SELECT value FROM json_each(@roles)))
       AND besides <> @waiter AND (after = '' OR after < @now) GROUP BY screen`,
    )
    .all({ waiter: waiter.id, seer: seerOf(waiter.id), roles: JSON.stringify(waiter.roles), now: waiter.now })
  const found = (screen: Wait['screen']) => rows.find((row) => row.screen === screen)?.n ?? 0
  return { desk: found('desk'), review: found('review'), queue: found('queue') }
}
