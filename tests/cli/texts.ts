/** The texts that go the whole way: the seed where it is, and one of our own so that the way is walked everywhere. */
import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { root } from '../harness/sources.ts'

export interface Text {
  readonly name: string
  /** Why it is left out here; empty: it is there. */
  readonly missing: string
  /** From the headline to the last paragraph, as somebody would save it. */
  read(): string
}

const seed = path.join(root, '../shared/seeds/article.txt')

export const texts: readonly Text[] = [
  {
    name: 'the seed article',
    missing: existsSync(seed) ? '' : 'there is no ../shared/seeds/article.txt beside this project',
    read: () => pieceIn(readFileSync(seed, 'utf8')),
  },
  {
    name: 'a text of our own',
    missing: '',
    read: () =>
      [
        'Harbour Archive moves its reading room',
        'The Harbour Archive will read in the old customs hall from the first of the month, its keeper said on Tuesday.',
        '“Nothing is lost in the move,” she said; 4,112 boxes & one piano went across the yard in nine days.',
        'The catalogue keeps its numbers. Letters find the archive at its former address until the spring.',
      ].join('\n\n') + '\n',
  },
]

/** The page as it was copied begins with its masthead and ends with the byline block: neither is part of the piece. */
function pieceIn(page: string): string {
  const begin = page.indexOf('NATO chief')
  const end = page.indexOf('LP Staff Writers')
  if (begin < 0 || end < begin) throw new Error('the seed is not the page it was')
  return `${page.slice(begin, end).trim()}\n`
}
