/** `act`: asks for an act of the tables on an article, as a person. */
import { type EveryAct, everyAct } from '../../shared/desk/everyAct.ts'
import { frontPlaces } from '../../shared/desk/front.ts'
import { isAct, transitions } from '../../shared/desk/transitions.ts'
import { fail, ok, type Result } from '../../shared/result.ts'
import { actDetails, actOptions, modeMeant, strayOption } from './actOptions.ts'
import { articleDocument, articleLine } from './articleDocument.ts'
import { type DeskCommand, isGiven, textOf } from './command.ts'
import { articleMeant, sitDown } from './hand.ts'

export const actCommand: DeskCommand = {
  name: 'act',
  form: 'ARTICLE ACT --as PERSON [--note NOTE] [--reason REASON] [--at TIME] [--now] [--kind KIND] [--gate GATE] [--version HASH] [--mode MODE] [--place PLACE]',
  summary: `ask for an act: ${everyAct.join(', ')}`,
  details: actDetails,
  options: actOptions,
  words: [2, 2],
  needs: 'desk',
  async run(hand, given) {
    if (textOf(given, 'as') === '') return { wrongUsage: 'Say who does it with --as.' }
    const [article = '', written = ''] = given.words
    const meant = actMeant(written)
    if (!meant.ok) return meant
    const act = meant.value
    const version = textOf(given, 'version')
    if (version !== '' && !/^[0-9a-f]{64}$/.test(version))
      return fail(
        'invalid',
        `“${version}” is no version’s name: those have 64 letters and digits, as show --format json prints them. Nothing was changed.`,
      )
    const stray = strayOption(act, given)
    if (stray) return stray
    const mode = modeMeant(textOf(given, 'mode'))
    if (!mode)
      return fail('invalid', `There is no mode “${textOf(given, 'mode')}”. Modes are: hold-back, next-edition. Nothing was changed.`)
    const place = frontPlaces.find((known) => known === textOf(given, 'place'))
    if (place === undefined)
      return fail(
        'invalid',
        `There is no place “${textOf(given, 'place')}” on the front. Places are: lead, second, notice. Nothing was changed.`,
      )
    const id = await articleMeant(hand, article)
    if (!id.ok) return id
    const seated = await sitDown(hand, textOf(given, 'as'))
    if (!seated.ok) return seated
    const note = textOf(given, 'note')
    const done = await hand.call('workflow.act', {
      id: id.value,
      act,
      note,
      reason: textOf(given, 'reason'),
      at: textOf(given, 'at'),
      now: isGiven(given, 'now'),
      kind: act === 'edit_again' ? mode : textOf(given, 'kind'),
      gate: textOf(given, 'gate'),
      place,
      ...(version === '' ? {} : { version }),
    })
    if (!done.ok) return done
    const { row } = done.value
    return ok({ document: { article: articleDocument(row) }, text: articleLine(row), notes: note === '' ? [] : notesOn(act) })
  },
}

/** Words given to an act that keeps none are not lost in silence. */
function notesOn(act: EveryAct): readonly string[] {
  if (!isAct(act) || transitions[act].note !== 'none') return []
  return [`“${transitions[act].label.replace('…', '')}” takes no note: yours was not kept.`]
}

/** `request-changes` means `request_changes`. What the hub alone does is told apart from what nobody does. */
function actMeant(written: string): Result<EveryAct> {
  const plain = written.toLowerCase().replaceAll(/[\s-]+/g, '_')
  const act = everyAct.find((name) => name === plain)
  if (act) return ok(act)
  if (isAct(plain))
    return fail('notAllowed', `“${plain}” is done by the publishing queue when its time has come: see work. Nothing was changed.`)
  return fail('invalid', `There is no act “${written}”. Acts are: ${everyAct.join(', ')}. Nothing was changed.`)
}
