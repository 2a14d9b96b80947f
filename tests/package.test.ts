/** The package as it would be shipped: made, opened, and its web shell started from what the archive holds. */
import { spawn, spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { extractAll, getRawHeader } from '@electron/asar'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { root } from './harness/sources.ts'

interface Entry {
  readonly files?: Readonly<Record<string, Entry>>
  readonly unpacked?: boolean
  readonly size?: number
}

const folder = mkdtempSync(path.join(tmpdir(), 'chancery-package-'))
const archive = path.join(folder, 'dist', 'linux-unpacked', 'resources', 'app.asar')
let files: ReadonlyMap<string, Entry>

describe.skipIf(process.platform !== 'linux')('the package', () => {
  beforeAll(() => {
    if (!existsSync(path.join(root, 'out/main/web.js'))) throw new Error('out/ is missing: run `npm run build` first')
    const made = spawnSync(
      process.execPath,
      [path.join(root, 'scripts/package.mjs'), `--config.directories.output=${path.join(folder, 'dist')}`],
      {
        cwd: root,
        encoding: 'utf8',
        // Always the stand-in: the test is about what goes into the archive.
        env: { ...process.env, ELECTRON_OVERRIDE_DIST_PATH: '' },
      },
    )
    if (made.status !== 0) throw new Error(`${made.stdout}\n${made.stderr}`)
    files = new Map(flat('', getRawHeader(archive).header))
  })
  afterAll(() => rmSync(folder, { recursive: true, force: true }))

  it('holds the product, its licence and the licences of what it is made of, and nothing else', () => {
    const tops = new Set([...files.keys()].map((file) => file.split('/')[0] ?? ''))
    expect([...tops].sort()).toEqual(['LICENSE', 'node_modules', 'out', 'package.json', 'resources'])
    for (const file of [
      'out/main/main.js',
      'out/main/web.js',
      'out/main/cli.js',
      'out/main/hub-worker.js',
      'out/preload/preload.cjs',
      'out/client/index.html',
    ]) {
      expect(files.has(file), file).toBe(true)
    }
    expect(files.has('out/main/licences.md')).toBe(true)
    expect(files.has('out/client/licences.md')).toBe(true)
    expect([...files.keys()].filter((file) => /\.map$|\.ts$|\.stamp$/.test(file))).toEqual([])
  })

  it('carries its native parts, for this platform alone, outside the archive', () => {
    const outside = [...files.entries()].filter(([file]) => /\.node$|\/@img\/|\.so(\.|$)/.test(file))
    const native = outside.map(([file]) => path.basename(file)).filter((name) => /\.(node|so)(\.|$)/.test(name))
    expect(native.map((name) => name.replaceAll(/\d+\.\d+\.\d+/gu, '')).sort()).toEqual([
      'libvips-cpp.so.',
      `linux-${process.arch}.node`,
      `sharp-linux-${process.arch}-.node`,
    ])
    for (const [file, entry] of outside) {
      expect(entry.unpacked, file).toBe(true)
      expect(existsSync(path.join(`${archive}.unpacked`, file)), file).toBe(true)
    }
    const packages = new Set([...files.keys()].filter((file) => file.startsWith('node_modules/')).map((file) => file.split('/')[1]))
    expect([...packages].toSorted((one = '', other = '') => (one < other ? -1 : 1))).toEqual([
      '@img',
      'better-sqlite3',
      'detect-libc',
      'semver',
      'sharp',
    ])
    // libvips is under the LGPL: what says so goes with it.
    expect(files.has('resources/licences/libvips.md')).toBe(true)
  })

  it('has the switches of Electron turned as the settings say', () => {
    const program = readFileSync(path.join(folder, 'dist/linux-unpacked/chancery'), 'latin1')
    const wire = /dL7pKGdnNz796PbbjQWNKmHXBZaB9tsX\u0001\u0008([01]{8})/.exec(program)?.[1]
    // Run as Node, cookie encryption, NODE_OPTIONS, --inspect, integrity, only from the archive, own snapshot, file privileges.
    expect(wire).toBe('01001100')
  })

  it('starts its web shell from what was shipped', async () => {
    const app = path.join(folder, 'app')
    extractAll(archive, app)
    const decoded = spawnSync(
      process.execPath,
      [
        '-e',
        "require('sharp')({ create: { width: 9, height: 9, channels: 3, background: 'red' } }).webp().toBuffer().then(({ length }) => console.log(length))",
      ],
      { cwd: app, encoding: 'utf8', env: { ...process.env, NODE_PATH: '' } },
    )
    expect(decoded.stderr).toBe('')
    expect(Number(decoded.stdout)).toBeGreaterThan(20)
    const shell = spawn(process.execPath, [path.join(app, 'out/main/web.js'), '--data', path.join(folder, 'data')], {
      cwd: folder,
      env: { ...process.env, CHANCERY_OPEN: 'no', NODE_PATH: '' },
    })
    const ended = new Promise<number | null>((resolve) => shell.once('exit', resolve))
    try {
      const address = await addressSaid(shell.stdout, shell.stderr)
      const entered = await fetch(address, { redirect: 'manual' })
      const cookie = entered.headers.get('set-cookie')?.split(';')[0] ?? ''
      const page = await fetch(new URL('/', address), { headers: { cookie } })
      expect(page.status).toBe(200)
      const html = await page.text()
      expect(html).toContain('<title>Chancery</title>')
      const script = /<script[^>]+src="([^"]+)"/.exec(html)?.[1] ?? ''
      expect((await fetch(new URL(script, address), { headers: { cookie } })).status).toBe(200)
    } finally {
      shell.kill('SIGTERM')
    }
    expect(await ended).toBe(0)
  })
})

async function addressSaid(...streams: readonly NodeJS.ReadableStream[]): Promise<string> {
  return new Promise((resolve, reject) => {
    let said = ''
    for (const stream of streams) {
      stream.on('data', (bytes: Buffer) => {
        said += bytes.toString('utf8')
        const address = /http:\/\/127\.0\.0\.1:\d+\/\S*/.exec(said)?.[0]
        if (address !== undefined) resolve(address)
      })
      stream.on('end', () => reject(new Error(`the shell ended: ${said}`)))
    }
  })
}

function flat(place: string, entry: Entry): readonly (readonly [string, Entry])[] {
  if (!entry.files) return [[place, entry]]
  return Object.entries(entry.files).flatMap(([name, inner]) => flat(place === '' ? name : `${place}/${name}`, inner))
}
