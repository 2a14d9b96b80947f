/** How long work is told of: by its beginning, now and then on its way, and by its end. */
import { setImmediate as nextTurn, setTimeout as wait } from 'node:timers/promises'
import { expect, test } from 'vitest'
import { Jobs } from '../../electron/jobs/jobs.ts'

test('[DU5] each step of a job is known at once, told only now and then, and its end is told with all of them', async () => {
  const told: string[] = []
  const jobs: Jobs = new Jobs(
    () => new Date(0),
    (id) => {
      const job = jobs.read(id)
      told.push(`${job?.state} ${job?.done}`)
    },
  )
  const { id } = jobs.start('import', 5000, async (control) => {
    await nextTurn()
    // What is said on the way is heard before the end.
    control.say({ done: 1 })
    while (told.length < 2) await wait(5)
    for (let done = 2; done <= 5000; done += 1) {
      control.say({ done })
      if (done % 100 === 0) await nextTurn()
    }
    expect(jobs.read(id)?.done).toBe(5000)
  })
  await jobs.ended(id)
  expect(told.slice(0, 2)).toEqual(['running 0', 'running 1'])
  expect(told.at(-1)).toBe('done 5000')
  expect(told.length).toBeLessThan(1000)
  const all = told.length
  await wait(300)
  expect(told).toHaveLength(all)
})
