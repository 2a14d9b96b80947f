/** What the log gives of a few articles, without reading all of it: for steps that bring a file of an older program up to this one. [SY22] */
import type { ArticleState } from '../desk/article.ts'
import type { DeskState } from '../desk/desk.ts'
import { statusAfter } from '../desk/publicStatus.ts'
import { reduceArticle, reduceDesk } from '../desk/reduce.ts'
import { acceptedOf } from './accepted.ts'
import type { OrderedOperation } from './operation.ts'

/** An accepted operation; `content`: its body, or the blob that carries it. Of words none is needed. */
export type Logged = Pick<OrderedOperation, 'seq' | 'kind' | 'subject' | 'actor' | 'stream' | 'at'> & {
  readonly content: Uint8Array | null
}

/** `log`: in its order, all that is about the articles, and all that is about the desk itself: how its settings stood then. */
export function replayArticles(log: Iterable<Logged>): ReadonlyMap<string, ArticleState> {
  const articles = new Map<string, ArticleState>()
  let desk: DeskState | undefined
  for (const { content, ...op } of log) {
    const accepted = acceptedOf(op, content)
    if (!accepted) continue
    if (op.subject === '') {
      if (desk || accepted.kind === 'desk.begin') desk = reduceDesk(desk, accepted)
    } else if (desk) articles.set(op.subject, reduceArticle(articles.get(op.subject), accepted, desk.settings))
  }
  return articles
}

/** A notice to readers that was undone before it went out: programs there were took it for the edition that work goes into. */
export function hasUndoneNotice({ editions }: Pick<ArticleState, 'editions'>): boolean {
  return editions.some(({ kind, state }) => state === 'spiked' && statusAfter(kind) !== 'live')
}
