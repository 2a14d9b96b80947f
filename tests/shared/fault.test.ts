/** What a log line may hold of a fault. */
import { expect, test } from 'vitest'
import { faultPlace } from '../../shared/fault.ts'

test('[SE12] a fault in the log has its kind and place, and none of the words that it speaks of', () => {
  const said = 'no place for “The tolls of the bridge”\n    at last, said Ada Lovelace\n  (second line)'
  expect(faultPlace(new RangeError(said))).toMatch(/^RangeError: at .*fault\.test\.ts:\d+:\d+\)?$/u)
  expect(faultPlace(new RangeError(said))).not.toMatch(/tolls|Ada|second/u)
  expect(faultPlace('The tolls of the bridge')).toBe('unknown')
})
