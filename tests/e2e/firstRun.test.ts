/** The first screen and what follows it: a newspaper set up by steps, and a desk brought back from a backup. */
import path from 'node:path'
import type { Page } from 'playwright'
import { expect, test } from 'vitest'
import { openTestDesk } from '../factories/workstation.ts'
import { must } from '../factories/people.ts'
import { temporaryFolder } from '../harness/folder.ts'
import { noBrowser, openShell, sharedBrowser } from './shell.ts'

const browser = sharedBrowser()
const skipped = noBrowser && ` (${noBrowser})`
const front = (page: Page) => page.frameLocator('iframe[title="Preview"]')
const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true })
const heading = (page: Page, name: string) => page.getByRole('heading', { name, exact: true })

test.skipIf(noBrowser !== '')(
  `[IN10] set up step by step, some of it skipped, left, gone on with and found again, the front page beside it${skipped}`,
  { timeout: 120_000 },
  async () => {
    const shell = await openShell()
    const page = await shell.window(browser())
    await button(page, 'Begin a desk').click()
    await page.getByLabel('Name of the newspaper').fill('The Quay Record')
    await button(page, 'Begin').click()
    await heading(page, 'Setting up the newspaper').waitFor()
    await front(page).getByText('The Quay Record').first().waitFor()
    await page.getByLabel('Name of the newspaper').fill('The Weir Record')
    await button(page, 'Save and go on').click()
    await heading(page, 'City and zone').waitFor()
    await front(page).getByText('The Weir Record').first().waitFor()
    // What is as it should be is gone on with as well as what was changed, and what can wait is skipped.
    await button(page, 'Save and go on').click()
    await heading(page, 'Categories').waitFor()
    await button(page, 'Skip').click()
    await heading(page, 'Note and policies').waitFor()
    await button(page, 'To the desk').click()

    await page.getByText('2 of 8 steps done').waitFor()
    await page.reload()
    await button(page, 'Go on').click()
    await heading(page, 'Note and policies').waitFor()
    await page.getByRole('navigation', { name: 'Steps' }).getByRole('link', { name: 'People and who may publish' }).click()
    await page.getByRole('heading', { name: 'Add somebody' }).waitFor()
    await button(page, 'Finish').click()
    await heading(page, 'Desk').waitFor()
    expect(await page.getByText('steps done').count()).toBe(0)
    await page.keyboard.press('Control+Shift+P')
    await page.keyboard.type('set up')
    await page.getByRole('option', { name: 'Set up the newspaper' }).waitFor()
    await page.keyboard.press('Enter')
    await heading(page, 'Setting up the newspaper').waitFor()
  },
)

test.skipIf(noBrowser !== '')(
  `[BK1] [BK3] a desk is brought back on the first screen with its code, and a wrong one is said${skipped}`,
  { timeout: 120_000 },
  async () => {
    const kept = await openTestDesk()
    const file = path.join(temporaryFolder(), 'desk.backup')
    const { recoveryCode } = must(await kept.workstation.admin.backup(file))
    const shell = await openShell()
    const page = await shell.window(browser())
    await button(page, 'Restore from a backup').click()
    await page.getByLabel('Backup file').setInputFiles(file)
    await page.getByLabel('Recovery code').fill('0000-0000')
    await button(page, 'Restore').click()
    await page.getByRole('alert').filter({ hasText: 'This is not a recovery code' }).waitFor()
    await page.getByLabel('Recovery code').fill(recoveryCode.toLowerCase())
    await button(page, 'Restore').click()
    await heading(page, 'Who is at the desk?').waitFor()
    await page.getByRole('button', { name: /^Founder/ }).click()
    await heading(page, 'Desk').waitFor()
    await page.getByText('The Test Record').first().waitFor()
  },
)
