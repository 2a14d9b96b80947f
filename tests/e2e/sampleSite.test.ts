/** The site of the sample desk as a new user gets it, judged file by file by checkers that know nothing of it. */
import { spawnSync } from 'node:child_process'
import { existsSync, globSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import http from 'node:http'
import { createRequire } from 'node:module'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import path from 'node:path'
import axe from 'axe-core'
import { XMLValidator } from 'fast-xml-parser'
import { HtmlValidate } from 'html-validate'
import { parse } from 'parse5'
import { type Browser, chromium } from 'playwright'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { root } from '../harness/sources.ts'
import { attribute, elements, linksOf } from '../site/markup.ts'

const executable =
  process.env['CHROMIUM'] ?? ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'].find((file) => existsSync(file))
const java = spawnSync('java', ['-version']).status === 0

describe('the site of the sample desk', () => {
  const data = mkdtempSync(path.join(tmpdir(), 'chancery-sample-'))
  const site = path.join(data, 'site')
  let files: readonly string[] = []

  beforeAll(() => {
    const made = spawnSync(process.execPath, [path.join(root, 'electron/cli.ts'), 'init', '--sample', '--data', data], { encoding: 'utf8' })
    expect(made.stderr).toBe('')
    expect(made.status).toBe(0)
    files = globSync('**/*', { cwd: site, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => path.relative(site, path.join(entry.parentPath, entry.name)).split(path.sep).join('/'))
  }, 60_000)

  afterAll(() => rmSync(data, { recursive: true, force: true }))

  const pages = () => files.filter((file) => file.endsWith('.html'))
  const read = (file: string) => readFileSync(path.join(site, file), 'utf8')

  it('[SI10] has nothing for html-validate to report, and its feeds and sitemaps parse', async () => {
    expect(pages().length).toBeGreaterThan(20)
    const checker = new HtmlValidate({
      extends: ['html-validate:recommended', 'html-validate:document'],
      rules: { 'long-title': 'off', 'doctype-style': 'off', 'unique-landmark': 'off', 'require-sri': ['error', { target: 'crossorigin' }] },
    })
    const found: string[] = []
    for (const file of pages()) {
      const { results } = await checker.validateString(read(file))
      found.push(...results.flatMap(({ messages }) => messages.map(({ ruleId, message }) => `${file} ${ruleId}: ${message}`)))
    }
    for (const file of files.filter((name) => name.endsWith('.xml')))
      if (XMLValidator.validate(read(file)) !== true) found.push(`${file} does not parse`)
    expect(found).toEqual([])
  })

  it.skipIf(!java)('[SI10] has nothing for the Nu checker to report (skipped where there is no Java)', () => {
    const jar = path.join(path.dirname(createRequire(import.meta.url).resolve('vnu-jar/package.json')), 'build/dist/vnu.jar')
    expect(spawnSync('java', ['-jar', jar, '--skip-non-html', site], { encoding: 'utf8' }).stderr).toBe('')
  })

  it('[SI13] every link within it leads to a file, and every place named on a page is there', () => {
    const broken: string[] = []
    for (const file of pages()) {
      const html = read(file)
      for (const { address } of linksOf(html)) {
        if (/^[a-z]+:/u.test(address)) continue
        const [to = '', place = ''] = address.split('#')
        const base = file === '404.html' ? '' : path.posix.dirname(file)
        const joined = to === '' ? file : path.posix.join(base, to.replace(/^\//u, ''), to.endsWith('/') ? 'index.html' : '')
        const target = joined === '.' ? 'index.html' : joined
        if (!files.includes(target)) broken.push(`${file}: ${address}`)
        else if (place !== '' && !elements(parse(read(target))).some((element) => attribute(element, 'id') === place))
          broken.push(`${file}: ${address} names no place`)
      }
    }
    expect(broken).toEqual([])
  })

  it.skipIf(executable === undefined)(
    '[SI10] has nothing for axe to report on any kind of page, in either scheme, and asks nobody else (skipped where there is no Chromium)',
    async () => {
      const server = http.createServer((request, response) => {
        const address = (request.url ?? '/').slice(1)
        const file = address === '' || address.endsWith('/') ? `${address}index.html` : address
        const types: Readonly<Record<string, string>> = { '.html': 'text/html; charset=utf-8', '.css': 'text/css', '.svg': 'image/svg+xml' }
        if (!files.includes(file)) response.writeHead(404).end()
        else response.writeHead(200, { 'content-type': types[path.extname(file)] ?? 'font/woff2' }).end(readFileSync(path.join(site, file)))
      })
      await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
      const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
      const browser: Browser = await chromium.launch({ executablePath: executable ?? '', args: ['--no-sandbox', '--disable-gpu'] })
      const found: string[] = []
      try {
        for (const [colorScheme, width] of [
          ['light', 1280],
          ['dark', 320],
        ] as const) {
          const page = await browser.newPage({ colorScheme, viewport: { width, height: 900 } })
          page.on('request', (request) => {
            if (!request.url().startsWith(`${origin}/`)) found.push(`asked for ${request.url()}`)
          })
          for (const file of oneOfEachKind(pages())) {
            await page.goto(`${origin}/${file}`)
            await page.evaluate(axe.source)
            const { violations } = await page.evaluate<{ violations: readonly { id: string; nodes: readonly { html: string }[] }[] }>(
              `document.fonts.ready.then(() => axe.run({ resultTypes: ['violations'] }))`,
            )
            found.push(...violations.map(({ id, nodes }) => `${file} ${colorScheme} ${id}: ${nodes[0]?.html ?? ''}`))
            const isTooWide = await page.evaluate<boolean>(`document.documentElement.scrollWidth > document.documentElement.clientWidth`)
            if (isTooWide) found.push(`${file} is too wide for ${width}`)
          }
          await page.close()
        }
      } finally {
        await browser.close()
        server.close()
      }
      expect(found).toEqual([])
    },
    180_000,
  )
})

/** The pages that lead on are left out: a browser is gone before they can be judged. */
function oneOfEachKind(pages: readonly string[]): readonly string[] {
  const kinds = new Map<string, string>()
  for (const page of pages.filter((file) => !file.startsWith('n/'))) {
    const kind = page.replace(/^\d{4}\/\d{2}\/[^/]+/u, 'article').replace(/^(category|policies)\/[^/]+/u, '$1')
    if (!kinds.has(kind)) kinds.set(kind, page)
  }
  return [...kinds.values()]
}
