/** Which acts a person may ask for now: what the screens draw as buttons. [WF6] */
import { currentEdition } from './article.ts'
import { decide, type Facts, holdsRight } from './decide.ts'
import { allowedStatusActs } from './decideStatus.ts'
import type { Edition } from './edition.ts'
import type { StatusAct } from './publicStatus.ts'
import { type Act, peoplesActs, transitions } from './transitions.ts'

export interface AllowedAct {
  readonly act: Act | StatusAct
  /** Why it is refused, for acts that fit the state and the person's rights but not the moment; empty when allowed. */
  readonly refusal: string
}

/** Acts that fit the state and are this person's to ask for, each with its refusal in words; the others are left out. */
export function allowedActs(facts: Facts): readonly AllowedAct[] {
  const edition = currentEdition(facts.article)
  const onEdition = peoplesActs
    .filter((act) => offered(act, edition) && holdsRight(act, facts))
    .map((act) => {
      const decision = decide(act, facts)
      return { act, refusal: decision.ok ? '' : decision.error.message }
    })
  return [...onEdition, ...allowedStatusActs(facts)]
}

function offered(act: Act, edition: Edition): boolean {
  const { state } = edition
  if (act === 'hold') return !edition.hold && state !== 'published'
  if (act === 'lift_hold') return edition.hold !== undefined
  if (act === 'approve_afterwards') return edition.notReviewed && fits(act, state)
  if (act === 'complete_gate') return Object.values(edition.gates).some((gate) => gate?.state === 'required')
  return fits(act, state)
}

function fits(act: Act, state: string): boolean {
  return (transitions[act].from as readonly string[]).includes(state)
}
