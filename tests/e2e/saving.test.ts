/** What the line at the foot promises while somebody writes, in a real browser: saved, not saved, saved after all, found again. */
import { readFileSync } from 'node:fs'
import type { Page, Route } from 'playwright'
import { expect, test } from 'vitest'
import { noBrowser, openShell, sharedBrowser } from './shell.ts'

const browser = sharedBrowser()
const saves = '**/call/articles.save'

async function writing(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Begin a desk' }).click()
  await page.getByLabel('Your name or pen name').fill('Ada Quill')
  await page.getByLabel('Name of the newspaper').fill('The Ferry Record')
  await page.getByRole('button', { name: 'Begin', exact: true }).click()
  await page.getByRole('button', { name: 'New article' }).first().click()
  await page.getByRole('textbox', { name: 'Headline' }).click()
  await page.keyboard.type('The ferry bell')
  await page.getByRole('textbox', { name: 'Body' }).click()
}

const said = (page: Page, words: string | RegExp) => page.getByRole('status').filter({ hasText: words }).first()

test.skipIf(noBrowser !== '')(
  `[IN4] one save is in flight at a time, and none is further than a second behind the keys${noBrowser && ` (${noBrowser})`}`,
  { timeout: 90_000 },
  async () => {
    const page = await (await openShell()).window(browser())
    await writing(page)
    await said(page, 'Saved on this computer').waitFor()
    let flying = 0
    let most = 0
    const at: number[] = []
    await page.route(saves, async (route) => {
      at.push(Date.now())
      flying += 1
      most = Math.max(most, flying)
      await new Promise((resolve) => setTimeout(resolve, 300))
      await route.continue()
      flying -= 1
    })
    // Never a pause of 250 ms in it.
    const began = Date.now()
    await page.keyboard.type('It rings twice before the boat leaves and once after it. '.repeat(2), { delay: 35 })
    const ended = Date.now()
    await said(page, /^Saved on this computer \d\d:\d\d:\d\d/).waitFor()
    expect(most).toBe(1)
    expect(at.length).toBeGreaterThanOrEqual(Math.floor((ended - began) / 2000))
    const gaps = at.map((instant, index) => instant - (at[index - 1] ?? began))
    expect(Math.max(...gaps)).toBeLessThan(2500)
  },
)

test.skipIf(noBrowser !== '')(
  `[IN4] words that cannot be saved stay, are said at once, copied when asked, and saved when it can be done${noBrowser && ` (${noBrowser})`}`,
  { timeout: 90_000 },
  async () => {
    const shell = await openShell()
    const page = await shell.window(browser())
    await writing(page)
    await said(page, 'Saved on this computer').waitFor()
    const refuse = (route: Route) => route.abort()
    await page.route(saves, refuse)
    await page.keyboard.type('It was rung by hand.')
    const alert = page.getByRole('alert').filter({ hasText: 'Could not save: ' })
    await alert.waitFor()
    expect(await alert.innerText()).toContain('Your text is still on screen.')

    // A field that is saved meanwhile does not cover it up.
    await page.getByLabel('Category').selectOption({ label: 'Archives' })
    await page.waitForTimeout(600)
    expect(await alert.isVisible()).toBe(true)
    expect(await page.getByRole('textbox', { name: 'Body' }).innerText()).toContain('It was rung by hand.')

    const download = page.waitForEvent('download')
    await page.getByRole('button', { name: 'Save a copy…' }).click()
    const copy = await download
    expect(copy.suggestedFilename()).toBe('the-ferry-bell.md')
    expect(readFileSync(await copy.path(), 'utf8')).toContain('# The ferry bell')
    expect(readFileSync(await copy.path(), 'utf8')).toContain('It was rung by hand.')

    // Leaving the page asks first.
    const asked = page.waitForEvent('dialog')
    void page.reload().catch(() => {})
    const question = await asked
    expect(question.type()).toBe('beforeunload')
    await question.dismiss()

    await page.unroute(saves, refuse)
    await said(page, 'Saved on this computer').waitFor({ timeout: 40_000 })
    await expect.poll(() => alert.count()).toBe(0)
    await page.reload()
    await expect.poll(() => page.getByRole('textbox', { name: 'Body' }).innerText(), { timeout: 20_000 }).toContain('It was rung by hand.')
  },
)

