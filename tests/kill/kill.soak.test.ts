/** Two hundred kills at moments that differ from run to run; the seed is in every message. */
import { test } from 'vitest'
import { killAgainAndAgain } from './kill.ts'

const seed = Number(process.env['CHANCERY_SEED'] ?? Date.now() % 1_000_000)

for (let part = 0; part < 5; part += 1) {
  test(`killed forty times while saving and publishing (seed ${seed + part})`, { timeout: 1_200_000 }, async () => {
    await killAgainAndAgain(40, seed + part)
  })
}
