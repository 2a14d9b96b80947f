/** Kills the worker at random moments, again and again on one desk, and holds what is left to what was said. */
import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { expect } from 'vitest'
import { treeOf } from '../factories/tree.ts'
import { must } from '../factories/people.ts'
import { openTestWorkstation } from '../factories/workstation.ts'

interface Heard {
  readonly words: string
  readonly saved: readonly number[]
  readonly asked: readonly number[]
  readonly published: readonly number[]
}

/** `kills` times; `seed` makes the moments the same again. Throws, naming the seed, when anything shown as saved is lost. */
export async function killAgainAndAgain(kills: number, seed: number): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'chancery-kill-'))
  const random = mulberry(seed)
  const saved = new Set<number>()
  const asked = new Set<number>()
  const published = new Set<number>()
  try {
    for (let round = 0; round < kills; round += 1) {
      const heard = await runAndKill(folder, nextNumber(saved), Math.floor(random() * 900))
      for (const n of saved) expect(heard.words, `seed ${seed}, round ${round}: mark ${n} was shown as saved`).toContain(`mark-${n}.`)
      for (const n of heard.saved) saved.add(n)
      for (const n of heard.asked) asked.add(n)
      for (const n of heard.published) published.add(n)
    }
    await holdToTheirWord(folder, seed, saved, asked, published)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

const nextNumber = (saved: ReadonlySet<number>) => Math.max(-1, ...saved) + 1

/** Starts the worker, waits until it is at work, lets it go on for `milliseconds` and kills it. */
function runAndKill(folder: string, first: number, milliseconds: number): Promise<Heard> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [join(import.meta.dirname, 'worker.ts'), folder, String(first)], {
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    const heard = { words: '', saved: [] as number[], asked: [] as number[], published: [] as number[] }
    let complaints = ''
    let killed = false
    child.stderr.on('data', (bytes: Buffer) => {
      complaints += bytes.toString()
    })
    createInterface({ input: child.stdout }).on('line', (line) => {
      const said = JSON.parse(line) as { ready?: true; words?: string; saved?: number; asked?: number; published?: number }
      if (said.ready) {
        heard.words = said.words ?? ''
        setTimeout(() => {
          killed = true
          child.kill('SIGKILL')
        }, milliseconds)
      }
      if (said.saved !== undefined) heard.saved.push(said.saved)
      if (said.asked !== undefined) heard.asked.push(said.asked)
      if (said.published !== undefined) heard.published.push(said.published)
    })
    child.on('close', () => (killed ? resolve(heard) : reject(new Error(`the worker ended by itself: ${complaints}`))))
  })
}

/** Nothing lost, nothing twice, nothing half: the log verifies, the site is what a full build gives. */
async function holdToTheirWord(
  folder: string,
  seed: number,
  saved: ReadonlySet<number>,
  asked: ReadonlySet<number>,
  published: ReadonlySet<number>,
): Promise<void> {
  const desk = await openTestWorkstation(folder)
  const { call } = await desk.sit('')
  const status = must(await call('desk.status', {}))
  must(await call('people.sitDown', { id: status.people[0]?.id ?? '' }))
  must(await call('queue.work', {}))
  const { entries } = must(await call('queue.list', { limit: 1000 }))
  expect(
    entries.filter(({ word }) => word !== 'Live'),
    `seed ${seed}: everything asked for is live`,
  ).toEqual([])
  const deliveries = entries.filter(({ action }) => action === 'publish').map(({ article, edition }) => `${article} ${edition}`)
  expect(new Set(deliveries).size, `seed ${seed}: nothing is published twice`).toBe(deliveries.length)
  const headlines = must(await call('articles.list', { state: 'published', limit: 500 })).articles.map(({ headline }) => headline)
  for (const n of asked) expect(headlines, `seed ${seed}: piece ${n} was asked to be published`).toContain(`Piece ${n}`)
  for (const n of published) expect(headlines).toContain(`Piece ${n}`)
  expect(saved.size, `seed ${seed}: the kills came before anything was saved`).toBeGreaterThan(0)
  expect(must(await desk.workstation.admin.verify()).problems, `seed ${seed}`).toEqual([])
  const full = join(folder, 'full')
  must(await desk.workstation.admin.buildSite(full))
  expect(await treeOf(join(folder, 'site')), `seed ${seed}: the site is what a full build gives`).toEqual(await treeOf(full))
  await desk.close()
}

/** A small seeded generator: good enough for moments. */
function mulberry(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let t = Math.imul(state ^ (state >>> 15), 1 | state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296
  }
}
