/** What is told of a delivery under way. */
import { expect, test } from 'vitest'
import { followDeliveries } from '../../electron/sync/deliveries.ts'

function following() {
  let at = 0
  let told = 0
  const deliveries = followDeliveries(
    () => told++,
    () => at,
  )
  const hear = (instant: number, done: number) => {
    at = instant
    deliveries.hear({ type: 'progress', step: 'publish', done, total: 1000 })
  }
  return { deliveries, hear, told: () => told }
}

test('[IN22] a delivery that is over at once is told to nobody, or its bar would move the Queue twice', () => {
  const { deliveries, hear, told } = following()
  hear(10_000, 0)
  hear(10_200, 14)
  expect(deliveries.underway()).toBeNull()
  deliveries.hear({ type: 'queue' })
  // The next one begins anew, however long after.
  hear(11_000, 7)
  expect(deliveries.underway()).toBeNull()
  expect(told()).toBe(0)
})

test('one that lasts is told twice a second until it is over', () => {
  const { deliveries, hear, told } = following()
  for (let tick = 0; tick <= 20; tick++) hear(tick * 100, tick)
  expect(told()).toBe(4)
  expect(deliveries.underway()).toEqual({ done: 20, total: 1000 })
  deliveries.hear({ type: 'queue' })
  expect(deliveries.underway()).toBeNull()
})
