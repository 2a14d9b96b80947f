/** A publisher is killed at each step of a delivery, and what it left is taken up again. */
import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { readFile, rm, symlink, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { buildSite, listQueue, recoverQueue, verifySites, workQueue } from '../../hub/publishing/publisher.ts'
import { openHub, release } from '../factories/hub.ts'
import { stampsOf, treeOf, writtenBetween } from '../factories/tree.ts'

/** Every step of a delivery, in its order. */
const steps = [
  'begun',
  'intended',
  'laid archive/index',
  'flushed',
  'placed 2026/11/new',
  'placed feed.xml',
  'removed',
  'applied',
  'noted',
  'delivered',
  'read back',
  'live',
]
/** From here on everything stands: what follows only notes it. */
const written = new Set(['applied', 'noted', 'delivered', 'read back', 'live'])

let folder = ''

beforeAll(async () => {
  const hub = await openHub()
  folder = hub.folder
  await hub.close()
})

afterAll(() => rm(folder, { recursive: true, force: true }))

describe('killed between any two steps', () => {
  it.each(steps.map((step, n) => [step, n] as const))(
    '[QU11] killed at “%s” it goes on, and each thing is published once and whole',
    async (step, n) => {
      const site = join(folder, 'site')
      const entries = await prepare(n)
      expect(run(step, n).signal).toBe('SIGKILL')
      await expectNoDeadLinks(site)
      const before = await stampsOf(site)
      const hub = await openHub({ folder, at: atOf(n) })
      await recoverQueue(hub)
      await workQueue(hub)
      if (written.has(step)) expect(writtenBetween(before, await stampsOf(site))).toEqual([])
      const states = (await listQueue(hub.db)).filter(({ id }) => entries.includes(id)).map(({ state }) => state)
      expect(states).toEqual(['live', 'live', 'superseded'])
      for (const kind of ['hub.live', 'hub.delivered']) {
        const told = await hub.db.selectFrom('op').select('body').where('kind', '=', kind).execute()
        const entriesTold = told.map(
          ({ body }) => (JSON.parse(new TextDecoder().decode(body ?? new Uint8Array())) as { entry: string }).entry,
        )
        expect(new Set(entriesTold).size).toBe(entriesTold.length)
      }
      await buildSite(hub, join(folder, 'full'), () => {})
      expect(await treeOf(site)).toEqual(await treeOf(join(folder, 'full')))
      expect(await verifySites(hub)).toEqual([])
      expect(await hub.db.selectFrom('intent').select('key').where('state', '<>', 'verified').execute()).toEqual([])
      await hub.close()
    },
  )

  it('[QU1] what was being sent is told as unknown and read back before it is sent again', async () => {
    await prepare(90)
    expect(run('applied', 90).signal).toBe('SIGKILL')
    const hub = await openHub({ folder, at: atOf(90) })
    await recoverQueue(hub)
    const told = await hub.db.selectFrom('op').select('kind').where('kind', '=', 'hub.unknown').execute()
    expect(told.length).toBeGreaterThanOrEqual(2)
    const open = (await listQueue(hub.db)).filter(({ state }) => state !== 'live' && state !== 'superseded')
    expect(open.map(({ state }) => state)).toEqual(['retrying', 'retrying'])
    await workQueue(hub)
    await hub.close()
  })

  it.each([['laid archive/index', 92] as const, ['placed feed.xml', 93] as const])(
    '[QU11] killed at “%s” and gone on with together with a newer piece, under another key, nothing half-laid stays',
    async (step, n) => {
      await prepare(n)
      expect(run(step, n).signal).toBe('SIGKILL')
      const hub = await openHub({ folder, at: atOf(n) })
      await recoverQueue(hub)
      await release(hub, { headline: `Newer ${n}` })
      await workQueue(hub)
      await buildSite(hub, join(folder, 'full'), () => {})
      expect(await treeOf(join(folder, 'site'))).toEqual(await treeOf(join(folder, 'full')))
      expect(await hub.db.selectFrom('intent').select('key').where('state', '<>', 'verified').execute()).toEqual([])
      await hub.close()
    },
  )

  it('[QU11] a name that the disk lost after it was noted is written again before anything is live', async () => {
    await prepare(95)
    expect(run('noted', 95).signal).toBe('SIGKILL')
    const front = join(folder, 'site/index.html')
    await writeFile(front, '')
    await rm(join(folder, 'site/2026/11/new-95'), { recursive: true })
    const hub = await openHub({ folder, at: atOf(95) })
    await recoverQueue(hub)
    expect(await workQueue(hub)).toMatchObject({ failed: 0 })
    await buildSite(hub, join(folder, 'full'), () => {})
    expect(await treeOf(join(folder, 'site'))).toEqual(await treeOf(join(folder, 'full')))
    expect(await verifySites(hub)).toEqual([])
    await hub.close()
  })

  it('[QU1] a place that cannot be read just then does not keep the desk shut: it is sent again', async () => {
    await prepare(94)
    expect(run('delivered', 94).signal).toBe('SIGKILL')
    const hub = await openHub({ folder, at: atOf(94) })
    const front = join(folder, 'site/index.html')
    await rm(front)
    await symlink('index.html', front)
    await recoverQueue(hub)
    const open = (await listQueue(hub.db)).filter(({ state }) => state !== 'live' && state !== 'superseded')
    expect(open.map(({ state }) => state)).toEqual(['retrying', 'retrying'])
    await rm(front)
    await workQueue(hub)
    expect(await verifySites(hub)).toEqual([])
    await hub.close()
  })

  it('[QU1] what stands there complete is live without being sent again', async () => {
    await prepare(91)
    expect(run('delivered', 91).signal).toBe('SIGKILL')
    const hub = await openHub({ folder, at: atOf(91) })
    const before = await stampsOf(join(folder, 'site'))
    await recoverQueue(hub)
    expect((await listQueue(hub.db)).every(({ state }) => state === 'live' || state === 'superseded')).toBe(true)
    expect(writtenBetween(before, await stampsOf(join(folder, 'site')))).toEqual([])
    await hub.close()
  })
})

/** A new article, and an older one retracted after an update, so that files are written, replaced and removed. Answers the three entries. */
async function prepare(n: number): Promise<readonly string[]> {
  const hub = await openHub({ folder, at: atOf(n), isHasty: true })
  const old = await release(hub, { headline: `Old ${n}` })
  await release(hub, { article: old })
  await workQueue(hub)
  const known = new Set((await listQueue(hub.db)).map(({ id }) => id))
  await release(hub, { article: old, body: 'Once more.' })
  await release(hub, { article: old, kind: 'retraction', changeNote: 'It was wrong.' })
  await release(hub, { headline: `New ${n}` })
  const entries = (await listQueue(hub.db)).map(({ id }) => id).filter((id) => !known.has(id))
  await hub.close()
  expect(entries).toHaveLength(3)
  return entries
}

function atOf(n: number): string {
  return new Date(Date.parse('2026-11-23T10:00:00Z') + n * 60_000).toISOString()
}

function run(step: string, n: number) {
  const ended = spawnSync(process.execPath, [join(import.meta.dirname, 'dying.ts'), folder, step, atOf(n)], {
    encoding: 'utf8',
    env: { ...process.env, NODE_COMPILE_CACHE: join(folder, 'compiled') },
  })
  if (ended.signal !== 'SIGKILL') throw new Error(`the publisher did not come to “${step}”: ${ended.stderr}`)
  return ended
}

/** [SI3] Whatever the moment: every page is whole, and the front names nothing that cannot be opened. */
async function expectNoDeadLinks(site: string): Promise<void> {
  for (const path of Object.keys(await treeOf(site)).filter((name) => name.endsWith('.html'))) {
    expect(await readFile(join(site, path), 'utf8')).toMatch(/<\/html>\n$/u)
  }
  const front = await readFile(join(site, 'index.html'), 'utf8')
  for (const [, href = ''] of front.matchAll(/ href="([^"#:]+)"/gu)) {
    expect(existsSync(join(site, href.endsWith('/') ? `${href}index.html` : href)), href).toBe(true)
  }
}
