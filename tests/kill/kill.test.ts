/** Forty kills in every run; the long suite has two hundred. */
import { test } from 'vitest'
import { killAgainAndAgain } from './kill.ts'

for (const seed of [11, 23]) {
  test(`killed twenty times while saving and publishing, nothing shown as saved is lost and nothing is published twice (seed ${seed})`, {
    timeout: 240_000,
  }, async () => {
    await killAgainAndAgain(20, seed)
  })
}
