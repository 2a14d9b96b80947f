/** What the hub's queue could not send yet, kept for whoever tells where an article is; read again whenever the queue says that it changed. */
import type { HubEvent, HubLine, UndeliveredEntry } from '../../shared/sync/messages.ts'

/** `retrying`: it is tried again by itself at this instant; `failed`: somebody has to do something first. */
export type Trouble = { readonly kind: 'retrying'; readonly at: string } | { readonly kind: 'failed' }

export interface Undelivered {
  hear(event: HubEvent): void
  /** Why an edition is not on the site; undefined: it is there, or on its way. */
  of(article: string, edition: number): Trouble | undefined
}

/** `tell`: what is known here has changed. */
export function followUndelivered(line: Pick<HubLine, 'ask'>, tell: () => void): Undelivered {
  let troubles: ReadonlyMap<string, Trouble> = new Map()
  let reading = false
  let isStale = false

  async function read(): Promise<void> {
    const answer = await line.ask({ type: 'undelivered' })
    if (!answer.ok) return
    const found = troublesIn(answer.value.entries)
    if (JSON.stringify([...found]) === JSON.stringify([...troubles])) return
    troubles = found
    tell()
  }
  /** One question at a time: what changes meanwhile is asked about once more, however often it did. */
  async function readUntilFresh(): Promise<void> {
    isStale = true
    if (reading) return
    reading = true
    while (isStale) {
      isStale = false
      // A hub that cannot be reached is told elsewhere, and says when it has reopened.
      await read().catch(() => {})
    }
    reading = false
  }
  const soon = () => void readUntilFresh()
  soon()
  return {
    hear(event) {
      if (event.type === 'queue' || event.type === 'reopened') soon()
    },
    of: (article, edition) => troubles.get(keyOf({ article, edition })),
  }
}

/** With several destinations, what needs somebody before what is tried again by itself, and of that what comes first. */
function troublesIn(entries: readonly UndeliveredEntry[]): ReadonlyMap<string, Trouble> {
  const found = new Map<string, Trouble>()
  for (const entry of entries) {
    const trouble = troubleOf(entry)
    const known = found.get(keyOf(entry))
    if (trouble && (!known || isBefore(trouble, known))) found.set(keyOf(entry), trouble)
  }
  return found
}

function troubleOf({ state, attempts, dueAt }: UndeliveredEntry): Trouble | undefined {
  if (state === 'failed' || state === 'error') return { kind: 'failed' }
  // After a crash it is sent again at once, without having failed.
  return state === 'retrying' && attempts > 0 ? { kind: 'retrying', at: dueAt } : undefined
}

function isBefore(one: Trouble, other: Trouble): boolean {
  return other.kind === 'retrying' && (one.kind === 'failed' || one.at < other.at)
}

function keyOf({ article, edition }: Pick<UndeliveredEntry, 'article' | 'edition'>): string {
  return `${article} ${edition}`
}
