/** Accepted operations on the public status become the article's projection: proposed, confirmed, declined. [SY22] */
import type { ArticleState } from './article.ts'
import { withNotice } from './notice.ts'
import type { Accepted } from './operation.ts'
import type { HouseSettings } from './settings.ts'

export function reduceStatus(article: ArticleState, op: Accepted, settings: HouseSettings): ArticleState {
  switch (op.kind) {
    case 'status.propose':
      return { ...article, proposal: { ...op.body, by: op.actor, at: op.at } }
    case 'status.confirm': {
      if (article.proposal) return withNotice(article, { ...op.body, by: op.actor, at: op.at }, settings)
      const { unconfirmed: _confirmed, ...rest } = article
      return rest
    }
    case 'status.decline': {
      const { proposal: _declined, ...rest } = article
      return rest
    }
    default:
      return article
  }
}
