/** Verifying and rebuilding: the hub's truth, this workstation's copy of it, and the files themselves, byte by byte. */
import { join } from 'node:path'
import { canonicalText, type Hash, hashOf } from '../../shared/canonical.ts'
import type { Job } from '../../shared/contract/jobs.ts'
import type { ArticleState } from '../../shared/desk/article.ts'
import type { DeskState } from '../../shared/desk/desk.ts'
import { reduceArticle, reduceDesk } from '../../shared/desk/reduce.ts'
import { versionHash } from '../../shared/desk/version.ts'
import { acceptedOf } from '../../shared/sync/accepted.ts'
import { chainProblem, zeroHash } from '../../shared/sync/operation.ts'
import { damagedPages } from '../../sqlite/pages.ts'
import { operationsAfter } from '../database/log.ts'
import { readDeskState, writeDeskState } from '../database/meta.ts'
import { readArticle, writeArticle } from '../database/articles.ts'
import type { Readable } from '../database/open.ts'
import { readBlob } from '../database/outbox.ts'
import { markUnindexed } from '../database/search.ts'
import { fileKeyStore } from '../database/keyStore.ts'
import type { Context } from '../handlers/context.ts'

type Say = (change: Partial<Pick<Job, 'step' | 'done' | 'total'>>) => void

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
    context.db.pragma('wal_checkpoint(TRUNCATE)')
    return [...problems, ...localProblems(context.db), ...fileProblems(context.dataFolder)]
  } finally {
    stop()
  }
}

/** Pages of the two files that were changed outside the program; can be asked of a desk that does not open any more. */
export function fileProblems(folder: string): readonly string[] {
  const key = fileKeyStore(folder).read()
  if (!key) return []
  return ['workstation.db', 'hub.db'].flatMap((name) => damagedPages(join(folder, name), key).map((problem) => `${name}: ${problem}`))
}

function localProblems(db: Readable): readonly string[] {
  const problems: string[] = []
  const chains = new Map<string, { n: number; hash: Hash }>()
  let expected = 1
  for (const op of everyOperation(db)) {
    if (op.seq !== expected) problems.push(`workstation log: operations ${expected} to ${op.seq - 1} are missing.`)
    expected = op.seq + 1
    const chain = chains.get(op.stream) ?? { n: 0, hash: zeroHash }
    const problem = chainProblem({ ...op, cmdId: op.cmdId.split('#')[0] ?? op.cmdId }, chain.n + 1, chain.hash)
    if (problem) problems.push(`workstation log: operation ${op.seq} (${op.kind}): ${problem}.`)
    chains.set(op.stream, { n: op.n, hash: op.hash })
  }
  for (const { hash, article, bytes } of db
    .prepare<[], { hash: string; article: string; bytes: Uint8Array }>('SELECT * FROM version')
    .iterate()) {
    if (versionHash(bytes) !== hash) problems.push(`workstation: version ${hash} of article ${article}: its bytes were changed.`)
  }
  const { desk, articles } = replay(db)
  if (desk && canonicalText(readDeskState(db)) !== canonicalText(desk))
    problems.push('workstation: the desk’s state is not what the log gives. “rebuild” makes it again.')
  for (const [id, state] of articles) {
    const standing = readArticle(db, id)
    if (!standing || canonicalText(standing) !== canonicalText(state))
      problems.push(`workstation: article ${id} is not what the log gives. “rebuild” makes it again.`)
  }
  return problems
}

function* everyOperation(db: Readable) {
  for (let seq = 0; ; ) {
    const ops = operationsAfter(db, seq, 1000)
    if (ops.length === 0) return
    yield* ops
    seq = ops.at(-1)?.seq ?? seq
  }
}

/** What the log gives, from its first operation. */
function replay(db: Readable): { readonly desk: DeskState | undefined; readonly articles: ReadonlyMap<string, ArticleState> } {
  let desk: DeskState | undefined
  const articles = new Map<string, ArticleState>()
  for (const op of everyOperation(db)) {
    if (op.outcome !== 'accepted') continue
    const accepted = acceptedOf(op, op.body ?? (op.blob === '' ? null : (readBlob(db, op.blob) ?? null)))
    if (!accepted) continue
    if (desk || accepted.kind === 'desk.begin') desk = reduceDesk(desk, accepted, articles.get(op.subject)?.createdBy)
    if (op.subject !== '' && desk) articles.set(op.subject, reduceArticle(articles.get(op.subject), accepted, desk.settings))
  }
  return { desk, articles }
}

/** Makes every projection again; answers the names of those that were wrong. [SY22] */
export async function rebuildAll(context: Context, say: Say): Promise<readonly string[]> {
  const changed: string[] = []
  say({ step: 'The hub’s projections' })
  const hub = await context.line.ask({ type: 'rebuild' })
  if (!hub.ok) throw new Error(hub.message)
  if (hub.value.before !== hub.value.after) changed.push('The hub’s projections')
  say({ step: 'This computer’s projections' })
  const before = hashLocal(context.db)
  context.db
    .transaction(() => {
      const { desk, articles } = replay(context.db)
      for (const state of articles.values()) {
        writeArticle(context.db, state)
        markUnindexed(context.db, state.id)
      }
      if (desk) writeDeskState(context.db, desk)
    })
    .immediate()
  if (hashLocal(context.db) !== before) changed.push('This computer’s projections')
  say({ step: 'The search index' })
  context.db.prepare(`INSERT INTO article_fts (article_fts) VALUES ('rebuild')`).run()
  context.indexer.soon()
  return changed
}

function hashLocal(db: Readable): Hash {
  let hash = hashOf('chancery/projections/1\n', canonicalText(readDeskState(db) ?? null))
  for (const { id, state } of db.prepare<[], { id: string; state: string }>('SELECT id, state FROM article ORDER BY id').iterate()) {
    hash = hashOf(hash, id, canonicalText(JSON.parse(state)))
  }
  return hash
}
