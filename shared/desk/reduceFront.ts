/** Accepted operations move the front: arranged by hand, or by a release that takes the place chosen for it. [SY22] */
import type { DeskState } from './desk.ts'
import { type FrontPlace, noFront, withPlace } from './front.ts'
import type { Accepted } from './operation.ts'

export function reduceFront(desk: DeskState, op: Accepted): DeskState {
  const before = desk.front?.slots ?? noFront
  switch (op.kind) {
    case 'front.arrange':
      return { ...desk, front: { slots: op.body.slots, before, by: op.actor, at: op.at, seq: op.seq } }
    case 'workflow.publish':
    case 'workflow.schedule':
    case 'workflow.override_publish':
      return withChosenPlace(desk, op.subject, op.body.place ?? '')
    case 'hub.release': {
      const place = desk.places?.[op.subject] ?? ''
      if (place === '') return desk
      const front = { slots: withPlace(before, op.subject, place), before, by: op.actor, at: op.at, seq: op.seq }
      return withChosenPlace({ ...desk, front }, op.subject, '')
    }
    default:
      return desk
  }
}

function withChosenPlace({ places = {}, ...desk }: DeskState, article: string, place: FrontPlace): DeskState {
  const { [article]: _before, ...others } = places
  const chosen = place === '' ? others : { ...others, [article]: place }
  return Object.keys(chosen).length === 0 ? desk : { ...desk, places: chosen }
}
