/** The editions before the one that stands, as its record card lists them, and which of them keep a page of their own. [SI13] */
import type { Envelope, PublicArticle, ZonedTime } from '../desk/record.ts'
import { statusAfter } from '../desk/publicStatus.ts'

export interface Earlier {
  readonly edition: number
  readonly kind: PublicArticle['kind']
  readonly publishedAt: ZonedTime
  /** That it was released at; its page stands below. [SI4] */
  readonly address: string
  /** False where its words may not be shown: its page is not made, and nothing links to it. */
  readonly isKept: boolean
}

interface Edition {
  readonly article: Pick<PublicArticle, 'kind' | 'correctionNotes'>
  readonly envelope: Pick<Envelope, 'edition' | 'publishedAt' | 'address'>
}

/**
 * All editions of an article, oldest first, the standing one last; answers those before it, newest first. None is kept that was
 * retracted or taken down, also when the piece came back with other words since, nor one whose error a later edition asks not to repeat.
 */
export function earlierOf(editions: readonly Edition[]): readonly Earlier[] {
  return editions
    .slice(0, -1)
    .map(({ article, envelope }, index) => ({
      edition: envelope.edition,
      kind: article.kind,
      publishedAt: envelope.publishedAt,
      address: envelope.address,
      isKept: isShown(article.kind) && !editions.slice(index + 1).some((later) => takesBack(later.article)),
    }))
    .toReversed()
}

/** Readers have its words. */
export function isShown(kind: PublicArticle['kind']): boolean {
  const status = statusAfter(kind)
  return status === 'live' || status === 'withdrawn'
}

/** The editions before it keep no page. */
function takesBack(article: Edition['article']): boolean {
  return !isShown(article.kind) || asksNotToRepeat(article)
}

/** Readers are not to meet again what the editions before it said. */
export function asksNotToRepeat({ correctionNotes }: Pick<PublicArticle, 'correctionNotes'>): boolean {
  return correctionNotes.some(({ doNotRepeat }) => doNotRepeat)
}
