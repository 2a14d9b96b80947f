/** What an event makes stale: which questions are asked again when the workstation says that something changed. */
import type { QueryClient } from '@tanstack/react-query'
import type { CallName, Changed } from '../../shared/contract/contract.ts'
import type { Bridge } from '../bridge/bridge.ts'

type Stale = readonly [CallName] | readonly [CallName, Readonly<Record<string, string>>]

/** Milliseconds that changes are gathered. */
const gathering = 60

/** What is asked about an article because of its words, beside the page in the preview, waits until nobody has typed for a moment, though not for ever. */
const pause = 1500
const longestPause = 10_000

/** The questions whose answers `changed` may alter. */
export function staleAfter(changed: Pick<Changed, 'topic' | 'id'>): readonly Stale[] {
  const { topic, id } = changed
  const one = (name: CallName): Stale => (id === undefined ? [name] : [name, { id }])
  switch (topic) {
    case 'desk':
    case 'people':
      return [['desk.status'], ['articles.list'], ['articles.read'], ['queue.list']]
    case 'articles':
      return [['articles.list']]
    case 'article':
      return [one('articles.read'), ['articles.list'], one('preview.of'), ['desk.status'], ['queue.list'], ['queue.overdue']]
    case 'words':
      return [one('articles.read'), ['articles.list'], one('preview.of')]
    case 'queue':
      return [
        ['queue.list'],
        ['desk.status'],
        ['articles.list'],
        ['articles.read'],
        ['preview.of'],
        ['queue.overdue'],
        ['queue.delivery'],
        ['front.read'],
        ['record.years'],
        ['record.corrections'],
        ['record.receipts'],
        // Of a site that has no page yet none is rewritten.
        ['settings.rewrites'],
      ]
    case 'delivery':
      return [['queue.delivery']]
    case 'sent':
      return [['desk.sent']]
    case 'jobs':
      return [['jobs.list'], ['jobs.read']]
    case 'settings':
      return [['front.read'], ['settings.read'], ['settings.history'], ['settings.rewrites'], ['desk.status'], ['preview.of']]
  }
}

/** Joins changes of a moment and marks their answers stale; answers how to stop. */
export function listenForChanges(client: QueryClient, bridge: Pick<Bridge, 'onChanged' | 'onReopened'>): () => void {
  const ask = (keys: readonly Stale[]) => {
    for (const queryKey of keys) void client.invalidateQueries({ queryKey })
  }
  const quick = new Gathering(ask, gathering)
  const afterPause = new Gathering(ask, pause, longestPause)

  function hear(changed: Changed): void {
    const stale = staleAfter(changed)
    // Each save is at the desk a moment later: while somebody writes the next one is on its way by then.
    const mayWait = changed.topic === 'sent' || changed.topic === 'words'
    ;(mayWait ? afterPause : quick).add(stale)
  }

  const stops = [bridge.onChanged(hear), bridge.onReopened(() => void client.invalidateQueries())]
  return () => {
    for (const stop of stops) stop()
    for (const gathered of [quick, afterPause]) gathered.stop()
  }
}

/** Questions that wait together: `wait` after the first of them, or, where a `longest` is given, after the last. */
class Gathering {
  readonly #ask: (stale: readonly Stale[]) => void
  readonly #wait: number
  readonly #longest: number | undefined
  readonly #waiting = new Map<string, Stale>()
  #timer: ReturnType<typeof setTimeout> | undefined
  #since = 0

  constructor(ask: (stale: readonly Stale[]) => void, wait: number, longest?: number) {
    this.#ask = ask
    this.#wait = wait
    this.#longest = longest
  }

  add(stale: readonly Stale[]): void {
    for (const key of stale) this.#waiting.set(JSON.stringify(key), key)
    if (this.#timer === undefined) this.#since = Date.now()
    else if (this.#longest === undefined) return
    clearTimeout(this.#timer)
    const left = this.#longest === undefined ? this.#wait : Math.min(this.#wait, this.#since + this.#longest - Date.now())
    this.#timer = setTimeout(() => {
      this.#timer = undefined
      const keys = [...this.#waiting.values()]
      this.#waiting.clear()
      this.#ask(keys)
    }, left)
  }

  stop(): void {
    clearTimeout(this.#timer)
  }
}