test.skipIf(noBrowser !== '')(
  `[IN5] undo survives saving, and an article opens where it was left${noBrowser && ` (${noBrowser})`}`,
  { timeout: 90_000 },
  async () => {
    const page = await (await openShell()).window(browser())
    await writing(page)
    for (let line = 1; line <= 60; line++) {
      await page.keyboard.type(`Line ${line}.`)
      await page.keyboard.press('Enter')
    }
    await said(page, 'Saved on this computer').waitFor()
    await page.waitForTimeout(700)
    await page.keyboard.type('A slip.')
    await said(page, 'Saving…').waitFor()
    await said(page, 'Saved on this computer').waitFor()
    const body = page.getByRole('textbox', { name: 'Body' })
    await page.keyboard.press('Control+Z')
    await expect.poll(() => body.innerText()).not.toContain('A slip.')
    await page.keyboard.press('Control+Y')
    await expect.poll(() => body.innerText()).toContain('A slip.')

    for (let step = 0; step < 30; step++) await page.keyboard.press('ArrowUp')
    const place = () =>
      page.evaluate(() => ({
        words: document.getSelection()?.anchorNode?.textContent ?? '',
        scroll: Math.round(document.querySelector('[role="textbox"][aria-label="Body"]')?.getBoundingClientRect().top ?? 0),
      }))
    const left = await place()
    expect(left.words).toMatch(/^Line \d+\.$/)
    await page.getByRole('navigation').first().getByRole('link', { name: 'Desk' }).click()
    await page.getByRole('button', { name: 'The ferry bell' }).click()
    await body.waitFor()
    await expect.poll(place).toEqual(left)
    await page.keyboard.press('Control+Z')
    await expect.poll(() => body.innerText()).not.toContain('A slip.')
    await page.reload()
    await body.waitFor()
    await expect.poll(async () => (await place()).words, { timeout: 20_000 }).toMatch(/^Line \d+\.$/)
  },
)

test.skipIf(noBrowser !== '')(
  `[IN23] nothing is called saved while a field is on its way, and a field that could not be saved is told in spite of saved words${noBrowser && ` (${noBrowser})`}`,
  { timeout: 90_000 },
  async () => {
    const page = await (await openShell()).window(browser())
    await writing(page)
    await said(page, 'Saved on this computer').waitFor()
    const fields = '**/call/articles.setField'
    const category = page.getByLabel('Category')
    const type = async (words: string) => {
      const answered = page.waitForResponse(saves)
      await page.getByRole('textbox', { name: 'Body' }).click()
      await page.keyboard.type(words)
      await answered
      // Until the page has heard of it too.
      await page.waitForTimeout(300)
    }

    const { promise: released, resolve: release } = Promise.withResolvers<void>()
    await page.route(fields, async (route) => {
      await released
      await route.continue()
    })
    await category.selectOption({ label: 'Archives' })
    await type('It was rung by hand.')
    expect(await said(page, 'Saving…').isVisible()).toBe(true)
    release()
    await said(page, 'Saved on this computer').waitFor()
    await page.unroute(fields)

    const refuse = (route: Route) => route.abort()
    await page.route(fields, refuse)
    await category.selectOption({ index: 0 })
    const alert = page.getByRole('alert').filter({ hasText: 'Could not save: ' })
    await alert.waitFor()
    await type(' Nobody hears it now.')
    expect(await alert.isVisible()).toBe(true)
    expect(await page.getByRole('button', { name: 'Save a copy…' }).count()).toBe(0)
    expect(await said(page, 'Saved on this computer').count()).toBe(0)

    await page.unroute(fields, refuse)
    await category.selectOption({ index: 0 })
    await said(page, 'Saved on this computer').waitFor()
    expect(await alert.count()).toBe(0)
  },
)

test.skipIf(noBrowser !== '')(
  `[IN4] a detail that is written and not yet saved is sent when the window is to close, which asks until it is saved${noBrowser && ` (${noBrowser})`}`,
  { timeout: 90_000 },
  async () => {
    const page = await (await openShell()).window(browser())
    await writing(page)
    await said(page, 'Saved on this computer').waitFor()
    const fields = '**/call/articles.setField'
    const { promise: released, resolve: release } = Promise.withResolvers<void>()
    await page.route(fields, async (route) => {
      await released
      await route.continue()
    })
    const place = page.getByLabel('Dateline: place')
    await place.fill('Harwich')
    const sent = page.waitForRequest(fields)
    const asked = page.waitForEvent('dialog')
    void page.reload().catch(() => {})
    const question = await asked
    expect(question.type()).toBe('beforeunload')
    await question.dismiss()
    await sent
    release()
    await said(page, /^Saved on this computer/).waitFor()
    // Now nothing stands in the way, and nothing is asked.
    await page.reload()
    await expect.poll(() => place.inputValue(), { timeout: 20_000 }).toBe('Harwich')
  },
)
