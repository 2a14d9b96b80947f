/** A whole day of a small newspaper by keyboard alone: two pieces from the first word to what became of them years later. */
import { test } from 'vitest'
import { must } from '../factories/people.ts'
import { openTestDesk } from '../factories/workstation.ts'
import { minute } from './dayActs.ts'
import { saturday } from './saturday.ts'
import { noBrowser, sharedBrowser } from './shell.ts'
import { sunday } from './sunday.ts'

const browser = sharedBrowser()

test.skipIf(noBrowser !== '')(
  `[IN1] a whole day by keyboard, over the change of summer time${noBrowser && ` (${noBrowser})`}`,
  { timeout: 600_000 },
  async () => {
    const { folder } = await newspaper()
    const night = lastSundayOfMarch(new Date().getUTCFullYear() + 1)
    const six = night + 5 * 60 * minute // 06:00 in London, once the clocks have gone forward.

    await saturday(browser(), folder, six)
    await sunday(browser(), folder, six)
  },
)

async function newspaper() {
  const desk = await openTestDesk()
  const { call } = await desk.sit(desk.founder)
  for (const [name, role] of [
    ['Checker', 'checker'],
    ['Second', 'publisher'],
  ] as const)
    must(await call('people.add', { name, roles: [role] }))
  await desk.close()
  return desk
}

/** Midnight UTC of the day on which the clocks go forward. */
function lastSundayOfMarch(year: number): number {
  const last = new Date(Date.UTC(year, 2, 31))
  return last.setUTCDate(31 - last.getUTCDay())
}
