/** `search`: articles that hold these words, newest first. */
import { stateWords } from '../../shared/desk/edition.ts'
import { ok } from '../../shared/result.ts'
import type { DeskCommand } from './command.ts'
import { table } from './table.ts'

export const searchCommand: DeskCommand = {
  name: 'search',
  form: 'WORDS…',
  summary: 'articles that hold these words',
  options: {},
  words: [1, 100],
  needs: 'desk',
  async run({ call }, given) {
    const found = await call('search.find', { words: given.words.join(' ') })
    if (!found.ok) return found
    const results = found.value.results.map(({ id, headline, snippet, state }) => ({ id, headline, snippet: withoutMarks(snippet), state }))
    const lines = table(
      ['ID', 'STATE', 'HEADLINE', 'WORDS'],
      results.map((hit) => [hit.id.slice(0, 13), stateWords[hit.state], hit.headline, hit.snippet]),
    )
    return ok({
      document: { results: results.map(({ id, headline, snippet }) => ({ id, headline, snippet })), more: found.value.more },
      text: results.length === 0 ? 'Nothing holds these words.\n' : lines,
    })
  },
}

/** The contract marks matches with invisible characters, for screens. */
function withoutMarks(snippet: string): string {
  return snippet.replaceAll(/[\u2068\u2069]/g, '')
}
