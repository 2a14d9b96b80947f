/** Long work that is done in pieces leaves the loop to others between them. */
import { setImmediate as nextTurn } from 'node:timers/promises'
import { expect, test } from 'vitest'
import { ownTurn } from '../../electron/documents/ownTurn.ts'

test('[DU5] several who wait for a turn each get their own, in the order in which they asked', async () => {
  let turn = 0
  let isOver = false
  const count = (): void => {
    turn += 1
    if (!isOver) setImmediate(count)
  }
  setImmediate(count)
  const turns: { readonly who: number; readonly turn: number }[] = []
  await Promise.all(
    [0, 1, 2, 3].map(async (who) => {
      await ownTurn()
      turns.push({ who, turn })
    }),
  )
  isOver = true
  await nextTurn()
  expect(turns.map(({ who }) => who)).toEqual([0, 1, 2, 3])
  expect(new Set(turns.map((had) => had.turn)).size).toBe(4)
})
