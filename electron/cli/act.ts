/** `act`: asks for an act of the tables on an article, as a person. */
import { type EveryAct, everyAct } from '../../shared/desk/everyAct.ts'
import { fail, ok } from '../../shared/result.ts'
import { articleDocument, articleLine } from './articleDocument.ts'
import { type DeskCommand, isGiven, textOf } from './command.ts'
import { articleMeant, sitDown } from './hand.ts'

export const actCommand: DeskCommand = {
  name: 'act',
  form: 'ARTICLE ACT --as PERSON [--note NOTE] [--reason REASON] [--at TIME] [--now] [--kind KIND] [--gate GATE] [--version HASH] [--mode MODE]',
  summary: `ask for an act: ${everyAct.join(', ')}`,
  options: {
    as: { type: 'string' },
    note: { type: 'string' },
    reason: { type: 'string' },
    at: { type: 'string' },
    now: { type: 'boolean' },
    kind: { type: 'string' },
    gate: { type: 'string' },
    version: { type: 'string' },
    mode: { type: 'string' },
  },
  words: [2, 2],
  needs: 'desk',
  async run(hand, given) {
    if (textOf(given, 'as') === '') return { wrongUsage: 'Say who does it with --as.' }
    const [article = '', written = ''] = given.words
    const act = actMeant(written)
    if (!act) return fail('invalid', `There is no act “${written}”. Acts are: ${everyAct.join(', ')}. Nothing was changed.`)
    const id = await articleMeant(hand, article)
    if (!id.ok) return id
    const seated = await sitDown(hand, textOf(given, 'as'))
    if (!seated.ok) return seated
    const version = textOf(given, 'version')
    const done = await hand.call('workflow.act', {
      id: id.value,
      act,
      note: textOf(given, 'note'),
      reason: textOf(given, 'reason'),
      at: textOf(given, 'at'),
      now: isGiven(given, 'now'),
      kind: textOf(given, 'kind') || modeMeant(textOf(given, 'mode')),
      gate: textOf(given, 'gate'),
      ...(version === '' ? {} : { version }),
    })
    if (!done.ok) return done
    return ok({ document: { article: articleDocument(done.value.row) }, text: articleLine(done.value.row) })
  },
}

/** How to *edit again*: hold it back (the default), or let it go out and write for the next edition. */
function modeMeant(written: string): string {
  const plain = written.toLowerCase().replaceAll(/[\s_-]+/g, '')
  return plain === 'nextedition' ? 'nextEdition' : plain === 'holdback' ? 'holdBack' : written
}

/** `request-changes` means `request_changes`. */
function actMeant(written: string): EveryAct | undefined {
  const plain = written.toLowerCase().replaceAll(/[\s-]+/g, '_')
  return everyAct.find((act) => act === plain)
}
