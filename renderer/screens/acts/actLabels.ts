/** What the buttons of acts say, and which act comes next. */
import type { ArticleView } from '../../../shared/contract/articles.ts'
import type { GateName } from '../../../shared/desk/edition.ts'
import type { PersonId } from '../../../shared/desk/person.ts'
import { type EveryAct, labelOf } from '../../../shared/desk/everyAct.ts'
import { isStatusAct, statusAfter } from '../../../shared/desk/publicStatus.ts'
import { transitions } from '../../../shared/desk/transitions.ts'

/** What a button does: an act of the tables; *Start a correction*, which opens an edition of that kind without asking which; or *Undo*, for which there are seconds and no sheet. */
export type ButtonAct = EveryAct | 'start_correction' | 'undo'

export function actLabel(act: ButtonAct): string {
  if (act === 'undo') return 'Undo'
  return act === 'start_correction' ? 'Start a correction' : labelOf(act)
}

/** The act of the tables behind a button. */
export function actBehind(button: ButtonAct): EveryAct {
  if (button === 'undo') return 'unschedule'
  return button === 'start_correction' ? 'open_edition' : button
}

export const gateWords: Readonly<Record<GateName, string>> = { facts: 'Facts', legal: 'Legal', identity: 'Identity', rights: 'Rights' }

/** Acts in the order in which one of them is the next step. */
const steps: readonly EveryAct[] = ['submit', 'approve', 'publish', 'confirm_status', 'approve_afterwards', 'open_edition']

/** The act that brings the article on, even when this person may not do it: pressed, it says why. */
export function nextAct(view: Pick<ArticleView, 'acts' | 'edition'>, person: PersonId): ButtonAct | undefined {
  const offered = new Set(view.acts.map(({ act }) => act))
  const isOwnSubmission = view.edition.submission?.by === person
  if (
    isOwnSubmission &&
    offered.has('approve') &&
    offered.has('recall') &&
    view.acts.some(({ act, refusal }) => act === 'approve' && refusal !== '')
  )
    return 'recall'
  const next = steps.find((act) => offered.has(act))
  if (next !== 'open_edition') return next
  // A piece that readers find withdrawn, retracted or taken down has no error to be put right: what else may be done stands under More.
  return statusAfter(view.edition.kind) === 'live' ? 'start_correction' : undefined
}

/** Acts that ask something before they are done; the others are done at once. */
export function asksFirst(act: EveryAct): boolean {
  return (
    isStatusAct(act) ||
    transitions[act].note === 'required' ||
    act === 'publish' ||
    act === 'schedule' ||
    act === 'reschedule' ||
    act === 'unschedule' ||
    act === 'require_gate' ||
    act === 'complete_gate' ||
    act === 'edit_again' ||
    act === 'open_edition'
  )
}
