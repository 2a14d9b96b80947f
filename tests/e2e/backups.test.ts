/** A backup by keyboard in a real browser: made, its code typed back, and brought back from the first screen of another desk. */
import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { temporaryFolder } from '../harness/folder.ts'
import { noBrowser, openShell, sharedBrowser } from './shell.ts'

const browser = sharedBrowser()

test.skipIf(noBrowser !== '')(
  `[BK7] a backup is made by keyboard, its code asked for again, and brought back on another first screen${noBrowser && ` (${noBrowser})`}`,
  { timeout: 120_000 },
  async () => {
    const folder = temporaryFolder()
    const page = await (await openShell()).window(browser())
    await page.getByRole('button', { name: 'Begin a desk' }).click()
    await page.getByLabel('Name of the newspaper').fill('The Tide Table')
    await page.getByRole('button', { name: 'Begin', exact: true }).click()
    await page.getByRole('navigation').getByRole('link', { name: 'Settings' }).click()
    await page.getByRole('link', { name: 'Backups' }).click()
    await page.getByLabel('Folder').focus()
    await page.keyboard.type(folder)
    await page.keyboard.press('Enter')
    const sheet = page.getByRole('dialog', { name: 'Write down the recovery code' })
    await sheet.waitFor()
    const groups = await sheet.getByRole('list', { name: 'Recovery code' }).getByRole('listitem').allInnerTexts()
    expect(groups).toHaveLength(8)

    // The focus stands in the first of the two.
    await page.keyboard.type('7777')
    await page.keyboard.press('Enter')
    await sheet.getByText('Look at the paper again').first().waitFor()
    await page.keyboard.press('Escape')
    await sheet.getByRole('alert').filter({ hasText: 'not shown again' }).waitFor()
    for (const field of await sheet.getByRole('textbox').all()) {
      const label = await field.evaluate((input: HTMLInputElement) => input.labels?.[0]?.textContent ?? '')
      await field.fill(` ${(groups[Number(label.replace('Group ', '')) - 1] ?? '').toLowerCase()}`)
    }
    await page.keyboard.press('Enter')
    await sheet.waitFor({ state: 'detached' })
    await page.getByText('The backup is made.').waitFor()
    const [file = '', ...others] = readdirSync(folder)
    expect(others).toEqual([])
    await page.getByRole('table', { name: 'In this folder' }).getByText(file).waitFor()

    const other = await (await openShell()).window(browser())
    await other.getByRole('button', { name: 'Restore from a backup' }).click()
    await other.getByLabel('Backup file').setInputFiles(join(folder, file))
    await other.getByLabel('Recovery code').fill(groups.join('-'))
    await other.getByRole('button', { name: 'Restore', exact: true }).click()
    await other.getByRole('navigation', { name: 'Screens' }).waitFor()
    await other.getByText('The Tide Table').first().waitFor()
  },
)

test.skipIf(noBrowser !== '')(
  `[BK7] a backup whose code was not written down is removed from its sheet${noBrowser && ` (${noBrowser})`}`,
  { timeout: 120_000 },
  async () => {
    const folder = temporaryFolder()
    const page = await (await openShell()).window(browser())
    await page.getByRole('button', { name: 'Begin a desk' }).click()
    await page.getByLabel('Name of the newspaper').fill('The Ferry Record')
    await page.getByRole('button', { name: 'Begin', exact: true }).click()
    await page.getByRole('navigation').getByRole('link', { name: 'Settings' }).click()
    await page.getByRole('link', { name: 'Backups' }).click()
    await page.getByLabel('Folder').fill(folder)
    await page.getByRole('button', { name: 'Make a backup' }).click()
    await page.getByRole('dialog').getByRole('button', { name: 'Remove the backup' }).click()
    await page.getByText('No backup lies in this folder yet.').waitFor()
    expect(readdirSync(folder)).toEqual([])
  },
)
