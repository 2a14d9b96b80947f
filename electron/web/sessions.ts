/** Sessions of the web shell: one for each browser tab, alive while its event stream is open and for a minute after. */
import type { Changed } from '../../shared/contract/contract.ts'
import type { Session, Workstation } from '../session.ts'

/** One open event stream; a duplicated tab shares its session with the one it came from. */
export interface Listener {
  changed(event: Changed): void
}

export interface WebSession {
  readonly session: Session
  /** Hears every change from now on, beginning with those that came while nobody listened. Answers how to stop. */
  listen(listener: Listener): () => void
}

export interface Sessions {
  /** The session of this id, or a new one that keeps who sat there; a wholly new one without an id. */
  open(id?: string): WebSession
  end(): void
}

interface Kept extends WebSession {
  readonly ids: Set<string>
  end(): void
}

/** More changes than this while nobody listens are not worth keeping one by one: the page reads everything again. */
const mostMissed = 500

/** `grace`: milliseconds from the last stream's end to the session's. */
export function webSessions(workstation: Workstation, grace = 60_000): Sessions {
  const kept = new Map<string, Kept>()

  function begin(id: string | undefined): Kept {
    const listeners = new Set<Listener>()
    const missed = new Map<string, Changed>()
    const ids = new Set<string>()
    // Nobody kept what was told between the end of the earlier session and now.
    if (id !== undefined) missEverything(missed)
    let timer: NodeJS.Timeout | undefined
    const session = workstation.connect((event) => {
      for (const listener of listeners) listener.changed(event)
      if (listeners.size === 0) miss(missed, event)
    }, id)
    const wait = () => {
      clearTimeout(timer)
      timer = setTimeout(end, grace).unref()
    }
    const end = () => {
      clearTimeout(timer)
      for (const known of ids) kept.delete(known)
      session.end()
    }
    wait()
    return {
      session,
      ids,
      end,
      listen(listener) {
        clearTimeout(timer)
        listeners.add(listener)
        for (const event of missed.values()) listener.changed(event)
        missed.clear()
        return () => {
          listeners.delete(listener)
          if (listeners.size === 0) wait()
        }
      },
    }
  }

  return {
    open(id) {
      const found = id === undefined ? undefined : kept.get(id)
      if (found) return found
      const made = begin(id)
      // Also under the id that was asked for: calls of that tab are on their way with it.
      for (const name of id === undefined ? [made.session.id] : [made.session.id, id]) {
        made.ids.add(name)
        kept.set(name, made)
      }
      return made
    },
    end() {
      for (const session of new Set(kept.values())) session.end()
    },
  }
}

function miss(missed: Map<string, Changed>, event: Changed): void {
  if (missed.size >= mostMissed) missEverything(missed)
  else missed.set(`${event.topic} ${event.id ?? ''} ${event.source}`, event)
}

function missEverything(missed: Map<string, Changed>): void {
  missed.clear()
  for (const topic of ['desk', 'articles', 'article', 'words', 'queue', 'sent', 'jobs', 'settings', 'people'] as const)
    missed.set(topic, { topic, source: '' })
}
