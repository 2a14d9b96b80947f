/** Verifying and rebuilding: the hub's truth, this workstation's copy of it, and the files themselves, byte by byte. */
import type { Job } from '../../shared/contract/jobs.ts'
import { diskTrouble } from '../../sqlite/trouble.ts'
import { readArticle, writeArticle } from '../database/articles.ts'
import { readDeskState, writeDeskState } from '../database/meta.ts'
import { ownTurn } from '../documents/ownTurn.ts'
import type { Context } from '../handlers/context.ts'
import { upkeep } from './upkeep.ts'

type Say = (change: Partial<Pick<Job, 'step' | 'done' | 'total'>>) => void

/** Articles that are written again between two turns of the loop. */
const atOnce = 20

/** Plain sentences, each with its place; none: all is as it was written. */
export async function verifyAll(context: Context, say: Say): Promise<readonly string[]> {
  const stop = context.line.onEvent((event) => {
    if (event.type === 'progress') say({ step: event.step, done: event.done, total: event.total })
  })
  try {
    await context.sync.sync().catch(() => {})
    const hub = await context.line.ask({ type: 'verify' })
    const problems = hub.ok ? hub.value.problems : [`hub: ${hub.message}`]
    await context.line.ask({ type: 'checkpoint' })
    checkpoint(context)
    say({ step: 'This computer’s copy', done: 0, total: 0 })
    return [...problems, ...(await upkeep('check', context.dataFolder))]
  } finally {
    stop()
  }
}

/** Pages that wait in the write-ahead log are checked too, once they are in the file; on a full disk they stay where they are. */
function checkpoint({ db }: Context): void {
  try {
    db.pragma('wal_checkpoint(TRUNCATE)')
  } catch (error) {
    if (!diskTrouble(error)) throw error
  }
}

/** Makes every projection again; answers the names of those that were wrong. [SY22] */
export async function rebuildAll(context: Context, say: Say): Promise<readonly string[]> {
  const changed: string[] = []
  say({ step: 'The hub’s projections' })
  const hub = await context.line.ask({ type: 'rebuild' })
  if (!hub.ok) throw new Error(hub.message)
  if (hub.value.before !== hub.value.after) changed.push('The hub’s projections')
  say({ step: 'This computer’s projections' })
  if (await rebuildLocal(context)) changed.push('This computer’s projections')
  say({ step: 'The search index' })
  await context.indexer.rebuild()
  return changed
}

/** Writes what does not stand as the log gives it; what moved on while the log was read is right by itself. True when anything was wrong. */
async function rebuildLocal({ db, dataFolder }: Context): Promise<boolean> {
  const { seq, desk, articles } = await upkeep('differences', dataFolder)
  const states = [...articles.values()]
  for (let from = 0; from < states.length; from += atOnce) {
    db.transaction(() => {
      for (const state of states.slice(from, from + atOnce)) {
        if ((readArticle(db, state.id)?.lastSeq ?? 0) <= seq) writeArticle(db, state)
      }
    }).immediate()
    await ownTurn()
  }
  if (desk && (readDeskState(db)?.lastSeq ?? 0) <= seq) db.transaction(() => writeDeskState(db, desk)).immediate()
  return desk !== undefined || states.length > 0
}
