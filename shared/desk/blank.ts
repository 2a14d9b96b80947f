/** An article that was begun and nothing more: it vanishes from lists by itself, and its operations stay in the log. [DK3] */
import type { ArticleState } from './article.ts'
import { noFields } from './fields.ts'

/** Never had words, a picture or a version, was shown to nobody, and nothing of it was set; its language comes from the house. */
export function isBlank(article: ArticleState): boolean {
  const [only] = article.editions
  return (
    article.editions.length === 1 &&
    only?.state === 'draft' &&
    only.hold === undefined &&
    Object.keys(only.gates).length === 0 &&
    article.wordsSeq === 0 &&
    article.versions.length === 0 &&
    article.history.length === 0 &&
    article.media === undefined &&
    JSON.stringify({ ...noFields, lang: article.fields.lang }) === JSON.stringify({ ...noFields, ...article.fields })
  )
}
