/** Searches: the texts as they stand, and with them everything that was ever kept. */
import type { KeptHit, SearchHit } from '../../shared/contract/search.ts'
import { currentEdition } from '../../shared/desk/article.ts'
import { EditionState } from '../../shared/desk/edition.ts'
import { ok } from '../../shared/result.ts'
import { readArticle } from '../database/articles.ts'
import { folded, keptWords, searchKept, textNow } from '../database/kept.ts'
import { readDeskState } from '../database/meta.ts'
import type { Seer } from '../database/seen.ts'
import { searchArticles, wordsOf } from '../database/search.ts'
import { versionBytesOf } from '../database/versions.ts'
import { isVersion, type KeptText, keptTexts } from '../documents/keptTexts.ts'
import { type Context, type Handlers, seerIn } from './context.ts'
import { snippet } from './snippet.ts'

const mostHits = 20
/** Kept texts that are looked at for one answer: of a word that stands everywhere more would say nothing more. */
const mostLookedAt = 100
/** Turns of the loop that a search waits for what was kept a moment ago. */
const turnsBefore = 20

export const searchHandlers: Pick<Handlers, 'search.find' | 'search.everything'> = {
  async 'search.find'(context, caller, { words }) {
    if (context.readOnly === '') await context.indexer.catchUp(20)
    return ok(textsWith(context, words, seerIn(caller)))
  },

  async 'search.everything'(context, caller, { words }) {
    if (context.readOnly === '') {
      await context.indexer.catchUp(20)
      await context.indexer.catchUpKept(turnsBefore)
    }
    const seer = seerIn(caller)
    return ok({ ...textsWith(context, words, seer), ...keptWith(context, words, seer) })
  },
}

function textsWith({ db }: Context, words: string, seer: Seer): { readonly results: readonly SearchHit[]; readonly more: boolean } {
  const found = searchArticles(db, words, mostHits + 1, seer)
  const wanted = wordsOf(words)
  const results = found.slice(0, mostHits).map(
    ({ article, headline, body, editionState }): SearchHit => ({
      id: article,
      headline,
      snippet: snippet(body, wanted),
      state: EditionState.parse(editionState),
    }),
  )
  return { results, more: found.length > mostHits }
}

/** Of a piece the newest edition and the newest other version that hold the words, neither where the text now holds them; each note and reason. */
function keptWith(context: Context, words: string, seer: Seer): { readonly kept: readonly KeptHit[]; readonly moreKept: boolean } {
  const { db } = context
  const wanted = wordsOf(words)
  const hits: KeptHit[] = []
  const answered = new Set<string>()
  const textsOf = keptTextsIn(context)
  const goneFrom = goneFromTextNow(context, words)
  let looked = 0
  for (const { article: id, name } of searchKept(db, words, seer)) {
    looked += 1
    if (looked > mostLookedAt || hits.length > mostHits) break
    const gone = isVersion(name) ? goneFrom(id) : wanted
    if (gone.length === 0) continue
    const { state, texts } = textsOf(id)
    const text = texts.get(name)
    const kind = `${id} ${text?.place.kind ?? ''}`
    if (!text || (isVersion(name) && answered.has(kind))) continue
    answered.add(kind)
    const kept = text.words((hash) => versionBytesOf(db, hash)) ?? ''
    hits.push({ id, headline: textNow(db, id)?.headline ?? '', state, place: text.place, snippet: snippet(kept, gone) })
  }
  return { kept: hits.slice(0, mostHits), moreKept: looked > mostLookedAt || hits.length > mostHits }
}

interface ArticleTexts {
  readonly state: EditionState
  readonly texts: ReadonlyMap<string, KeptText>
}

/** Each article read once for an answer. */
function keptTextsIn({ db }: Context): (id: string) => ArticleTexts {
  const houseCredit = readDeskState(db)?.settings.houseCredit ?? ''
  const known = new Map<string, ArticleTexts>()
  return (id) => {
    const before = known.get(id)
    if (before) return before
    const article = readArticle(db, id)
    const texts = article ? keptTexts(article, { houseCredit }) : []
    const read: ArticleTexts = {
      state: article ? currentEdition(article).state : 'draft',
      texts: new Map(texts.map((text) => [text.name, text])),
    }
    known.set(id, read)
    return read
  }
}

/** Of the words those that the text of an article does not hold as it stands, the last one perhaps unfinished: as the index would answer. */
function goneFromTextNow({ db }: Context, words: string): (id: string) => readonly string[] {
  const wanted = wordsOf(words)
  const known = new Map<string, readonly string[]>()
  return (id) => {
    const before = known.get(id)
    if (before) return before
    const text = folded(textNow(db, id)?.words ?? '')
    const isThere = (word: string, isLast: boolean) => keptWords(word).every((part) => hasWord(text, part, isLast && part.length > 1))
    const gone = wanted.filter((word, index) => !isThere(word, index === wanted.length - 1))
    known.set(id, gone)
    return gone
  }
}

function hasWord(text: string, word: string, mayGoOn: boolean): boolean {
  for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + 1)) {
    const [before, after] = [text[at - 1] ?? ' ', text[at + word.length] ?? ' ']
    if (!wordSign.test(before) && (mayGoOn || !wordSign.test(after))) return true
  }
  return false
}

const wordSign = /[\p{L}\p{N}]/u
