/** A long text, of which only what is seen is laid out: opened where it was left, found in, its notes counted from the first to the last. */
import type { Page } from 'playwright'
import { expect, test } from 'vitest'
import { askPast, noBrowser, openShell, sharedBrowser } from './shell.ts'

const browser = sharedBrowser()
const blocks = 160
const patient = { timeout: 20_000 }

test.skipIf(noBrowser !== '')(
  `[IN5] a long text opens where it was left, too, and what is found in it is in sight${noBrowser && ` (${noBrowser})`}`,
  { timeout: 120_000 },
  async () => {
    const page = await (await openShell()).window(browser())
    await page.getByRole('button', { name: 'Begin a desk' }).waitFor()
    await askPast(page, 'desk.begin', { publication: 'The Quay Record', name: 'Ada Quill', shape: 'justMe' })
    await page.reload()
    await page.getByRole('button', { name: 'New article' }).first().click()
    const body = page.getByRole('textbox', { name: 'Body' })
    await page.getByRole('textbox', { name: 'Headline' }).click()
    await page.keyboard.type('The long quay')
    await body.click()
    await paste(page)
    await expect.poll(() => body.locator('> p').count(), patient).toBeGreaterThanOrEqual(blocks)
    await page.getByRole('status').filter({ hasText: 'Saved on this computer' }).first().waitFor()
    await page.reload()
    await body
      .locator('> p')
      .nth(blocks - 1)
      .waitFor({ state: 'attached' })

    expect(await body.evaluate((box) => getComputedStyle(box.children[9] as Element).contentVisibility)).toBe('auto')

    // Left in the middle, with the cursor there.
    await body.locator('> p', { hasText: 'Line 90.' }).scrollIntoViewIfNeeded()
    await body.locator('> p', { hasText: 'Line 90.' }).click()
    await expect.poll(() => page.evaluate(() => document.getSelection()?.anchorNode?.textContent ?? ''), patient).toContain('Line 90.')
    await page.getByRole('navigation').first().getByRole('link', { name: 'Desk' }).click()
    const shownFirst = scrolledAtFirst(page)
    await page.getByRole('button', { name: 'The long quay' }).click()
    await body.waitFor()
    expect(await shownFirst).toBeGreaterThan(0)
    await expect.poll(() => inSight(page, 'Line 90.'), patient).toBe(true)
    await expect.poll(() => page.evaluate(() => document.getSelection()?.anchorNode?.textContent ?? ''), patient).toContain('Line 90.')

    await page.keyboard.press('Control+F')
    await page.getByLabel('Find', { exact: true }).fill(`Line ${blocks - 5}.`)
    await page.keyboard.press('Enter')
    await expect.poll(() => inSight(page, `Line ${blocks - 5}.`), patient).toBe(true)
    await page.keyboard.press('Escape')
    await page.keyboard.type('Here')
    await expect.poll(() => inSight(page, 'Here'), patient).toBe(true)

    // Where a note is, its block is laid out: what counts notes counts on.
    const laidOut = await body.evaluate((box) =>
      [...box.querySelectorAll(':scope > p:has(.note)')].map((block) => getComputedStyle(block).contentVisibility),
    )
    expect(laidOut).toEqual(['visible', 'visible'])

    // The panes stand while the words are on their way, and are the same when those come.
    await page.getByRole('navigation').first().getByRole('link', { name: 'Desk' }).click()
    await page.reload()
    const words = Promise.withResolvers<void>()
    await page.route('**/call/articles.open', async (route) => {
      await words.promise
      await route.continue()
    })
    await page.getByRole('button', { name: 'The long quay' }).click()
    const separator = await page.getByRole('separator', { name: 'Width of the preview' }).elementHandle()
    expect(await body.count()).toBe(0)
    words.resolve()
    await expect.poll(() => inSight(page, 'Here'), patient).toBe(true)
    expect(await separator?.evaluate((line) => line.isConnected)).toBe(true)
    await page.getByRole('region', { name: 'Preview' }).waitFor()
  },
)

/** True when the paragraph with these words is within the pane. */
async function inSight(page: Page, words: string): Promise<boolean> {
  return page.evaluate((wanted) => {
    const block = [...document.querySelectorAll('[aria-label="Body"] > p')].find(({ textContent }) => textContent?.includes(wanted))
    const pane = block?.closest('[data-scroller]')
    if (!block || !pane) return false
    const [line, room] = [block.getBoundingClientRect(), pane.getBoundingClientRect()]
    return line.bottom > room.top && line.top < room.bottom
  }, words)
}

/** How far the text is scrolled as soon as it stands in the page, before any picture of it: nobody sees it jump there. */
async function scrolledAtFirst(page: Page): Promise<number> {
  return page.evaluate(
    () =>
      new Promise<number>((resolve) => {
        new MutationObserver((_changes, observer) => {
          const pane = document.querySelector('[aria-label="Body"] > p:nth-child(10)')?.closest('[data-scroller]')
          if (!pane) return
          observer.disconnect()
          resolve(pane.scrollTop)
        }).observe(document, { childList: true, subtree: true })
      }),
  )
}

/** Paragraphs of unequal length, two of them with a note. */
async function paste(page: Page): Promise<void> {
  await page.getByRole('textbox', { name: 'Body' }).evaluate((body, count) => {
    const clipboard = new DataTransfer()
    const line = (n: number) => `Line ${n}. ${'The toll was paid at the gate and written in the book. '.repeat((n * 7) % 9)}`
    const note = (n: number) => (n === 40 || n === 120 ? `<span class="note" data-note="n${n}">Told.</span>` : '')
    const html = Array.from({ length: count }, (_, n) => `<p>${line(n)}${note(n)}</p>`).join('')
    clipboard.setData('text/html', html)
    body.dispatchEvent(new ClipboardEvent('paste', { clipboardData: clipboard, bubbles: true, cancelable: true }))
  }, blocks)
}
