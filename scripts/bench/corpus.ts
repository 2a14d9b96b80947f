/** Articles made of invented words, the same for the same seed on every computer: what the benchmarks write, list, search and publish. */
import type { DocumentJson, NodeJson } from '../../shared/document/json.ts'

export interface CorpusArticle {
  readonly headline: string
  readonly standfirst: string
  /** Paragraphs and headings, in order. */
  readonly blocks: readonly { readonly type: 'paragraph' | 'heading'; readonly text: string }[]
}

export interface Corpus {
  /** The article of this place: about `words` long, whatever else was asked for before. */
  article(place: number, words: number): CorpusArticle
  /** The word of this rank, 0 the commonest. */
  word(rank: number): string
}

const onsets = [
  'b',
  'br',
  'c',
  'd',
  'dr',
  'f',
  'g',
  'gl',
  'h',
  'k',
  'l',
  'm',
  'n',
  'p',
  'pr',
  'qu',
  'r',
  's',
  'st',
  't',
  'tr',
  'v',
  'w',
  'z',
]
const vowels = ['a', 'e', 'i', 'o', 'u', 'ae', 'ei', 'ou']
const codas = ['', '', '', 'l', 'm', 'n', 'nd', 'r', 'rt', 's', 'st', 'th', 'x']
const little = [
  'the',
  'of',
  'and',
  'to',
  'in',
  'a',
  'was',
  'for',
  'by',
  'on',
  'that',
  'with',
  'as',
  'at',
  'from',
  'it',
  'his',
  'her',
  'not',
  'were',
]
const vocabularySize = 30_000

export function corpusOf(seed: number): Corpus {
  const words = vocabulary(seed)
  return {
    word: (rank) => words[rank] ?? '',
    article(place, length) {
      const chance = randomFrom(seed * 1_000_003 + place)
      const next = () => words[rankOf(chance())] ?? ''
      const blocks: { type: 'paragraph' | 'heading'; text: string }[] = []
      for (let written = 0; written < length; ) {
        if (blocks.length % 9 === 8) blocks.push({ type: 'heading', text: capital(phrase(next, 4)) })
        const paragraph = sentences(next, chance, Math.min(length - written, 50 + Math.floor(chance() * 50)))
        written += paragraph.split(' ').length
        blocks.push({ type: 'paragraph', text: paragraph })
      }
      return { headline: capital(phrase(next, 7)), standfirst: `${capital(phrase(next, 16))}.`, blocks }
    },
  }
}

/** In the form that the desk keeps. */
export function documentOf({ headline, standfirst, blocks }: CorpusArticle): DocumentJson {
  return {
    headline: [{ type: 'text', text: headline }],
    standfirst: [{ type: 'text', text: standfirst }],
    body: blocks.map(
      ({ type, text }): NodeJson => ({ type, ...(type === 'heading' && { attrs: { level: 2 } }), content: [{ type: 'text', text }] }),
    ),
  }
}

/** As a plain text file: headline, standfirst and paragraphs, each a line between blank ones. */
export function textOf({ headline, standfirst, blocks }: CorpusArticle): string {
  return [headline, standfirst, ...blocks.map(({ text }) => text)].join('\n\n')
}

export function bodyTextOf({ blocks }: CorpusArticle): string {
  return blocks.map(({ text }) => text).join('\n')
}

/** The same text with one word in ten replaced by another, spread evenly by chance. */
export function withTenthReplaced(article: CorpusArticle, corpus: Corpus, seed: number): CorpusArticle {
  const chance = randomFrom(seed)
  const replaced = (text: string) =>
    text
      .split(' ')
      .map((word) => (chance() < 0.1 ? corpus.word(Math.floor(chance() * vocabularySize)) : word))
      .join(' ')
  return { ...article, blocks: article.blocks.map(({ type, text }) => ({ type, text: replaced(text) })) }
}

/** Mulberry32: small, even enough, the same everywhere. Numbers from 0 up to 1. */
export function randomFrom(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}

function vocabulary(seed: number): readonly string[] {
  const chance = randomFrom(seed)
  const pick = (from: readonly string[]) => from[Math.floor(chance() * from.length)] ?? ''
  const words = new Set(little)
  while (words.size < vocabularySize) {
    const syllables = 1 + Math.floor(chance() * 3)
    let word = ''
    for (let n = 0; n < syllables; n += 1) word += pick(onsets) + pick(vowels) + pick(codas)
    words.add(word)
  }
  return [...words]
}

/** Words come as often as in a language: the rank falls off as in Zipf's law. */
function rankOf(chance: number): number {
  return Math.floor(vocabularySize ** chance) - 1
}

function sentences(next: () => string, chance: () => number, words: number): string {
  const parts: string[] = []
  for (let left = words; left > 0; ) {
    const size = Math.max(1, Math.min(left, 6 + Math.floor(chance() * 20)))
    parts.push(`${capital(phrase(next, size))}.`)
    left -= size
  }
  return parts.join(' ')
}

function phrase(next: () => string, words: number): string {
  return Array.from({ length: words }, next).join(' ')
}

function capital(text: string): string {
  return text.slice(0, 1).toUpperCase() + text.slice(1)
}
