/** The history of an article: a line for each act, by whom, when, with what words. */
import { type ArticleState, currentEdition, type HistoryEntry } from './article.ts'
import type { Accepted } from './operation.ts'
import { actOf } from './transitions.ts'

/** Every act of the table leaves one line of history. */
export function recorded(article: ArticleState, op: Accepted): ArticleState {
  const act = actOf(op.kind) ?? (op.kind === 'share' || op.kind.startsWith('status.') ? op.kind : undefined)
  if (!act || op.body === null) return article
  const body: Readonly<Record<string, unknown>> = op.body
  const words = body['reason'] ?? body['note'] ?? body['override']
  const entry: HistoryEntry = {
    seq: op.seq,
    at: op.at,
    by: op.actor,
    act,
    edition: currentEdition(article).n,
    note: typeof words === 'string' ? words : '',
    ...(typeof body['version'] === 'string' && { version: body['version'] }),
    ...(body['sameComputer'] === true && { sameComputer: true as const }),
  }
  return { ...article, history: [...article.history, entry] }
}

/** The words follow as a body; here only that it was done, and by whom. */
export function restored(article: ArticleState, op: Extract<Accepted, { kind: 'restore' }>): ArticleState {
  const n = article.versions.find(({ hash }) => hash === op.body.version)?.n ?? 0
  const entry: HistoryEntry = {
    seq: op.seq,
    at: op.at,
    by: op.actor,
    act: 'restore',
    edition: currentEdition(article).n,
    note: `Version ${n}`,
    version: op.body.version,
  }
  return { ...article, restoredSeq: op.seq, history: [...article.history, entry] }
}
