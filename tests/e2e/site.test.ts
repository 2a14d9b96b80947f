/** The pages in a real browser: for those who see badly, have small screens, use the keyboard, or run no scripts. */
import { existsSync, readFileSync } from 'node:fs'
import http from 'node:http'
import type { AddressInfo } from 'node:net'
import path from 'node:path'
import axe from 'axe-core'
import { type Browser, chromium, type Page } from 'playwright'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { blobName } from '../../shared/canonical.ts'
import { themeAssets } from '../../shared/site/assets.ts'
import { root } from '../harness/sources.ts'
import { render, siteOf } from '../site/build.ts'
import { awkward } from '../site/awkward.ts'
import { picture } from '../site/bell.ts'
import { house, youngHouse } from '../site/house.ts'
import { everything } from '../site/newspaper.ts'

const executable =
  process.env['CHROMIUM'] ?? ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'].find((file) => existsSync(file))

const awkwardPages = ['', '2026/11/crowded/', '2026/11/endless/', '2026/11/from-the-right/', '2026/11/bare/', 'archive/2026/11/'].map(
  (address) => `/awkward/${address}`,
)

const pages = [
  '/',
  '/2026/11/the-bell-that-rang-for-nobody/',
  '/2026/11/a-committee-of-harbour-masters/',
  '/2026/11/envoys-by-the-wrong-door/',
  '/2026/11/commissions-returned/',
  '/2026/11/the-cellars-of-the-winter-house/',
  '/2026/11/letters-from-the-annexe/',
  '/2026/11/was-das-register-verschweigt/',
  '/category/archives/',
  '/category/archives/1/',
  '/archive/',
  '/archive/2026/11/',
  '/corrections/',
  '/policies/privacy/',
  '/record/',
  '/404.html',
  '/2026/11/the-bell-that-rang-for-nobody/editions/1/',
  '/policies/corrections/',
  ...awkwardPages,
] as const

