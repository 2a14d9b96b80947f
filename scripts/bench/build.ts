/** A full build of a large site by the product's own hub, against Hugo with the same pages and a bare writer of the same files. */
import { spawn } from 'node:child_process'
import { globSync, readFileSync } from 'node:fs'
import path from 'node:path'
import process from 'node:process'
import { hubLimits } from '../../electron/sync/hubWorker.ts'
import { buildWithHugo, findHugo, writeHugoSite } from './hugoSite.ts'
import { type Benchmark, duration, figure, type Measure, type Skipped } from './measure.ts'
import { byTurns, nothingWaits, timed } from './rounds.ts'
import { type BareFile, writeBare } from './bareWriter.ts'
import { openHub } from './benchHub.ts'
import { samePages } from './samePages.ts'
import { publishMany } from './site.ts'

export const measure: Benchmark = async ({ quick, folder, say }) => {
  const articles = quick ? 300 : 10_000
  const hugo = findHugo()
  say(`Publishing ${figure(articles)} articles …`)
  const hub = await openHub(path.join(folder, 'hub'))
  await publishMany(hub, 0, articles)
  await hub.close()
  if (hugo) writeHugoSite(path.join(folder, 'hugo'), articles)
  let peak = 0
  let times = 0
  // Into a new folder each time, and none is removed before the end: taking twenty thousand files away takes as long as writing them.
  const fresh = (name: string) => path.join(folder, `${name}-${(times += 1)}`)
  const build = async (site: string) =>
    nothingWaits(() =>
      timed(async () => {
        peak = Math.max(peak, await inProcess(path.join(folder, 'hub'), site))
      }),
    )
  const first = fresh('site')
  await build(first)
  // That one compiled the program, which the product has behind it.
  peak = 0
  const files = globSync('**/*', { cwd: first, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => {
      const file = path.join(entry.parentPath, entry.name)
      return { name: path.relative(first, file), bytes: readFileSync(file) }
    })
  if (hugo) {
    const theirs = fresh('public')
    buildWithHugo(hugo, path.join(folder, 'hugo'), theirs)
    samePages(first, theirs, [2, Math.ceil(articles / 2), articles])
  }
  const taken = await byTurns(quick ? 1 : 7, [
    { name: 'ours', run: () => build(fresh('site')) },
    { name: 'bare', run: () => bareInto(fresh('bare'), files) },
    ...(hugo ? [{ name: 'hugo', run: () => hugoInto(hugo, path.join(folder, 'hugo'), fresh('public')) }] : []),
  ])
  const row = (name: string, peer: string): Measure => ({
    what: `full build of ${figure(articles)} articles, ${figure(files.length)} files, at most ${Math.round(peak / 1024)} MB`,
    peer,
    ratio: taken.ratio('ours', name),
    ours: duration(taken.median('ours')),
    theirs: duration(taken.median(name)),
  })
  const rows: (Measure | Skipped)[] = [row('bare', 'a bare writer of the same files')]
  if (hugo) rows.unshift({ ...row('hugo', 'Hugo, the same pages'), budget: { most: 0.5 } })
  else rows.unshift({ what: 'full build, against Hugo', why: 'Hugo is not installed and cannot be installed here' })
  return rows
}

function bareInto(site: string, files: readonly BareFile[]): Promise<number> {
  return nothingWaits(() => timed(() => writeBare(site, files)))
}

function hugoInto(hugo: string, source: string, site: string): Promise<number> {
  return nothingWaits(() => timed(() => buildWithHugo(hugo, source, site)))
}

/** A process of its own, as Hugo is one, of code that was compiled before, as the product's is. Answers its largest size in memory, kB. */
function inProcess(hub: string, site: string): Promise<number> {
  const child = spawn(process.execPath, [path.join(import.meta.dirname, 'buildOnce.mjs'), hub, site, JSON.stringify(hubLimits)], {
    stdio: ['ignore', 'pipe', 'inherit'],
    env: { ...process.env, NODE_COMPILE_CACHE: path.join(path.dirname(hub), 'compiled') },
  })
  let said = ''
  child.stdout.on('data', (bytes: Buffer) => {
    said += bytes.toString()
  })
  return new Promise((resolve, reject) => {
    child.once('exit', (code) => (code === 0 ? resolve(Number(said)) : reject(new Error(`the build ended with ${code}`))))
  })
}
