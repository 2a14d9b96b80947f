/** A full build of a large site out of the encrypted hub file, against Hugo with the same texts and a bare writer of the same files. */
import { spawn, spawnSync } from 'node:child_process'
import { existsSync, globSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import process from 'node:process'
import { hubLimits } from '../../electron/sync/hubWorker.ts'
import { corpusOf } from './corpus.ts'
import { type Benchmark, duration, figure, type Measure, type Skipped } from './measure.ts'
import { byTurns, timed } from './rounds.ts'
import { writeBare } from './bareWriter.ts'
import { openHub, publishMany } from './site.ts'

const template = `<!doctype html><html lang="en"><meta charset="utf-8"><title>{{ .Title }}</title><h1>{{ .Title }}</h1>`

export const measure: Benchmark = async ({ quick, folder, say }) => {
  const articles = quick ? 300 : 10_000
  const hugo = findHugo()
  say(`Publishing ${figure(articles)} articles …`)
  const hub = await openHub(path.join(folder, 'hub'))
  await publishMany(hub, 0, articles)
  await hub.close()
  if (hugo) writeHugoSite(path.join(folder, 'hugo'), articles)
  let peak = 0
  const build = async () => {
    const site = path.join(folder, 'site')
    rmSync(site, { recursive: true, force: true })
    return timed(async () => {
      peak = Math.max(peak, await inProcess(path.join(folder, 'hub'), site))
    })
  }
  await build()
  const files = globSync('**/*', { cwd: path.join(folder, 'site'), withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => {
      const file = path.join(entry.parentPath, entry.name)
      return { name: path.relative(path.join(folder, 'site'), file), bytes: readFileSync(file) }
    })
  const taken = await byTurns(quick ? 1 : 2, [
    { name: 'ours', run: build },
    { name: 'bare', run: () => timed(() => writeBare(path.join(folder, 'bare'), files)) },
    ...(hugo ? [{ name: 'hugo', run: () => timed(() => buildWithHugo(hugo, path.join(folder, 'hugo'))) }] : []),
  ])
  const row = (name: string, peer: string): Measure => ({
    what: `full build of ${figure(articles)} articles, ${figure(files.length)} files, at most ${Math.round(peak / 1024)} MB`,
    peer,
    ratio: taken.ratio('ours', name),
    ours: duration(taken.median('ours')),
    theirs: duration(taken.median(name)),
  })
  const rows: (Measure | Skipped)[] = [row('bare', 'a bare writer of the same files')]
  if (hugo) rows.unshift({ ...row('hugo', 'Hugo, the same texts'), budget: { most: 0.5 } })
  else rows.unshift({ what: 'full build, against Hugo', why: 'Hugo is not installed and cannot be installed here' })
  return rows
}

/** The product gives the hub's thread no more; the young half counts three spaces. */
const limits = [
  `--max-semi-space-size=${hubLimits.maxYoungGenerationSizeMb / 3}`,
  `--max-old-space-size=${hubLimits.maxOldGenerationSizeMb}`,
]

/** A process of its own, as Hugo is one, of code that was compiled before, as the product's is. Answers its largest size in memory, kB. */
function inProcess(hub: string, site: string): Promise<number> {
  const child = spawn(process.execPath, [...limits, path.join(import.meta.dirname, 'buildOnce.ts'), hub, site], {
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

function buildWithHugo(hugo: string, folder: string): void {
  rmSync(path.join(folder, 'public'), { recursive: true, force: true })
  const { status, stderr } = spawnSync(hugo, ['--source', folder, '--quiet'], { encoding: 'utf8' })
  if (status !== 0) throw new Error(`Hugo ended with ${status}: ${stderr}`)
}

/** The same headlines, standfirsts, texts and sections, with lists by section and a feed, in a plain theme. */
function writeHugoSite(folder: string, articles: number): void {
  const write = (name: string, text: string) => {
    const file = path.join(folder, name)
    mkdirSync(path.dirname(file), { recursive: true })
    writeFileSync(file, text)
  }
  write('config.toml', `baseURL = "https://bench.example/"\ntitle = "The Bench Record"\npaginate = 40\n`)
  const list = `{{ range (.Paginate .RegularPages).Pages }}<article><h2><a href="{{ .RelPermalink }}">{{ .Title }}</a></h2><p>{{ .Params.standfirst }}</p></article>{{ end }}`
  write(
    'layouts/_default/single.html',
    `${template}<p>{{ .Params.standfirst }}</p><p>{{ .Date.Format "2 January 2006" }}</p>{{ .Content }}</html>`,
  )
  write('layouts/_default/list.html', `${template}${list}</html>`)
  write('layouts/index.html', `${template}${list}</html>`)
  const corpus = corpusOf(23)
  for (let place = 0; place < articles; place += 1) {
    const { headline, standfirst, blocks } = corpus.article(place, 500)
    const day = new Date(Date.parse('2026-01-05T09:00:00Z') + Math.floor((place * 300) / articles) * 86_400_000).toISOString()
    const body = blocks.map(({ type, text }) => (type === 'heading' ? `## ${text}` : text)).join('\n\n')
    write(
      `content/section-${place % 6}/piece-${place}.md`,
      `---\ntitle: "${headline}"\ndate: ${day}\nstandfirst: "${standfirst}"\n---\n\n${body}\n`,
    )
  }
}

/** Hugo's path; Debian's is installed where that is possible. */
function findHugo(): string | undefined {
  const at = ['/usr/bin/hugo', '/usr/local/bin/hugo'].find((file) => existsSync(file))
  if (at !== undefined) return at
  if (process.platform !== 'linux' || process.getuid?.() !== 0 || !existsSync('/usr/bin/apt-get')) return undefined
  spawnSync('apt-get', ['-o', 'DPkg::Lock::Timeout=300', '-qq', 'install', '-y', '--no-install-recommends', 'hugo'], {
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
  })
  return existsSync('/usr/bin/hugo') ? '/usr/bin/hugo' : undefined
}
