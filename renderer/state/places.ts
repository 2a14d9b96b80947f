/** Where each person left off: cursor and scroll of an article, the article last open. Positions only, never words. */

export interface Place {
  readonly box: 'headline' | 'standfirst' | 'body'
  readonly anchor: number
  readonly head: number
  readonly scroll: number
  /** In a long text: the block of the body at the upper edge, and how far below the edge it begins, since heights above it are guessed. */
  readonly top?: { readonly block: number; readonly below: number }
}

const key = 'chancery.places'
/** More are forgotten, oldest first. */
const mostPlaces = 200

interface Places {
  readonly last: string
  readonly byArticle: Readonly<Record<string, Place>>
}

export function placeOf(article: string): Place | undefined {
  return read().byArticle[article]
}

export function lastArticle(): string {
  return read().last
}

export function rememberArticle(article: string): void {
  write({ ...read(), last: article })
}

export function rememberPlace(article: string, place: Place): void {
  const { [article]: _before, ...others } = read().byArticle
  const entries = [...Object.entries(others), [article, place] as const].slice(-mostPlaces)
  write({ last: article, byArticle: Object.fromEntries(entries) })
}

function read(): Places {
  try {
    const stored = JSON.parse(window.localStorage.getItem(key) ?? '') as Partial<Places>
    return { last: typeof stored.last === 'string' ? stored.last : '', byArticle: stored.byArticle ?? {} }
  } catch {
    return { last: '', byArticle: {} }
  }
}

function write(places: Places): void {
  try {
    window.localStorage.setItem(key, JSON.stringify(places))
  } catch {
    // A browser without storage forgets where one was; nothing else depends on it.
  }
}
