/** Publishing one article on a small and on a large site: the same number of files, and how long it takes beside Hugo’s watcher and a bare writer. */
import { globSync, readFileSync, rmSync, statSync } from 'node:fs'
import path from 'node:path'
import { ensureRebuilds, workQueue } from '../../hub/publishing/publisher.ts'
import { readDesk, writeDesk } from '../../hub/storage/projections.ts'
import { lordsPress } from '../../shared/desk/lordsPress.ts'
import { hashOfSettings } from '../../shared/desk/reduceSettings.ts'
import { type Benchmark, duration, figure, type Measure, type Skipped } from './measure.ts'
import { collectGarbage, median, nothingWaits, timed } from './rounds.ts'
import { writeBare } from './bareWriter.ts'
import { findHugo, type HugoWatch, watchWithHugo, writeHugoSite } from './hugoSite.ts'
import { type BenchHub, openHub } from './benchHub.ts'
import { publishMany, publishOne } from './site.ts'

export const measure: Benchmark = async ({ quick, folder, say }) => {
  const sizes = quick ? [100, 300] : [1000, 10_000]
  const rounds = quick ? 2 : 7
  const measures: (Measure | Skipped)[] = []
  const hugo = findHugo()
  let watch: HugoWatch | undefined
  const hub = await openHub(path.join(folder, 'hub'))
  const counts: number[] = []
  try {
    let published = 0
    for (const size of sizes) {
      say(`Publishing ${figure(size)} articles …`)
      hub.hurry()
      await publishMany(hub, published, size)
      await addDestination(hub)
      await ensureRebuilds(hub)
      await workQueue(hub)
      hub.waitForDisk()
      const isLarge = size === sizes.at(-1)
      if (isLarge && hugo) {
        writeHugoSite(path.join(folder, 'hugo'), size)
        watch = await watchWithHugo(hugo, path.join(folder, 'hugo'), size)
      }
      const watched: number[] = []
      const byWatch: number[] = []
      const times: number[] = []
      const bare: number[] = []
      const ratios: number[] = []
      let files = 0
      for (let round = 0; round <= rounds; round += 1) {
        const site = path.join(hub.folder, 'site')
        const before = stamps(site)
        hub.clock.now = new Date(hub.clock.now.getTime() + 60_000)
        collectGarbage()
        // Hugo’s watcher leaves a whole site to be written, and only ours waits for the disk.
        const took = await nothingWaits(() =>
          timed(async () => {
            await publishOne(hub, size + round)
            await workQueue(hub)
          }),
        )
        const written = [...stamps(site)].flatMap(([name, stamp]) => (before.get(name) === stamp ? [] : [name]))
        const contents = written.map((name) => ({ name, bytes: readFileSync(path.join(site, name)) }))
        rmSync(path.join(folder, 'bare'), { recursive: true, force: true })
        const peer = await nothingWaits(() => timed(() => writeBare(path.join(folder, 'bare'), contents)))
        const rebuilt = watch ? await nothingWaits(() => timed(() => watch?.add(size + round))) : Number.NaN
        if (round === 0) continue
        watched.push(rebuilt)
        byWatch.push(took / rebuilt)
        files = Math.max(files, written.length)
        times.push(took)
        bare.push(peer)
        ratios.push(took / peer)
      }
      if (watch)
        measures.push({
          what: `publishing one article on a site of ${figure(size)}, ${files} files`,
          peer: 'Hugo, watching the same site',
          ratio: median(byWatch),
          budget: { most: 0.05 },
          ours: duration(median(times)),
          theirs: duration(median(watched)),
        })
      else if (isLarge)
        measures.push({ what: 'publishing one article, against Hugo’s watcher', why: 'Hugo is not installed and cannot be installed here' })
      published = size + rounds + 1
      counts.push(files)
      measures.push({
        what: `publishing one article on a site of ${figure(size)}, ${files} files`,
        peer: 'a bare writer of the same files',
        ratio: median(ratios),
        ours: duration(median(times)),
        theirs: duration(median(bare)),
      })
    }
  } finally {
    watch?.stop()
    await hub.close()
  }
  const [small = Number.NaN, large = Number.NaN] = counts
  return [
    {
      what: `files written for one article on a site of ${figure(sizes[1] ?? 0)}`,
      peer: `on a site of ${figure(sizes[0] ?? 0)}`,
      ratio: large / small,
      budget: { most: 1 },
      ours: `${large} files`,
      theirs: `${small} files`,
    },
    ...measures,
  ]
}

async function addDestination(hub: BenchHub): Promise<void> {
  await hub.db.transaction().execute(async (writer) => {
    const desk = await readDesk(writer)
    if (!desk) throw new Error('this hub has no desk')
    const settings = { ...desk.settings, destinations: lordsPress.destinations }
    await writeDesk(writer, { ...desk, settings, settingsHash: hashOfSettings(settings) })
  })
}

function stamps(folder: string): ReadonlyMap<string, string> {
  const found = globSync('**/*', { cwd: folder, withFileTypes: true }).filter((entry) => entry.isFile())
  return new Map(
    found.map((entry) => {
      const file = path.join(entry.parentPath, entry.name)
      const { mtimeMs, ino } = statSync(file)
      return [path.relative(folder, file), `${mtimeMs} ${ino}`]
    }),
  )
}
