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
 * All editions of an article, oldest first, the standing one last; answers those before it, newest first. None is kept of
 * an article that was retracted or taken down, nor one whose error a later edition asks not to repeat.
 */
export function earlierOf(editions: readonly Edition[]): readonly Earlier[] {
  const standing = editions.at(-1)
  if (!standing) return []
  const isOpen = isShown(standing.article.kind)
  return editions
    .slice(0, -1)
    .map(({ article, envelope }, index) => ({
      edition: envelope.edition,
      kind: article.kind,
      publishedAt: envelope.publishedAt,
      address: envelope.address,
      isKept: isOpen && isShown(article.kind) && !editions.slice(index + 1).some((later) => asksNotToRepeat(later.article)),
    }))
    .toReversed()
}

/** Readers have its words. */
export function isShown(kind: PublicArticle['kind']): boolean {
  const status = statusAfter(kind)
  return status === 'live' || status === 'withdrawn'
}

/** The editions before then keep no page. */
export function asksNotToRepeat({ correctionNotes }: Pick<PublicArticle, 'correctionNotes'>): boolean {
  return correctionNotes.some(({ doNotRepeat }) => doNotRepeat)
}
