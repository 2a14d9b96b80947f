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
  expect(Object.keys(tree).filter((path) => /^category\/archives\/.*html$/u.test(path))).toEqual(['category/archives/index.html'])
  await hub.close()
  await rm(hub.folder, { recursive: true, force: true })
})

it('[SI2] a register of several pages stays that of a full build, also when an article told of on an old page is taken down', async () => {
  const hub = await openHub({ isHasty: true })
  const articles: string[] = []
  for (let n = 0; n < 32; n += 1) articles.push(await release(hub, { headline: `Piece ${n}`, category: 'archives' }))
  for (let round = 0; round < 4; round += 1) {
    for (const article of articles) await release(hub, { article, kind: 'correction', changeNote: `Figure ${round}.` })
    await workQueue(hub)
  }
  const site = join(hub.folder, 'site')
  const before = await treeOf(site)
  expect(Object.keys(before).filter((path) => path.startsWith('corrections/'))).toEqual([
    'corrections/1/index.html',
    'corrections/2/index.html',
    'corrections/index.html',
  ])
  await release(hub, { article: articles[0] ?? '', kind: 'takedown', changeNote: 'By order of a court.' })
  await workQueue(hub)
  const after = await treeOf(site)
  expect(after['corrections/1/index.html']).not.toBe(before['corrections/1/index.html'])
  await buildSite(hub, join(hub.folder, 'full'), () => {})
  expect(after).toEqual(await treeOf(join(hub.folder, 'full')))
  await hub.close()
  await rm(hub.folder, { recursive: true, force: true })
})
