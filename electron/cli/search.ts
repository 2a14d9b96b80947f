/** `search`: articles that hold these words, newest first; on request what was kept of any of them as well. */
import type { KeptHit, SearchHit } from '../../shared/contract/search.ts'
import { stateWords } from '../../shared/desk/edition.ts'
import { placeWords } from '../../shared/desk/keptPlace.ts'
import { ok, type Result } from '../../shared/result.ts'
import type { Answer, DeskCommand } from './command.ts'
import type { Hand } from './hand.ts'
import { table } from './table.ts'

const none = 'Nothing holds these words.\n'

export const searchCommand: DeskCommand = {
  name: 'search',
  form: 'WORDS… [--everything]',
  summary: 'articles that hold these words; with everything that was kept: earlier texts, notes, reasons, notices',
  options: { everything: { type: 'boolean' } },
  words: [1, 100],
  needs: 'desk',
  async run(hand, given) {
    const words = given.words.join(' ')
    if (given.values.everything === true) return everything(hand, words)
    const found = await hand.call('search.find', { words })
    if (!found.ok) return found
    const { results, more } = found.value
    const rows = results.map((hit) => [...namesOf(hit), withoutMarks(hit.snippet)])
    const text = rows.length === 0 ? none : table(['ID', 'STATE', 'HEADLINE', 'WORDS'], rows)
    return ok({ document: { results: results.map(printed), more }, text })
  },
}

async function everything({ call }: Hand, words: string): Promise<Result<Answer>> {
  const found = await call('search.everything', { words })
  if (!found.ok) return found
  const { results, more, kept, moreKept } = found.value
  const rows = [
    ...results.map((hit) => [...namesOf(hit), 'in the text now', withoutMarks(hit.snippet)]),
    ...kept.map((hit) => [...namesOf(hit), placeOf(hit), withoutMarks(hit.snippet)]),
  ]
  const before = kept.map((hit) => ({ ...printed(hit), state: hit.state, place: hit.place }))
  return ok({
    document: { results: results.map(printed), more, kept: before, moreKept },
    text: rows.length === 0 ? none : table(['ID', 'STATE', 'HEADLINE', 'FOUND', 'WORDS'], rows),
  })
}

function namesOf({ id, state, headline }: SearchHit): readonly [string, string, string] {
  return [id.slice(0, 13), stateWords[state], headline]
}

function placeOf({ place }: KeptHit): string {
  return `${placeWords(place)}, ${place.at.slice(0, 10)}`
}

function printed({ id, headline, snippet }: SearchHit) {
  return { id, headline, snippet: withoutMarks(snippet) }
}

/** The contract marks matches with invisible characters, for screens. */
function withoutMarks(snippet: string): string {
  return snippet.replaceAll(/[\u2068\u2069]/g, '')
}
