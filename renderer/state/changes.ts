/** What an event makes stale: which questions are asked again when the workstation says that something changed. */
import type { QueryClient } from '@tanstack/react-query'
import type { CallName, Changed } from '../../shared/contract/contract.ts'
import type { Bridge } from '../bridge/bridge.ts'

type Stale = readonly [CallName] | readonly [CallName, Readonly<Record<string, string>>]

/** Milliseconds that changes are gathered: words come with every pause in typing and concern what may wait. */
const gathering = { quick: 60, words: 700 } as const

/** The questions whose answers `changed` may alter. */
export function staleAfter(changed: Pick<Changed, 'topic' | 'id'>): readonly Stale[] {
  const { topic, id } = changed
  const one = (name: CallName): Stale => (id === undefined ? [name] : [name, { id }])
  switch (topic) {
    case 'desk':
    case 'people':
      return [['desk.status'], ['articles.list'], ['articles.read'], ['queue.list']]
    case 'articles':
      return [['articles.list'], ['desk.status']]
    case 'article':
      return [one('articles.read'), ['articles.list'], one('preview.of'), ['desk.status'], ['queue.list']]
    case 'words':
      return [one('articles.read'), ['articles.list'], one('preview.of')]
    case 'queue':
      return [['queue.list'], ['desk.status'], ['articles.list'], ['articles.read'], ['preview.of']]
    case 'jobs':
      return [['jobs.list'], ['jobs.read']]
    case 'settings':
      return [['settings.read'], ['desk.status'], ['preview.of']]
  }
}

/** Joins changes of a moment and marks their answers stale; answers how to stop. */
export function listenForChanges(client: QueryClient, bridge: Pick<Bridge, 'onChanged' | 'onReopened'>): () => void {
  const waiting = { quick: new Map<string, Stale>(), words: new Map<string, Stale>() }
  const timers: Partial<Record<keyof typeof waiting, ReturnType<typeof setTimeout>>> = {}

  function gather(kind: keyof typeof waiting, stale: readonly Stale[]): void {
    for (const key of stale) waiting[kind].set(JSON.stringify(key), key)
    timers[kind] ??= setTimeout(() => {
      delete timers[kind]
      const keys = [...waiting[kind].values()]
      waiting[kind].clear()
      for (const queryKey of keys) void client.invalidateQueries({ queryKey })
    }, gathering[kind])
  }

  const stops = [
    bridge.onChanged((changed) => gather(changed.topic === 'words' ? 'words' : 'quick', staleAfter(changed))),
    bridge.onReopened(() => void client.invalidateQueries()),
  ]
  return () => {
    for (const stop of stops) stop()
    for (const timer of Object.values(timers)) clearTimeout(timer)
  }
}
