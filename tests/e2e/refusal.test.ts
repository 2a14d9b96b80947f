/** A refusal in Compose in a real browser: it stands while what it spoke of does, and no longer. */
import type { Page } from 'playwright'
import { expect, test } from 'vitest'
import { importText, must } from '../factories/people.ts'
import { openTestDesk } from '../factories/workstation.ts'
import { askPast, noBrowser, openShell, sharedBrowser, sitDown } from './shell.ts'

const browser = sharedBrowser()
const skipped = noBrowser && ` (${noBrowser})`
const focused = (page: Page) =>
  page.evaluate(() => document.activeElement?.getAttribute('aria-label') ?? document.activeElement?.textContent)

test.skipIf(noBrowser !== '')(
  `[IN24] what was missing goes from the list with the words or the detail that it named${skipped}`,
  { timeout: 120_000 },
  async () => {
    const desk = await openTestDesk()
    await desk.close()
    const page = await (await openShell(desk.folder)).window(browser())
    await sitDown(page, 'Writer')
    await page.keyboard.press('Control+Alt+n')
    const headline = page.getByRole('textbox', { name: 'Headline' })
    await headline.waitFor()
    await page.getByLabel('Category').selectOption('')
    await page.getByRole('button', { name: 'Submit for review' }).click()
    const refusal = page.getByRole('alert').filter({ hasText: 'The text is safe' })
    const parts = refusal.getByRole('listitem')
    await refusal.waitFor()
    await expect.poll(() => parts.allTextContents()).toEqual(['The headline is empty.', 'The body has no text.', 'No category is chosen.'])
    await headline.click()
    await page.keyboard.type('The lamp')
    await expect.poll(() => parts.allTextContents()).toEqual(['The body has no text.', 'No category is chosen.'])
    expect(await focused(page)).toBe('Headline')
    await page.getByLabel('Category').selectOption({ index: 1 })
    await expect.poll(() => parts.allTextContents()).toEqual(['The body has no text.'])
    await refusal.getByText('one thing is missing').waitFor()
    await page.getByRole('textbox', { name: 'Body' }).click()
    await page.keyboard.type('It burns.')
    await expect.poll(() => refusal.count()).toBe(0)
    expect(await focused(page)).toBe('Body')
    await page.getByRole('button', { name: 'Submit for review' }).click()
    await page.getByText('Submitted for review.').waitFor()
  },
)

test.skipIf(noBrowser !== '')(
  `[IN24] [IN1] a refusal goes when somebody else changes what it was about, and the focus stays on the screen${skipped}`,
  { timeout: 120_000 },
  async () => {
    const desk = await openTestDesk()
    const { writer, editor } = desk.people
    const call = async (person: string) => (await desk.sit(person)).call
    const id = await importText(await call(writer), 'The lamp at the pier\n\nIt burns all night.')
    must(await (await call(writer))('workflow.act', { id, act: 'submit' }))
    must(await (await call(editor))('workflow.act', { id, act: 'hold', note: 'The keeper is asked.' }))
    await desk.close()
    const shell = await openShell(desk.folder)
    const page = await shell.window(browser())
    await sitDown(page, 'Publisher')
    await page.keyboard.press('Control+o')
    await page.keyboard.type('lamp')
    await page.getByRole('dialog').getByText('The lamp at the pier').waitFor()
    await page.keyboard.press('Enter')
    const approve = page.getByRole('button', { name: 'Approve', exact: true })
    await approve.click()
    const refusal = page.getByRole('alert').filter({ hasText: 'on hold' })
    await refusal.waitFor()
    const other = await shell.window(browser())
    await sitDown(other, 'Editor')
    await askPast(other, 'workflow.act', { id, act: 'lift_hold' })
    await expect.poll(() => refusal.count()).toBe(0)
    await expect.poll(() => focused(page)).toBe('The lamp at the pier')
    await approve.click()
    await page.getByText('Approved.', { exact: true }).waitFor()
  },
)
