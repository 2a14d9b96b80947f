/** An article from the keyboard to the published page, in a real browser against the built product. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from 'playwright'
import { expect, test } from 'vitest'
import { noBrowser, openShell, sharedBrowser, shortenUndo } from './shell.ts'

const browser = sharedBrowser()

test.skipIf(noBrowser !== '')(
  `[WF3] written, submitted, refused to its writer, approved by another, published, live and equal to its preview${noBrowser && ` (${noBrowser})`}`,
  { timeout: 180_000 },
  async () => {
    const shell = await openShell()
    const page = await shell.window(browser())

    await page.getByRole('button', { name: 'Begin a desk' }).click()
    await page.getByLabel('Name of the newspaper').fill('The Tidal Record')
    await page.getByLabel('Your name or pen name').fill('Ada Quill')
    await page.getByRole('button', { name: 'Begin', exact: true }).click()
    await page.getByRole('navigation').getByRole('link', { name: 'Settings' }).click()
    await page.getByRole('link', { name: 'People and roles' }).click()
    await page.getByLabel('Name').fill('Bram Vane')
    const add = page.locator('form')
    await add.getByLabel('Editor', { exact: true }).check()
    await add.getByLabel('Publisher').check()
    await page.getByRole('button', { name: 'Add person' }).click()
    await page.getByRole('group', { name: 'Bram Vane' }).waitFor()

    await page.getByRole('navigation').getByRole('link', { name: 'Desk' }).click()
    await page.getByRole('button', { name: 'New article' }).first().click()
    await page.getByRole('textbox', { name: 'Headline' }).click()
    await page.keyboard.type('The tide tables are printed again')
    await page.getByRole('textbox', { name: 'Body' }).click()
    await page.keyboard.type('The harbour office printed its tide tables on Monday.')
    await page.getByRole('status').filter({ hasText: 'Saved on this computer' }).first().waitFor()

    await page.getByRole('button', { name: 'Submit for review' }).click()
    await page.getByText('No category is chosen.').first().waitFor()
    await page.getByLabel('Category').selectOption({ label: 'Archives' })
    await expectSubmitted(page)

    await page.getByRole('navigation').getByRole('link', { name: 'Review' }).click()
    await page.getByRole('link', { name: 'The tide tables are printed again' }).click()
    await page.getByRole('button', { name: 'Approve' }).click()
    await page.getByText('You wrote this, so somebody else has to approve it.').first().waitFor()

    const other = await shell.window(browser())
    await other.getByRole('button', { name: /Bram Vane/ }).click()
    await other.getByRole('navigation').getByRole('link', { name: 'Review' }).click()
    await other.getByRole('link', { name: 'The tide tables are printed again' }).click()
    await other.getByRole('button', { name: 'Approve' }).click()
    await other.getByRole('button', { name: 'Publish…' }).click()
    await other.getByRole('dialog').getByRole('button', { name: 'Publish' }).click()
    await other.getByRole('navigation').getByRole('link', { name: 'Queue' }).click()
    await other.getByRole('button', { name: 'Undo' }).click()
    await other.getByText('Nothing is on its way').waitFor()

    await shortenUndo(page, 2)
    await other.getByRole('navigation').getByRole('link', { name: 'Desk' }).click()
    await other.getByRole('button', { name: 'The tide tables are printed again' }).click()
    await other.getByRole('button', { name: 'Publish…' }).click()
    await other.getByRole('dialog').getByRole('button', { name: 'Publish' }).click()
    await other.getByRole('navigation').getByRole('link', { name: 'Queue' }).click()
    await other.getByRole('link', { name: 'View on site' }).waitFor({ timeout: 100_000 })
    const address = (await other.getByRole('link', { name: 'View on site' }).getAttribute('href')) ?? ''

    const file = readFileSync(join(shell.folder, address, 'index.html'))
    await other.getByRole('link', { name: 'The tide tables are printed again' }).click()
    const frame = other.getByRole('region', { name: 'Preview' }).locator('iframe').first()
    await frame.waitFor()
    await expect.poll(() => frame.getAttribute('src'), { timeout: 20_000 }).toMatch(/^\/?preview\//)
    const source = new URL((await frame.getAttribute('src')) ?? '', shell.address).href
    const preview = Buffer.from(await (await other.request.get(source)).body())
    expect(preview.equals(file)).toBe(true)
    for (const part of ['Archives', 'Tidal Record Staff Writers', 'RSS', 'Privacy notice']) expect(file.toString()).toContain(part)
  },
)

async function expectSubmitted(page: Page): Promise<void> {
  await page
    .getByRole('status')
    .filter({ hasText: /Saved|At the desk/ })
    .first()
    .waitFor()
  await page.getByRole('button', { name: 'Submit for review' }).click()
  await page.getByText('In review').first().waitFor()
}
