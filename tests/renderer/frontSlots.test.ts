/** Moving pieces between the slots of the front. */
import { expect, test } from 'vitest'
import { inSlot, placedIn, slotNames } from '../../renderer/screens/queue/frontSlotNames.ts'
import { noFront } from '../../shared/desk/front.ts'

test('[FP1] a piece stands in one slot: moved to another it changes places with what stood there', () => {
  const one = placedIn(placedIn(noFront, 'lead', 'a'), 'second 2', 'b')
  expect(one).toEqual({ ...noFront, lead: 'a', seconds: ['', 'b', ''] })
  expect(placedIn(one, 'lead', 'b')).toEqual({ ...noFront, lead: 'b', seconds: ['', 'a', ''] })
  expect(placedIn(one, 'notice 4', 'a')).toEqual({ ...noFront, seconds: ['', 'b', ''], notices: ['', '', '', 'a'] })
  expect(placedIn(one, 'lead', '')).toEqual({ ...noFront, seconds: ['', 'b', ''] })
  expect(placedIn(one, 'lead', 'a')).toEqual(one)
  expect(slotNames.map((name) => inSlot(one, name)).filter((id) => id !== '')).toEqual(['a', 'b'])
})
