/** Buttons that go by themselves, or are of no use for a while: the focus does not go with them. */
import type { Page } from 'playwright'
import { expect, test } from 'vitest'
import { approvedPiece, openTestDesk } from '../factories/workstation.ts'
import { askPast, noBrowser, openShell, sharedBrowser, shortenUndo, sitDown } from './shell.ts'

const browser = sharedBrowser()
const focused = (page: Page) => page.evaluate(() => document.activeElement?.textContent)

test.skipIf(noBrowser !== '')(
  `[IN1] the focus is on the screen when the time to undo is over, and stays where a check was begun${noBrowser && ` (${noBrowser})`}`,
  { timeout: 120_000 },
  async () => {
    const desk = await openTestDesk()
    const id = await approvedPiece(desk, 'The bell of the ferry\n\nIt is heard all night.')
    await desk.close()
    const page = await (await openShell(desk.folder)).window(browser())
    await sitDown(page, 'Founder')

    await shortenUndo(page, 5)
    const { value } = (await askPast(page, 'articles.read', { id })) as { readonly value: { readonly standingVersion: string } }
    await page.keyboard.press('Control+4')
    await page.getByRole('heading', { name: 'Publishing queue' }).waitFor()
    await askPast(page, 'workflow.act', { id, act: 'publish', version: value.standingVersion })
    await page.getByRole('button', { name: 'Undo' }).focus()
    expect(await focused(page)).toBe('Undo')
    await page.getByRole('link', { name: 'View on site' }).waitFor()
    await expect.poll(() => focused(page)).toBe('Publishing queue')

    await page.keyboard.press('Control+5')
    const check = page.getByRole('button', { name: 'Check everything' })
    await check.focus()
    await page.keyboard.press('Enter')
    await page.getByText('Log, versions, digests and published files agree.').waitFor()
    expect(await focused(page)).toBe('Check everything')
  },
)
