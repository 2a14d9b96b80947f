/** A power cut takes back what was not waited for, and nothing of it is missed. */
import { copyFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { must, paragraphUpdate } from '../factories/people.ts'
import { openTestDesk, openTestWorkstation } from '../factories/workstation.ts'

test('[DU1] what the hub has acknowledged is not waited for here: after a power cut it is sent and fetched again, once', async () => {
  const desk = await openTestDesk()
  const { call } = await desk.sit(desk.people.writer)
  const { row } = must(await call('articles.create', {}))
  const update = await paragraphUpdate(call, row.id, 'The river stood at four feet.')
  must(await call('articles.save', { id: row.id, update }))
  // As the disk has it: the save was waited for, and what the hub says to it is still to come.
  const names = ['workstation.db', 'workstation.db-wal']
  for (const name of names) copyFileSync(join(desk.folder, name), join(desk.folder, `${name}.cut`))
  await expect.poll(async () => must(await call('desk.status', {})).unsent).toBe(0)
  await desk.close()
  for (const name of [...names, 'workstation.db-shm']) rmSync(join(desk.folder, name), { force: true })
  for (const name of names) copyFileSync(join(desk.folder, `${name}.cut`), join(desk.folder, name))

  const again = await openTestWorkstation(desk.folder)
  const { call: ask } = await again.sit(desk.people.writer)
  await expect.poll(async () => must(await ask('desk.status', {})).unsent).toBe(0)
  await expect.poll(async () => must(await ask('articles.list', {})).articles.map(({ words }) => words)).toEqual([6])
  expect(must(await again.workstation.admin.verify()).problems).toEqual([])
})
