/** An article goes out to a real folder: in order, whole, read back, and mended where it is not. */
import { writeFileSync } from 'node:fs'
import { readFile, rm, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { ensureRebuilds, listQueue, verifySites, workQueue } from '../../hub/publishing/publisher.ts'
import { readArticle } from '../../hub/storage/projections.ts'
import { release } from '../factories/hub.ts'
import { stampsOf, treeOf, writtenBetween } from '../factories/tree.ts'
import { fullBuildOf, hubWith } from './openSites.ts'

describe('an article goes out', () => {
  it('[QU2] an entry is live only after every file was read back', async () => {
    const hub = await hubWith()
    const id = await release(hub, { headline: 'The treaty’s page' })
    expect(await workQueue(hub)).toEqual({ delivered: 1, failed: 0 })
    const [entry] = await listQueue(hub.db)
    expect(entry).toMatchObject({ state: 'live', article: id, edition: 1, address: '/2026/11/the-treatys-page/' })
    const page = await readFile(join(hub.folder, 'site/2026/11/the-treatys-page/index.html'), 'utf8')
    expect(page).toContain('Words of edition 1.')
    const article = await readArticle(hub.db, id)
    expect(article?.editions[0]?.publication?.liveAt).not.toBe('')
    expect(await verifySites(hub)).toEqual([])
  })

  it('[SI3] pages are put in place before the lists that name them, and those before front, feeds and sitemap', async () => {
    const hub = await hubWith()
    await release(hub, { headline: 'Before' })
    await workQueue(hub)
    await release(hub, { headline: 'After' })
    const placed: string[] = []
    await workQueue(hub, { step: (name) => void (name.startsWith('placed ') && placed.push(name.slice(7))) })
    const stages = [
      /^(theme|media|2026|n)\//u,
      /^(category|archive|corrections|record)\/.*(?<!\/(atom|feed)\.(xml|json))$/u,
      /^(index\.html|feed|atom|sitemap|category)/u,
    ]
    const order = placed.map((path) => stages.findIndex((stage) => stage.test(path)))
    expect(new Set(order)).toEqual(new Set([0, 1, 2]))
    expect(order).toEqual(order.toSorted((one, other) => one - other))
  })

  it('[SI3] files of the site are for everybody to read, under whatever umask', async () => {
    const hub = await hubWith()
    await release(hub, { headline: 'Modes' })
    await workQueue(hub)
    const { mode } = await stat(join(hub.folder, 'site/2026/11/modes/index.html'))
    expect(mode & 0o777).toBe(0o644)
    for (const folder of ['site', 'site/2026', 'site/2026/11/modes'])
      expect((await stat(join(hub.folder, folder))).mode & 0o777).toBe(0o755)
  })

  it('[SI2] a second publish of the same edition writes nothing', async () => {
    const hub = await hubWith()
    await release(hub)
    await workQueue(hub)
    const before = await stampsOf(join(hub.folder, 'site'))
    await hub.db.deleteFrom('site_state').execute()
    await ensureRebuilds(hub)
    expect(await workQueue(hub)).toEqual({ delivered: 1, failed: 0 })
    expect(writtenBetween(before, await stampsOf(join(hub.folder, 'site')))).toEqual([])
  })

  it('[SI2] the incremental and the full build give the same tree', async () => {
    const hub = await hubWith()
    for (let n = 0; n < 5; n += 1) {
      await release(hub, { headline: `Piece ${n}` })
      await workQueue(hub)
    }
    expect(await treeOf(join(hub.folder, 'site'))).toEqual(await fullBuildOf(hub))
  })

  it('[QU2] a file that was changed while it was being sent is mended before the entry is live', async () => {
    const hub = await hubWith()
    const front = join(hub.folder, 'site/index.html')
    await release(hub)
    await workQueue(hub)
    await release(hub, { headline: 'Second' })
    let damaged: Promise<void> | undefined
    const worked = await workQueue(hub, {
      step(name) {
        if (name === 'noted') damaged ??= writeFile(front, 'not ours')
      },
    })
    await damaged
    expect(worked).toEqual({ delivered: 1, failed: 0 })
    expect(await readFile(front, 'utf8')).toContain('Second')
    expect(await verifySites(hub)).toEqual([])
  })

  it('[QU2] an entry whose files do not come to stand there is never live: it waits, and says why', async () => {
    const hub = await hubWith()
    await release(hub)
    const spoil = (name: string) => {
      if (name === 'noted') writeFileSync(join(hub.folder, 'site/index.html'), 'not ours')
    }
    expect(await workQueue(hub, { step: spoil })).toEqual({ delivered: 0, failed: 0 })
    expect((await listQueue(hub.db))[0]).toMatchObject({ state: 'retrying', detail: expect.stringContaining('other bytes') as string })
    hub.clock.now = new Date('2026-11-23T09:17:00Z')
    expect(await workQueue(hub)).toEqual({ delivered: 1, failed: 0 })
    expect(await verifySites(hub)).toEqual([])
  })

  it('[QU2] verifying names each public file that is missing or was changed', async () => {
    const hub = await hubWith()
    await release(hub, { headline: 'Kept' })
    await workQueue(hub)
    await writeFile(join(hub.folder, 'site/feed.xml'), 'x')
    await rm(join(hub.folder, 'site/2026/11/kept/index.html'))
    expect(await verifySites(hub)).toEqual([
      'site site: 2026/11/kept/index.html is missing.',
      'site site: feed.xml is not what was published; its bytes were changed.',
    ])
  })
})
