/** The incremental build against the full one. */
import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { buildSite, workQueue } from '../../hub/publishing/publisher.ts'
import { openHub, release } from '../factories/hub.ts'
import { treeOf } from '../factories/tree.ts'
import { tellHistories } from './history.ts'

it('[SI2] after any history of releases, editions and settings the incremental tree is that of a full build', () => tellHistories(8))

it('[SI2] articles that move between sections with many pages leave the same tree as a full build', async () => {
  const hub = await openHub({ isHasty: true })
  const articles: string[] = []
  for (let n = 0; n < 130; n += 1) articles.push(await release(hub, { headline: `Piece ${n}`, category: 'archives' }))
  await workQueue(hub)
  for (const [index, article] of articles.slice(20, 75).entries()) {
    await release(hub, { article, category: 'diplomacy' })
    if (index % 11 === 0) await workQueue(hub)
  }
  await workQueue(hub)
  await buildSite(hub, join(hub.folder, 'full'), () => {})
  const tree = await treeOf(join(hub.folder, 'site'))
  expect(tree).toEqual(await treeOf(join(hub.folder, 'full')))
  expect(Object.keys(tree).filter((path) => path.startsWith('category/archives/'))).toEqual(['category/archives/index.html'])
  await hub.close()
  await rm(hub.folder, { recursive: true, force: true })
})
