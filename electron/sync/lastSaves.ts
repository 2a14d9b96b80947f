/** How far the words have come that each window saved last: while others go on writing, something always waits to be sent. [IN11] */
import type { Readable } from '../database/open.ts'
import { streamOf } from '../database/streams.ts'
import type { SyncClient } from './client.ts'

interface Save {
  readonly person: string
  readonly stream: string
  /** Its place in the stream. */
  readonly n: number
  readonly at: string
  /** Empty: not known to be at the desk. */
  sentAt: string
}

export class LastSaves {
  readonly #db: Readable
  readonly #sync: Pick<SyncClient, 'sentAt'>
  readonly #saves = new Map<string, Save>()

  constructor(db: Readable, sync: Pick<SyncClient, 'sentAt'>) {
    this.#db = db
    this.#sync = sync
  }

  /** What this person wrote last, by this session, was saved at this instant; before anything else is written. */
  note(session: string, person: string, at: string): void {
    const stream = streamOf(this.#db, person)
    if (stream) this.#saves.set(session, { person, stream: stream.id, n: stream.n, at, sentAt: '' })
  }

  /** When it was found to be at the desk; empty: it is on its way. Undefined: this session saved nothing. */
  sentAt(session: string): string | undefined {
    const save = this.#saves.get(session)
    if (save?.sentAt === '') {
      const stream = streamOf(this.#db, save.person)
      const isSent = stream?.id === save.stream && stream.acked >= save.n
      if (isSent) save.sentAt = this.#sync.sentAt > save.at ? this.#sync.sentAt : save.at
    }
    return save?.sentAt
  }
}
