/** The options of `act`: which acts each belongs to, and what is said when one is given to another act. */
import { gateNames } from '../../shared/desk/edition.ts'
import { type EveryAct, everyAct } from '../../shared/desk/everyAct.ts'
import { frontPlaces } from '../../shared/desk/front.ts'
import { newEditionKinds } from '../../shared/desk/newEdition.ts'
import { isStatusAct } from '../../shared/desk/publicStatus.ts'
import { type Arguments, isGiven, type Options, type WrongUsage, textOf } from './command.ts'

export const actOptions = {
  as: { type: 'string' },
  note: { type: 'string' },
  reason: { type: 'string' },
  at: { type: 'string' },
  now: { type: 'boolean' },
  kind: { type: 'string' },
  gate: { type: 'string' },
  version: { type: 'string' },
  mode: { type: 'string' },
  place: { type: 'string' },
} as const satisfies Options

const belongsTo: Readonly<Record<string, readonly EveryAct[]>> = {
  reason: everyAct.filter(isStatusAct),
  at: ['schedule', 'reschedule'],
  now: ['publish', 'override_publish', 'reschedule'],
  kind: ['open_edition'],
  gate: ['require_gate', 'complete_gate'],
  version: ['approve', 'schedule', 'reschedule', 'publish'],
  mode: ['edit_again'],
  place: ['publish', 'schedule', 'override_publish'],
}

/** What may follow each option, and which acts it is for; `help act` prints it. */
const forms: readonly (readonly [string, string])[] = [
  ['note', 'what is told with it: the reason of an act that asks for one, the note to the editor, the notice that readers find'],
  ['reason', 'why, for the desk alone'],
  ['at', '"2026-03-29 06:00" on the newspaper’s clock, or an instant with its offset'],
  ['now', 'without the time to undo it'],
  ['kind', newEditionKinds.map(({ kind }) => kind).join(', ')],
  ['gate', gateNames.join(', ')],
  ['version', 'the version that is meant, by its whole name; any other is refused'],
  ['mode', 'hold-back (the approval ends) or next-edition (it goes out meanwhile)'],
  ['place', frontPlaces.filter((place) => place !== '').join(', ')],
]

export const actDetails = forms.map(([option, form]) => `  --${option.padEnd(8)} ${form}${forActs(belongsTo[option] ?? [])}\n`).join('')

function forActs(acts: readonly EveryAct[]): string {
  return acts.length === 0 ? '' : ` (${acts.join(', ')})`
}

/** An option that would be passed over in silence, such as a time given to `publish`, is refused before anything is done. */
export function strayOption(act: EveryAct, given: Arguments): WrongUsage | undefined {
  for (const [option, acts] of Object.entries(belongsTo)) {
    if (given.values[option] === undefined || acts.includes(act)) continue
    return { wrongUsage: `--${option} is for ${acts.join(' and ')}, not for ${act}. Nothing was changed.` }
  }
  if (act === 'schedule' && textOf(given, 'at') === '') return { wrongUsage: 'Say when with --at, such as --at "2026-03-29 06:00".' }
  if (act === 'reschedule' && (textOf(given, 'at') === '') === !isGiven(given, 'now'))
    return { wrongUsage: 'Say when with --at, such as --at "2026-03-29 06:00", or --now; one of the two.' }
  return undefined
}

/** How to *edit again*: hold it back (the default), or let it go out and write for the next edition; undefined: neither. */
export function modeMeant(written: string): 'holdBack' | 'nextEdition' | undefined {
  const plain = written.toLowerCase().replaceAll(/[\s_-]+/g, '')
  if (plain === '' || plain === 'holdback') return 'holdBack'
  return plain === 'nextedition' ? 'nextEdition' : undefined
}
