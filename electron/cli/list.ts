/** `list`: the articles of the desk, newest first. */
import { EditionState, editionStates } from '../../shared/desk/edition.ts'
import { fail, ok } from '../../shared/result.ts'
import { articleDocument, articleTable } from './articleDocument.ts'
import { type DeskCommand, textOf } from './command.ts'
import { everyArticle } from './hand.ts'

export const listCommand: DeskCommand = {
  name: 'list',
  form: '[--state STATE]',
  summary: `the articles, newest first; states: ${editionStates.join(', ')}`,
  options: { state: { type: 'string' } },
  words: [0, 0],
  needs: 'desk',
  async run(hand, given) {
    const wanted = textOf(given, 'state')
    const state = EditionState.safeParse(wanted.toLowerCase().replaceAll(/[\s-]+/g, '_'))
    if (wanted !== '' && !state.success) return fail('invalid', `There is no state “${wanted}”. States are: ${editionStates.join(', ')}.`)
    const rows = await everyArticle(hand, state.data)
    return rows.ok ? ok({ document: { articles: rows.value.map(articleDocument) }, text: articleTable(rows.value) }) : rows
  },
}
