/** Names as long as they may be, headlines of four hundred letters, words from the right: every screen keeps its layout and reads right. */
import { readFileSync } from 'node:fs'
import path from 'node:path'
import type { Page } from 'playwright'
import { expect, test } from 'vitest'
import { importText, must } from '../factories/people.ts'
import { openTestDesk } from '../factories/workstation.ts'
import { noBrowser, openShell, sharedBrowser } from './shell.ts'

const browser = sharedBrowser()

const oneWord = 'Donaudampfschifffahrt'.repeat(20).slice(0, 400)
const manyWords = 'The harbour office corrected itself again and again, and nobody had counted how often it did so. '
  .repeat(5)
  .slice(0, 400)
  .trim()
const hebrew = 'הספר שלא נפתח מאז 1921 (כך אומרים)'
const hebrewText = 'שני מסמכים בארון אחד, ואינם מסכימים אלא במספר הדפים.'

/** Published, in review and in hand: a piece of each kind on each screen. */
async function extremeDesk(): Promise<string> {
  const desk = await openTestDesk()
  const { call } = await desk.sit(desk.founder)
  const { settings, hash } = must(await call('settings.read', {}))
  const name = (letters: number) => 'N'.repeat(letters)
  must(
    await call('settings.change', {
      base: hash,
      settings: {
        ...settings,
        publication: name(80),
        houseCredit: name(80),
        undoSeconds: 0,
        categories: [...settings.categories, { slug: 'long', name: name(60) }],
        sponsors: [{ name: name(120), address: '', kind: 'sponsor', from: '', until: '' }],
        destinations: settings.destinations.map((destination) => ({ ...destination, name: name(80) })),
      },
    }),
  )
  const writer = must(await call('people.add', { name: name(120), roles: ['writer'] })).id
  const { call: write } = await desk.sit(writer)
  for (const headline of [oneWord, manyWords, hebrew]) {
    const text = headline === hebrew ? hebrewText : `Words, and ${oneWord}.`
    for (const state of ['published', 'in review', 'draft']) {
      const id = await importText(write, `${headline}\n\n${text}`, 'long')
      must(
        await write('articles.setField', {
          id,
          field: 'byline',
          value: { kind: 'named', text: name(120) },
          base: { kind: 'staff', text: '' },
        }),
      )
      if (state === 'draft') must(await write('articles.share', { id, with: 'everybody' }))
      else must(await write('workflow.act', { id, act: 'submit', note: oneWord }))
      if (state !== 'published') continue
      must(await call('workflow.act', { id, act: 'approve' }))
      must(await call('workflow.act', { id, act: 'publish', now: true }))
    }
  }
  must(await call('queue.work', {}))
  await desk.close()
  return desk.folder
}

/** The element that reaches furthest out, to find it by. */
async function widest(page: Page): Promise<string> {
  return page.evaluate(() => {
    const reach = (element: Element) => element.getBoundingClientRect().right
    const found = [...document.body.querySelectorAll('*')].reduce((a, b) => (reach(b) > reach(a) ? b : a))
    return `${found.tagName} ${found.className} in ${found.parentElement?.className}`
  })
}

/** What is wider than the page, at the width of a desk and of a telephone. */
async function sideways(page: Page, where: string): Promise<readonly string[]> {
  const found: string[] = []
  for (const width of [1440, 640, 320]) {
    await page.setViewportSize({ width, height: 900 })
    const isWider = await page.evaluate(async () => {
      for (let frame = 0; frame < 2; frame++) await new Promise((resolve) => requestAnimationFrame(resolve))
      return document.documentElement.scrollWidth > document.documentElement.clientWidth + 1
    })
    if (isWider) found.push(`${where} at ${width}: ${await widest(page)}`)
    if (process.env['SHOTS']) await page.screenshot({ path: `${process.env['SHOTS']}/${where}-${width}.png` })
  }
  await page.setViewportSize({ width: 1440, height: 900 })
  return found
}

