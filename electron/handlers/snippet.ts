/** The words around what was searched for; cut here, as SQL would do it for every row it looks at. */

const before = 60
const length = 200

/** One sign of a word: compiled once, where a pattern with the words in it would be compiled for each question. */
const wordSign = /[\p{L}\p{N}]/u

/** About `length` signs of `body` around the first of `wanted`, which begin words there; matches between U+2068 and U+2069. */
export function snippet(body: string, wanted: readonly string[]): string {
  const first = nextMatch(body, caseless(body), wanted.map(caseless), 0)
  const from = Math.max(0, (first?.start ?? 0) - before)
  const start = from === 0 ? 0 : from + body.slice(from).search(/\s/u) + 1
  const text = body.slice(start, start + length).replaceAll(/\s+/gu, ' ')
  return `${start > 0 ? '… ' : ''}${marked(text, wanted.map(caseless))}${start + length < body.length ? ' …' : ''}`
}

function marked(text: string, words: readonly string[]): string {
  const plain = caseless(text)
  let shown = ''
  let done = 0
  for (let match = nextMatch(text, plain, words, 0); match; match = nextMatch(text, plain, words, done)) {
    shown += `${text.slice(done, match.start)}\u2068${text.slice(match.start, match.end)}\u2069`
    done = match.end
  }
  return shown + text.slice(done)
}

interface Match {
  readonly start: number
  readonly end: number
}

/** The earliest of `words` at the beginning of a word, the longest of those. */
function nextMatch(text: string, plain: string, words: readonly string[], from: number): Match | undefined {
  let found: Match | undefined
  for (const word of words) {
    if (word === '') continue
    let start = plain.indexOf(word, from)
    while (start > 0 && wordSign.test(text[start - 1] ?? '')) start = plain.indexOf(word, start + 1)
    if (start < 0) continue
    const match = { start, end: start + word.length }
    if (!found || match.start < found.start || (match.start === found.start && match.end > found.end)) found = match
  }
  return found
}

/** In small letters; as it is where those would be more or fewer signs, so that places stay the same. */
function caseless(text: string): string {
  const small = text.toLowerCase()
  return small.length === text.length ? small : text
}
