/** What stands is counted without reading a row: rows hold whole articles, and each would be decrypted for a number. [SI2] */
import { expect, test } from 'vitest'
import { archiveMonths } from '../../hub/publishing/lists.ts'
import { shelfPages } from '../../hub/publishing/shelves.ts'
import { openHub, release } from '../factories/hub.ts'
import { temporaryFolder } from '../harness/folder.ts'
import { openAsked } from './asked.ts'

test('[SI2] a section and the months are counted by an index alone, each article once', async () => {
  const hub = await openHub({ folder: temporaryFolder() })
  const bridge = await release(hub, { headline: 'The bridge', category: 'archives' })
  await release(hub, { headline: 'The toll', category: 'archives' })
  await release(hub, { article: bridge, headline: 'The bridge, mended', category: 'archives' })
  await hub.close()
  const { db, asked, stepsOf, close } = openAsked(hub.folder)
  expect((await archiveMonths(db, 3)).map(({ count }) => count)).toEqual([2])
  // As it was before the mended edition, too.
  expect((await archiveMonths(db, 2)).map(({ count }) => count)).toEqual([2])
  expect((await archiveMonths(db, 1)).map(({ count }) => count)).toEqual([1])
  expect(await shelfPages(db, 2, { section: 'archives' })).toEqual([expect.objectContaining({ from: 0, to: 2 })])
  expect(asked).toHaveLength(4)
  for (const question of asked) expect(stepsOf([question])[0]?.detail).toMatch(/COVERING INDEX record_(?:month|category)/u)
  await close()
})
