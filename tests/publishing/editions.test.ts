/** What becomes of the edition before when a newer one goes out. */
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { listQueue, workQueue } from '../../hub/publishing/publisher.ts'
import { readArticle } from '../../hub/storage/projections.ts'
import { release } from '../factories/hub.ts'
import { treeOf } from '../factories/tree.ts'
import { folder, fullBuildOf, hubWith } from './openSites.ts'

describe('a second edition', () => {
  it('[QU3] an edition that a newer one overtook is never sent, whatever the order of attempts', async () => {
    const hub = await hubWith()
    const id = await release(hub, { headline: 'First words' })
    await release(hub, { article: id, headline: 'Second words' })
    await workQueue(hub)
    const states = Object.fromEntries((await listQueue(hub.db)).map(({ edition, state }) => [edition, state]))
    expect(states).toEqual({ 1: 'superseded', 2: 'live' })
    expect(await readFile(join(hub.folder, 'site/2026/11/first-words/index.html'), 'utf8')).toContain('Second words')
  })

  it('[QU2] the edition before is superseded once, when the new one is live', async () => {
    const hub = await hubWith({ settings: { destinations: [folder('one', 'one'), folder('two', 'two')] } })
    const id = await release(hub)
    await workQueue(hub)
    await release(hub, { article: id })
    expect((await readArticle(hub.db, id))?.editions.map(({ state }) => state)).toEqual(['published', 'published'])
    await workQueue(hub)
    expect((await readArticle(hub.db, id))?.editions.map(({ state }) => state)).toEqual(['superseded', 'published'])
    const told = await hub.db.selectFrom('op').select('kind').where('kind', '=', 'hub.superseded').execute()
    expect(told).toHaveLength(1)
  })

  it('[SI13] the edition before keeps a page of its own, not to be found by search engines', async () => {
    const hub = await hubWith({ settings: { baseUrl: 'https://paper.example/' } })
    const id = await release(hub, { headline: 'A page', body: 'The first words.' })
    await release(hub, { article: id, body: 'The second words.' })
    await workQueue(hub)
    const old = await readFile(join(hub.folder, 'site/2026/11/a-page/editions/1/index.html'), 'utf8')
    expect(old).toContain('The first words.')
    expect(old).toContain('<meta name="robots" content="noindex">')
    expect(old).toContain('Edition 1, replaced')
    expect(await readFile(join(hub.folder, 'site/2026/11/a-page/index.html'), 'utf8')).toContain('The second words.')
  })

  it('[SI13] no earlier text stands once an article was retracted', async () => {
    const hub = await hubWith()
    const id = await release(hub, { headline: 'Wrong' })
    await release(hub, { article: id })
    await workQueue(hub)
    const tree = join(hub.folder, 'site/2026/11/wrong')
    expect(Object.keys(await treeOf(tree))).toEqual(['editions/1/index.html', 'index.html'])
    await release(hub, { article: id, kind: 'retraction', changeNote: 'It was wrong.' })
    await workQueue(hub)
    expect(Object.keys(await treeOf(tree))).toEqual(['index.html'])
    expect(await treeOf(join(hub.folder, 'site'))).toEqual(await fullBuildOf(hub))
  })
  it.each(['retraction', 'takedown'] as const)(
    '[SI13] what a %s took from readers stays away when the piece comes back with other words',
    async (kind) => {
      const hub = await hubWith()
      const id = await release(hub, { headline: 'Wrong' })
      await release(hub, { article: id, kind, changeNote: 'By order of a court.' })
      await release(hub, { article: id, kind: 'update', changeNote: 'It is back.' })
      await workQueue(hub)
      const tree = join(hub.folder, 'site/2026/11/wrong')
      expect(Object.keys(await treeOf(tree))).toEqual(['index.html'])
      expect(await readFile(join(tree, 'index.html'), 'utf8')).not.toContain('editions/1/')
      await release(hub, { article: id, kind: 'update', changeNote: 'More is known.' })
      await workQueue(hub)
      expect(Object.keys(await treeOf(tree))).toEqual(['editions/3/index.html', 'index.html'])
      expect(await treeOf(join(hub.folder, 'site'))).toEqual(await fullBuildOf(hub))
    },
  )
})
