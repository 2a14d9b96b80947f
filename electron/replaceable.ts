/** A workstation whose empty desk can be replaced by a restored one while its windows stay open. */
import { readdir, rm } from 'node:fs/promises'
import { join } from 'node:path'
import type { Changed } from '../shared/contract/contract.ts'
import type { Result } from '../shared/result.ts'
import { restoreBackup } from './backup/restore.ts'
import type { Session, Workstation, WorkstationOptions } from './session.ts'

export interface Restored {
  /** Whole, on this computer. */
  readonly file: string
  readonly recoveryCode: string
}

/** Puts a backup in the place of a desk that was never begun; until it is checked nothing is touched. */
export type ReplaceDesk = (restored: Restored) => Promise<Result<null>>

type Open = (replaceDesk: ReplaceDesk) => Promise<Result<Workstation>>

interface Connected {
  readonly sink: (event: Changed) => void
  readonly sees: 'all' | undefined
  session: Session
}

/** `open` opens what lies in the data folder now, the first time and after each replacement. */
export async function replaceable(options: WorkstationOptions, open: Open): Promise<Result<Workstation>> {
  const connected = new Set<Connected>()
  const first = await open(replaceDesk)
  if (!first.ok) return first
  let current = first.value

  async function replaceDesk({ file, recoveryCode }: Restored): Promise<Result<null>> {
    const { dataFolder } = options
    await current.close()
    await removeEmptyDesk(dataFolder)
    const restored = await restoreBackup({ dataFolder, file, recoveryCode })
    // Whatever became of it, a desk is opened again: the restored one, or one that is to be begun.
    const opened = await open(replaceDesk)
    if (!opened.ok) return opened
    current = opened.value
    for (const one of connected) one.session = current.connect(one.sink, undefined, one.sees)
    for (const { sink } of connected) for (const topic of everything) sink({ topic, source: '' })
    return restored
  }

  return {
    ok: true,
    value: {
      connect(sink, resume, sees) {
        const one: Connected = { sink, sees, session: current.connect(sink, resume, sees) }
        connected.add(one)
        return {
          id: one.session.id,
          call: (name, input) => one.session.call(name, input),
          end() {
            connected.delete(one)
            one.session.end()
          },
        }
      },
      respond: (session, path) => current.respond(session, path),
      get admin() {
        return current.admin
      },
      close: () => current.close(),
    },
  }
}

const everything = ['desk', 'people', 'settings', 'articles', 'article', 'words', 'queue', 'sent', 'jobs'] as const

/** The files of a desk that was never begun, and the key that nothing was written with. */
async function removeEmptyDesk(dataFolder: string): Promise<void> {
  const names = await readdir(dataFolder)
  const own = names.filter((name) => name === 'key' || /^(workstation|hub)\.db(-wal|-shm)?$/.test(name))
  for (const name of own) await rm(join(dataFolder, name), { force: true })
}
