/** Pages that are made by the second hand: each with its own words, also where a batch takes more room than was thought. */
import { readFile, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { sql } from 'kysely'
import { expect, it, onTestFinished } from 'vitest'
import { everyPage } from '../../hub/publishing/closure.ts'
import { contentHash } from '../../hub/publishing/contentHash.ts'
import { pathOfName } from '../../hub/publishing/pageName.ts'
import { contentOf } from '../../hub/publishing/plan.ts'
import { openPress } from '../../hub/publishing/press.ts'
import { buildSite } from '../../hub/publishing/publisher.ts'
import { openSite } from '../../hub/publishing/site.ts'
import { openHub, release } from '../factories/hub.ts'
import { treeOf } from '../factories/tree.ts'

const pieces = 120

it('[QU11] pages that take five times the room that was thought are all there, each with its own words', async () => {
  const hub = await hubWith(`${'&'.repeat(30_000)} and an end.`)
  await buildSite(hub, join(hub.folder, 'full'), () => {})
  for (let n = 0; n < pieces; n += 1) {
    const page = await readFile(join(hub.folder, `full/2026/11/piece-${n}/index.html`), 'utf8')
    expect(page).toContain(`<h1>Piece ${n}</h1>`)
    expect(page).toMatch(/(?:&amp;){30000} and an end\.[\s\S]*<\/html>\n$/u)
    expect(await readFile(join(hub.folder, `full/n/${n + 1}/index.html`), 'utf8')).toContain(`/piece-${n}/">Go on to where it stands`)
  }
  // Those for which there was no room at first are listed with the others.
  const month = await readFile(join(hub.folder, 'full/archive/2026/11/index.html'), 'utf8')
  for (let n = 0; n < pieces; n += 1) expect(month).toContain(`>Piece ${n}</a>`)
})

it('[SI2] what the second hand makes from what it listed itself is what one thread makes by itself, list by list', async () => {
  const hub = await hubWith('Some words.')
  const article = await release(hub, { headline: 'A piece of two editions' })
  await release(hub, { article, headline: 'A piece of two editions, put right' })
  await buildSite(hub, join(hub.folder, 'full'), () => {})
  const press = await openPress(hub)
  if (!press) throw new Error('there is a desk')
  const site = () => openSite(hub.db, press, pieces + 2)
  let lists = 0
  for await (const name of everyPage(site())) {
    const path = pathOfName(name)
    const alone = await contentOf(site(), name)
    if (alone === undefined) continue
    expect(contentHash(await readFile(join(hub.folder, 'full', path))), path).toBe(alone)
    if (name.page === 'category' || name.page === 'archiveMonth' || name.page === 'sectionFeed' || name.page === 'archive') lists += 1
  }
  expect(lists).toBeGreaterThan(6)
})

it('[QU12] a damaged entry among them is printed nowhere and named, and nothing lies beside the pages', async () => {
  await expectNamed({ released: pieces, damaged: 70 })
})

it('[QU12] a damaged entry is what is told of, and not that a list behind it cannot name it', async () => {
  // All articles are in one batch, all lists in the next, and no feed reads this one again.
  await expectNamed({ released: 90, damaged: 20 })
})

async function expectNamed({ released, damaged }: Readonly<Record<'released' | 'damaged', number>>): Promise<void> {
  const hub = await hubWith('Some words.', released)
  await sql.raw('DROP TRIGGER record_fixed').execute(hub.db)
  const bytes = sql<Uint8Array>`CAST(replace(CAST(bytes AS TEXT), 'Some words.', 'Same words.') AS BLOB)`
  await hub.db.updateTable('record').set({ bytes }).where('number', '=', damaged).execute()
  const site = join(hub.folder, 'full')
  await expect(buildSite(hub, site, () => {})).rejects.toThrow(`Record entry ${damaged} (number ${damaged}, edition 1) is damaged`)
  const tree = Object.keys(await treeOf(site))
  expect(tree.filter((path) => path.includes('.chancery-') || path.includes(`piece-${damaged - 1}/`))).toEqual([])
}

async function hubWith(body: string, released = pieces) {
  const hub = await openHub({ isHasty: true, settings: { destinations: [] } })
  onTestFinished(async () => {
    await hub.close()
    await rm(hub.folder, { recursive: true, force: true })
  })
  for (let n = 0; n < released; n += 1) await release(hub, { headline: `Piece ${n}`, body })
  return hub
}