describe.skipIf(executable === undefined)('in a browser (skipped where there is no Chromium)', () => {
  let server: http.Server
  let browser: Browser
  let origin = ''

  beforeAll(async () => {
    const files = new Map<string, { readonly type: string; readonly bytes: Uint8Array }>()
    for (const page of render(siteOf(everything, house), house)) files.set(`/${page.path}`, page)
    for (const page of render(siteOf(everything, youngHouse), youngHouse)) files.set(`/young/${page.path}`, page)
    for (const page of render(siteOf(awkward, house), house)) files.set(`/awkward/${page.path}`, page)
    for (const { name, type } of themeAssets) {
      const bytes = readFileSync(path.join(root, 'resources/theme', name))
      for (const base of ['/theme/', '/young/theme/', '/awkward/theme/']) files.set(`${base}${name}`, { type, bytes })
    }
    for (const base of ['/', '/young/', '/awkward/'])
      files.set(`${base}media/${blobName(picture)}.webp`, { type: 'image/webp', bytes: picture })
    server = http.createServer((request, response) => {
      const address = request.url ?? '/'
      const file = files.get(address.endsWith('/') ? `${address}index.html` : address)
      response
        .writeHead(file === undefined ? 404 : 200, { 'content-type': file?.type ?? 'text/plain', 'cache-control': 'max-age=600' })
        .end(file?.bytes)
    })
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
    browser = await chromium.launch({
      executablePath: executable ?? '',
      args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking'],
    })
  }, 60_000)

  afterAll(async () => {
    await browser?.close()
    server?.close()
  })

  /** A tab, and what it complained of: its console, requests to others, files that are missing. */
  async function tab(options: Parameters<Browser['newPage']>[0]): Promise<{ readonly page: Page; readonly complaints: string[] }> {
    const page = await browser.newPage(options)
    const complaints: string[] = []
    page.on('console', (message) => complaints.push(message.text()))
    page.on('request', (request) => {
      if (!request.url().startsWith(`${origin}/`)) complaints.push(`asked for ${request.url()}`)
    })
    page.on('response', (response) => {
      if (response.status() >= 400) complaints.push(`${response.status()} for ${response.url()}`)
    })
    return { page, complaints }
  }

  it.each([
    { colorScheme: 'light', width: 1280 },
    { colorScheme: 'dark', width: 390 },
  ] as const)(
    '[SI10] axe has nothing to report, $colorScheme at $width, and no page scrolls sideways',
    async ({ colorScheme, width }) => {
      const { page, complaints } = await tab({ colorScheme, viewport: { width, height: 900 } })
      const found: string[] = []
      for (const address of pages) {
        await page.setViewportSize({ width, height: 900 })
        await page.goto(`${origin}${address}`)
        await page.evaluate(axe.source)
        found.push(...(await page.evaluate(violations)).map((words) => `${address} ${words}`))
        const widths = colorScheme === 'light' ? [640, 959, 1239] : [320, 500]
        for (const narrow of widths) {
          await page.setViewportSize({ width: narrow, height: 900 })
          if (await page.evaluate(isTooWide, '100%')) found.push(`${address} is too wide for ${narrow}`)
        }
        await page.setViewportSize({ width: 640, height: 900 })
        if (await page.evaluate(isTooWide, '200%')) found.push(`${address} is too wide with doubled letters`)
      }
      await page.close()
      expect([...found, ...complaints]).toEqual([])
    },
    180_000,
  )

  it('[SI10] a young house without address, form or sponsors reads as well, and without any script', async () => {
    const { page, complaints } = await tab({ viewport: { width: 1280, height: 900 } })
    await page.goto(`${origin}/young/`)
    await page.close()
    expect(complaints).toEqual([])
    const plain = await browser.newPage({ javaScriptEnabled: false })
    await plain.goto(`${origin}/young/2026/11/the-bell-that-rang-for-nobody/`)
    expect(await plain.locator('h1').innerText()).toBe('The bell that rang for nobody')
    expect(await plain.locator('form').count()).toBe(0)
    expect(await plain.getByText('This build has no public address yet.').count()).toBe(1)
    await plain.close()
  })

  it('[SI10] with colours forced every rule and control is still drawn', async () => {
    const { page } = await tab({ forcedColors: 'active', viewport: { width: 1280, height: 900 } })
    await page.goto(`${origin}/2026/11/the-bell-that-rang-for-nobody/`)
    const widths = await page.evaluate(() =>
      ['.masthead', '.correction', '.record-card', '.field button', '.furniture'].map((name) => {
        const element = document.querySelector(name)
        return element === null ? '' : getComputedStyle(element).borderTopWidth + getComputedStyle(element).borderBottomWidth
      }),
    )
    expect(widths).toEqual(['0px3px', '3px1px', '1px1px', '1px1px', '3px0px'])
    await page.close()
  })

  it('[SI10] the first key leads past the navigation to the text', async () => {
    const { page } = await tab({ viewport: { width: 1280, height: 900 } })
    await page.goto(`${origin}/2026/11/the-bell-that-rang-for-nobody/`)
    await page.keyboard.press('Tab')
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('Go to the text')
    await page.keyboard.press('Enter')
    await expect.poll(() => new URL(page.url()).hash).toBe('#content')
    await page.close()
  })

  it('[SI14] a short address leads to the article without a script', async () => {
    const plain = await browser.newPage({ javaScriptEnabled: false })
    await plain.goto(`${origin}/n/41/`)
    await plain.waitForURL(`${origin}/2026/11/the-bell-that-rang-for-nobody/`)
    await plain.close()
  })

  it('[SI10] words that run from the right do so, whatever the paper’s own language', async () => {
    const { page } = await tab({ viewport: { width: 1280, height: 900 } })
    await page.goto(`${origin}/awkward/2026/11/from-the-right/`)
    expect(await page.locator('.body').evaluate((body) => getComputedStyle(body).direction)).toBe('rtl')
    expect(await page.locator('.contributors').evaluate((note) => getComputedStyle(note).direction)).toBe('ltr')
    await page.close()
  })

  it('[SI10] each printed page carries name, number, short address and digest in its margins', async () => {
    const { page } = await tab({ viewport: { width: 560, height: 900 } })
    await page.goto(`${origin}/2026/11/the-bell-that-rang-for-nobody/`)
    const running = page.locator('.running')
    expect(await running.evaluateAll((lines) => lines.map((line) => getComputedStyle(line).display))).toEqual(['none', 'none'])
    await page.emulateMedia({ media: 'print' })
    expect(await running.evaluateAll((lines) => lines.map((line) => getComputedStyle(line).position))).toEqual(['fixed', 'fixed'])
    expect((await running.allInnerTexts()).join(' ').replaceAll(/\s+/gu, ' ')).toMatch(
      /Lord’s Press No\. 41, edition 2 paper\.example\/n\/41\/ · SHA-256 [0-9a-f ]+…/u,
    )
    await page.close()
  })

  it('[SI10] prints without navigation, forms or thanks, on paper white', async () => {
    const { page } = await tab({ viewport: { width: 560, height: 900 }, colorScheme: 'dark' })
    await page.goto(`${origin}/2026/11/the-bell-that-rang-for-nobody/`)
    await page.emulateMedia({ media: 'print', colorScheme: 'dark' })
    const shown = async (selector: string) => page.locator(selector).first().isVisible()
    expect(await Promise.all(['.sections', '.furniture', '.pull-quote', '.facts', '.skip'].map(shown))).toEqual([
      false,
      false,
      false,
      false,
      false,
    ])
    expect(await Promise.all(['h1', '.body', '.contributors', '.record-card', '.correction'].map(shown))).toEqual([
      true,
      true,
      true,
      true,
      true,
    ])
    expect(await page.evaluate(() => getComputedStyle(document.body).backgroundColor)).toBe('rgb(255, 255, 255)')
    await page.close()
  })
})

/** Runs in the page. */
async function violations(): Promise<readonly string[]> {
  interface Finding {
    readonly id: string
    readonly nodes: readonly { readonly html: string; readonly failureSummary?: string }[]
  }
  const { axe: checker } = globalThis as unknown as { axe: { run(options: object): Promise<{ violations: readonly Finding[] }> } }
  await document.fonts.ready
  const result = await checker.run({ resultTypes: ['violations'] })
  return result.violations.map(
    ({ id, nodes }) => `${id}: ${nodes.map(({ html, failureSummary }) => `${html} ${failureSummary ?? ''}`).join('; ')}`,
  )
}

/** Runs in the page. */
function isTooWide(letters: string): boolean {
  document.documentElement.style.fontSize = letters
  return document.documentElement.scrollWidth > document.documentElement.clientWidth
}