test.skipIf(noBrowser !== '')(
  `[BI3] [BI5] long names and words from the right break no screen and run as they are read${noBrowser && ` (${noBrowser})`}`,
  { timeout: 180_000 },
  async () => {
    const shell = await openShell(await extremeDesk())
    const page = await shell.window(browser())
    const found: string[] = [...(await sideways(page, 'who is here'))]
    const look = async (where: string) => void found.push(...(await sideways(page, where)))
    const direction = (element: ReturnType<Page['locator']>) => element.first().evaluate((seen) => getComputedStyle(seen).direction)
    await page.getByRole('button', { name: /^Founder/ }).click()
    const go = (name: string) => page.getByRole('navigation', { name: 'Screens' }).getByRole('link', { name, exact: true }).click()
    await page.getByRole('button', { name: hebrew }).first().waitFor()
    expect(await direction(page.getByRole('button', { name: hebrew }))).toBe('rtl')
    await look('desk')
    await page.getByRole('button', { name: oneWord }).first().click()
    await page.getByRole('textbox', { name: 'Body' }).waitFor()
    await look('composing one word')
    await go('Desk')
    await page.getByLabel('Filter by headline').fill(hebrew.slice(0, 8))
    expect(await direction(page.getByLabel('Filter by headline'))).toBe('rtl')
    await page.getByText('3 articles').waitFor()
    await page.getByRole('button', { name: hebrew }).first().click()
    for (const box of ['Headline', 'Body']) expect(await direction(page.getByRole('textbox', { name: box, exact: true }))).toBe('rtl')
    // In the preview, which is the page that readers get.
    const preview = page.getByRole('region', { name: 'Preview' }).frameLocator('iframe')
    await expect.poll(() => preview.locator('.body').getAttribute('dir')).toBe('rtl')
    await look('composing from the right')
    await go('Review')
    await page.getByRole('link', { name: manyWords }).first().waitFor()
    await look('review list')
    await page.getByRole('link', { name: hebrew }).first().click()
    await page.getByRole('button', { name: 'Approve' }).waitFor()
    await look('review')
    await go('Queue')
    await page.getByRole('link', { name: hebrew }).first().waitFor()
    expect(await direction(page.getByRole('link', { name: hebrew }))).toBe('rtl')
    await look('queue')
    await page.getByRole('link', { name: 'Front' }).click()
    await page.getByRole('region', { name: 'Live pieces' }).waitFor()
    await look('front')
    await go('Record')
    await page.getByRole('link', { name: hebrew }).first().waitFor()
    await look('record')
    await page.getByRole('link', { name: oneWord }).first().click()
    await page.getByText('Digest').first().waitFor()
    await look('record card')
    for (const part of ['People and roles', 'Publication', 'Furniture', 'Publishing']) {
      await go('Settings')
      await page.getByRole('link', { name: part }).click()
      await look(`settings ${part}`)
    }
    await page.keyboard.press('Control+Shift+P')
    await page.getByRole('combobox').fill(hebrew.slice(0, 8))
    await page.getByRole('option', { name: hebrew }).first().waitFor()
    await look('palette')
    // And the pages that readers get.
    const site = new URL('/site/', shell.address)
    await page.goto(site.href)
    await look('the front of the site')
    const pieces = await page
      .locator('main h2 a, main h3 a, main h1 a')
      .evaluateAll((links) => links.map((link) => (link as HTMLAnchorElement).href))
    expect(pieces.length).toBeGreaterThan(2)
    for (const [index, piece] of [...new Set(pieces)].entries()) {
      await page.goto(piece)
      await look(`page ${index} of the site`)
    }
    const feed = readFileSync(path.join(shell.folder, 'site/feed.xml'), 'utf8')
    expect(feed).toContain(`<title>${hebrew}</title>`)
    expect(feed).toContain('&lt;div dir=&quot;rtl&quot;&gt;')
    expect(found).toEqual([])
  },
)
