/** The hub that building and publishing are measured with: its own file and nothing else of a desk. */
import { randomUUID } from 'node:crypto'
import { mkdirSync } from 'node:fs'
import path from 'node:path'
import type { HubContext } from '../../hub/context.ts'
import { readOwnStream } from '../../hub/ownStream.ts'
import { openHubStorage } from '../../hub/storage/open.ts'
import { readDesk, writeDesk } from '../../hub/storage/projections.ts'
import { lordsPress } from '../../shared/desk/lordsPress.ts'
import { firstPrevious } from '../../shared/desk/record.ts'
import { hashOfSettings } from '../../shared/desk/reduceSettings.ts'
import type { HouseSettings } from '../../shared/desk/settings.ts'
import { hashWithNode } from '../../sqlite/hashing.ts'
import { hubKey } from './hubKey.mjs'

// As in the hub's own worker.
hashWithNode()

export interface BenchHub extends HubContext {
  readonly settings: HouseSettings
  readonly clock: { now: Date }
  /** As the product does: every commit is waited for. */
  waitForDisk(): void
  /** What is only prepared need not outlast a crash. */
  hurry(): void
  close(): Promise<void>
}

export const person = '00000000-0000-4000-8000-000000000001'
const resources = path.join(import.meta.dirname, '../../resources')

/** Opens the hub in `folder`; a new one begins a desk without destinations, so that nothing is queued before a benchmark wants it. */
export async function openHub(folder: string): Promise<BenchHub> {
  mkdirSync(folder, { recursive: true })
  const storage = openHubStorage({ file: path.join(folder, 'hub.db'), key: hubKey })
  // A benchmark's corpus need not outlast a crash.
  storage.file.pragma('synchronous = OFF')
  const clock = { now: new Date('2026-01-05T09:00:00Z') }
  const settings: HouseSettings = { ...lordsPress, destinations: [] }
  if (!(await readDesk(storage.db))) {
    await storage.db.insertInto('desk').values({ one: 1, id: '', epoch: 1, head: 0, state: '' }).execute()
    await storage.db.transaction().execute((writer) =>
      writeDesk(writer, {
        id: randomUUID(),
        begunAt: clock.now.toISOString(),
        people: [{ id: person, name: 'Ada Quill', roles: ['publisher'] }],
        settings,
        settingsHash: hashOfSettings(settings),
        bylines: {},
        record: { number: 0, head: firstPrevious, entries: 0 },
        lastSeq: 0,
      }),
    )
  }
  return {
    db: storage.db,
    now: () => clock.now,
    randomId: randomUUID,
    stream: await readOwnStream(storage.db, randomUUID),
    folder,
    resources,
    emit: () => {},
    hint: () => {},
    settings,
    clock,
    waitForDisk: () => void storage.file.pragma('synchronous = FULL'),
    hurry: () => void storage.file.pragma('synchronous = OFF'),
    close: () => storage.db.destroy(),
  }
}
