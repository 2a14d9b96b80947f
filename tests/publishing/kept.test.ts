/** What is kept in memory from one delivery to the next: no more than was said, of one house, of one hub's file. */
import { expect, onTestFinished, test } from 'vitest'
import { Kept } from '../../hub/publishing/kept.ts'
import { openPress } from '../../hub/publishing/press.ts'
import { openSite, type Site } from '../../hub/publishing/site.ts'
import { changeSettings, openHub, type TestHub } from '../factories/hub.ts'
import { temporaryFolder } from '../harness/folder.ts'

async function opened(): Promise<TestHub> {
  const hub = await openHub({ folder: temporaryFolder(), isHasty: true })
  onTestFinished(() => hub.close())
  return hub
}

async function siteOf(hub: TestHub): Promise<Site> {
  const press = await openPress(hub)
  if (!press) throw new Error('this hub has no desk')
  return openSite(hub.db, press, 0)
}

test('however much is published, no more is kept than was said, and what was used last stays', async () => {
  const site = await siteOf(await opened())
  const kept = new Kept<string>(3)
  for (const name of ['a', 'b', 'c']) kept.set(site, name, name)
  expect(kept.get(site, 'a')).toBe('a')
  for (const name of ['d', 'e']) kept.set(site, name, name)
  expect(['a', 'b', 'c', 'd', 'e'].map((name) => kept.get(site, name))).toEqual(['a', undefined, undefined, 'd', 'e'])
})

test('[QU3] what was made for one house is not given to another, nor what was made of one file to another', async () => {
  const hub = await opened()
  const before = await siteOf(hub)
  const kept = new Kept<string>(3)
  kept.set(before, 'a', 'of the first')
  expect(kept.get(await siteOf(hub), 'a')).toBe('of the first')
  expect(kept.get(await siteOf(await opened()), 'a')).toBeUndefined()
  await changeSettings(hub, { houseCredit: 'The night desk' })
  expect(kept.get(await siteOf(hub), 'a')).toBeUndefined()
})
