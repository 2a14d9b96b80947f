/** A real article, brought in as a file, through review to the published newspaper: the browser's half of the main job. */
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from 'playwright'
import { expect, test } from 'vitest'
import { root } from '../harness/sources.ts'
import { noBrowser, openShell, sharedBrowser, shortenUndo } from './shell.ts'

const browser = sharedBrowser()
const seed = join(root, '../shared/seeds/article.txt')
const why = noBrowser || (existsSync(seed) ? '' : 'the real article is not at hand')

/** Headline to last paragraph: what stands between the page’s masthead and its byline. */
function articleText(): string {
  const paragraphs = readFileSync(seed, 'utf8').split(/\n\n/)
  const end = paragraphs.findIndex((text) => text.trim() === 'LP Staff Writers')
  return paragraphs.slice(1, end).join('\n\n')
}

test.skipIf(why !== '')(
  `[SI1] a real article is imported, reviewed and published; before release its preview differs in the envelope alone, afterwards in nothing${why && ` (${why})`}`,
  { timeout: 180_000 },
  async () => {
    const shell = await openShell()
    const ada = await shell.window(browser())
    await ada.getByRole('button', { name: 'Begin a desk' }).click()
    await ada.getByLabel('Your name or pen name').fill('Ada Quill')
    await ada.getByLabel('Name of the newspaper').fill('The Ferry Record')
    await ada.getByRole('button', { name: 'Begin', exact: true }).click()
    await ada.getByRole('navigation').getByRole('link', { name: 'Desk' }).waitFor()
    await shortenUndo(ada, 2)
    await ada.getByRole('navigation').getByRole('link', { name: 'Settings' }).click()
    await ada.getByRole('link', { name: 'People and roles' }).click()
    for (const [name, roles] of [
      ['Wim Ferrier', ['Writer']],
      ['Bram Vane', ['Editor', 'Publisher']],
    ] as const) {
      await ada.getByLabel('Name').fill(name)
      for (const role of ['Writer', 'Editor', 'Publisher'] as const)
        await ada
          .locator('form')
          .getByLabel(role, { exact: true })
          .setChecked((roles as readonly string[]).includes(role))
      await ada.getByRole('button', { name: 'Add person' }).click()
      await ada.getByRole('group', { name }).waitFor()
    }

    const wim = await shell.window(browser())
    await wim.getByRole('button', { name: /Wim Ferrier/ }).click()
    const text = articleText()
    const headline = text.split('\n')[0] ?? ''
    await wim.locator('input[type=file]').setInputFiles({ name: 'article.txt', mimeType: 'text/plain', buffer: Buffer.from(text) })
    await wim.getByText('1 article imported.').first().waitFor()
    await wim.getByRole('button', { name: 'Close' }).click()
    await wim.getByRole('button', { name: headline }).click()
    await expect.poll(() => wim.getByLabel('Byline').inputValue()).toBe('staff')
    const predicted = await previewOf(wim, shell.address)
    await wim.getByRole('button', { name: 'Submit for review' }).click()
    await wim.getByText('In review').first().waitFor()
    expect(await wim.getByRole('button', { name: 'Approve' }).count()).toBe(0)

    const bram = await shell.window(browser())
    await bram.getByRole('button', { name: /Bram Vane/ }).click()
    await bram.getByRole('navigation').getByRole('link', { name: 'Review' }).click()
    await bram.getByRole('link', { name: headline }).click()
    await bram.getByRole('button', { name: 'Approve' }).click()
    await bram.getByRole('button', { name: 'Publish…' }).click()
    await bram.getByRole('dialog').getByRole('button', { name: 'Publish' }).click()
    await bram.getByRole('navigation').getByRole('link', { name: 'Queue' }).click()
    const view = bram.getByRole('link', { name: 'View on site' })
    await view.waitFor({ timeout: 60_000 })
    const address = (await view.getAttribute('href')) ?? ''

    const file = readFileSync(join(shell.folder, address, 'index.html'))
    await bram.getByRole('link', { name: headline }).click()
    const frozen = await previewOf(bram, shell.address)
    expect(frozen.equals(file)).toBe(true)
    expect(withoutEnvelope(predicted.toString())).toBe(withoutEnvelope(file.toString()))

    const page = file.toString()
    for (const paragraph of text.split('\n\n')) {
      const [word = ''] = paragraph.split(/[“”’'"&]/u).filter((part) => part.trim().length > 20)
      expect(page).toContain(word.trim())
    }
    for (const part of ['Ferry Record Staff Writers', 'masthead', 'newsletter', 'Privacy', 'follow', 'sponsors'])
      expect(page.toLowerCase()).toContain(part.toLowerCase())
    for (const name of ['index.html', 'feed.xml', 'sitemap.xml', 'archive/index.html'])
      expect(existsSync(join(shell.folder, 'site', name)), name).toBe(true)
    expect(readFileSync(join(shell.folder, 'site/index.html'), 'utf8')).toContain(headline.split(/[’']/u)[0])
  },
)

/** The page in the preview frame, as bytes. */
async function previewOf(page: Page, shell: string): Promise<Buffer> {
  const frame = page.getByRole('region', { name: 'Preview' }).locator('iframe').first()
  await expect.poll(() => frame.getAttribute('src'), { timeout: 20_000 }).toMatch(/^\/?preview\//)
  const source = new URL((await frame.getAttribute('src')) ?? '', shell).href
  return Buffer.from(await (await page.request.get(source)).body())
}

/** The page with everything that its envelope says taken out: times, number, address, masthead, digests. */
function withoutEnvelope(html: string): string {
  return html
    .replaceAll(/\d{4}-\d{2}-\d{2}(T[\d:+.Z-]+)?/gu, 'DATE')
    .replaceAll(/\b\d{1,2}\.\d{2}\b/gu, 'TIME')
    .replaceAll(/\b[0-9a-f]{4}( [0-9a-f]{4})*\b/gu, 'DIGEST')
    .replaceAll(/urn:uuid:[0-9a-f-]+/gu, 'ID')
}
