/** Acts of both tables that people ask for, under one name: what buttons, the command line and the history say. */
import { isStatusAct, type StatusAct, statusActNames, statusActs } from './publicStatus.ts'
import { type Act, isAct, peoplesActs, transitions } from './transitions.ts'

export type EveryAct = Act | StatusAct

/** On editions first, then on the public status. */
export const everyAct: readonly EveryAct[] = [...peoplesActs, ...statusActNames]

export function labelOf(act: EveryAct): string {
  return isStatusAct(act) ? statusActs[act].label : transitions[act].label
}

/** As it is said once it is done. */
export function doneOf(act: EveryAct): string {
  return isStatusAct(act) ? statusActs[act].done : transitions[act].done
}

const otherHistory: Readonly<Record<string, string>> = {
  share: 'The draft was shared',
  restore: 'An earlier version was brought back',
  'status.propose': 'A change of what readers see was proposed',
  'status.confirm': 'What readers see was changed, or confirmed',
  'status.decline': 'The proposal was declined',
}

/** A line of an article's history in words. */
export function historyWords(act: string): string {
  if (isAct(act)) return transitions[act].done
  return otherHistory[act] ?? act
}
