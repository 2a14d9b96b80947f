/** This workstation's copy of the log, read from its first operation: what is wrong in it, and what it gives. */
import { canonicalText, type Hash } from '../../shared/canonical.ts'
import type { ArticleState } from '../../shared/desk/article.ts'
import type { DeskState } from '../../shared/desk/desk.ts'
import { reduceArticle, reduceDesk } from '../../shared/desk/reduce.ts'
import { versionHash } from '../../shared/desk/version.ts'
import { acceptedOf } from '../../shared/sync/accepted.ts'
import { chainProblem, zeroHash } from '../../shared/sync/operation.ts'
import { readArticle } from '../database/articles.ts'
import { operationsAfter } from '../database/log.ts'
import { readDeskState } from '../database/meta.ts'
import type { Readable } from '../database/open.ts'
import { readBlob } from '../database/outbox.ts'
import { blobProblems } from './localBlobs.ts'

/** Plain sentences, each with its place; none: all is as it was written. */
export function localProblems(db: Readable): readonly string[] {
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
  problems.push(...blobProblems(db, articles.values()))
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

export interface Replayed {
  /** The last operation that was read. */
  readonly seq: number
  readonly desk: DeskState | undefined
  readonly articles: ReadonlyMap<string, ArticleState>
}

/** What the log gives, from its first operation. */
function replay(db: Readable): Replayed {
  let seq = 0
  let desk: DeskState | undefined
  const articles = new Map<string, ArticleState>()
  for (const op of everyOperation(db)) {
    seq = op.seq
    if (op.outcome !== 'accepted') continue
    const accepted = acceptedOf(op, op.body ?? (op.blob === '' ? null : (readBlob(db, op.blob) ?? null)))
    if (!accepted) continue
    if (desk || accepted.kind === 'desk.begin') desk = reduceDesk(desk, accepted, articles.get(op.subject)?.createdBy)
    if (op.subject !== '' && desk) articles.set(op.subject, reduceArticle(articles.get(op.subject), accepted, desk.settings))
  }
  return { seq, desk, articles }
}

/** Only what does not stand as the log gives it. */
export function differences(db: Readable): Replayed {
  const { seq, desk, articles } = replay(db)
  const standing = canonicalText(readDeskState(db) ?? null)
  return {
    seq,
    desk: desk && canonicalText(desk) !== standing ? desk : undefined,
    articles: new Map(
      [...articles].filter(([id, state]) => {
        const known = readArticle(db, id)
        return !known || canonicalText(known) !== canonicalText(state)
      }),
    ),
  }
}
