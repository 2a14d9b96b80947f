/** Hands that press twice, and people at the desk with new names, in a real browser. */
import type { Locator, Page } from 'playwright'
import { expect, test } from 'vitest'
import { noBrowser, openShell, sharedBrowser } from './shell.ts'

const browser = sharedBrowser()
const skipped = noBrowser && ` (${noBrowser})`

const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true })

/** The second half of a double click, where the pointer was for the first one. */
async function pressAgain(page: Page, { x, y }: { readonly x: number; readonly y: number }): Promise<void> {
  await page.mouse.move(x, y)
  await page.mouse.down({ clickCount: 2 })
  await page.mouse.up({ clickCount: 2 })
}

async function middleOf(target: Locator): Promise<{ readonly x: number; readonly y: number }> {
  const box = await target.boundingBox()
  if (!box) throw new Error('it is not on screen')
  return { x: box.x + box.width / 2, y: box.y + box.height / 2 }
}

test.skipIf(noBrowser !== '')(
  `[IN21] a double click makes one article, and takes nothing back that its first half did${skipped}`,
  { timeout: 120_000 },
  async () => {
    const page = await (await openShell()).window(browser())
    await button(page, 'Begin a desk').click()
    await page.getByRole('radio', { name: /^Two of us/ }).check()
    await page.getByLabel('Name of the newspaper').fill('The Ferry Record')
    await button(page, 'Begin').click()
    await button(page, 'To the desk').click()
    await button(page, 'New article').first().dblclick()
    await page.getByRole('textbox', { name: 'Headline' }).click()
    await page.keyboard.type('The lamp at the pier')
    await page.keyboard.press('Enter')
    await page.keyboard.press('Enter')
    await page.keyboard.type('It is seen all night.')
    await page.getByLabel('Category').selectOption({ index: 1 })
    await page.getByRole('status').filter({ hasText: 'Saved on this computer' }).first().waitFor()
    await button(page, 'Submit for review').click()
    const recall = button(page, 'Recall')
    await recall.waitFor()
    await pressAgain(page, await middleOf(recall))
    await page.getByRole('navigation', { name: 'Screens' }).getByRole('link', { name: 'Desk' }).click()
    const rows = page.getByRole('main').locator('tr[data-article]')
    await rows.filter({ hasText: 'In review' }).waitFor()
    expect(await rows.count()).toBe(1)
  },
)

test.skipIf(noBrowser !== '')(
  `[IN21] a person is added once, with roles of their own, and called by another name${skipped}`,
  { timeout: 120_000 },
  async () => {
    const page = await (await openShell()).window(browser())
    await button(page, 'Begin a desk').click()
    await page.getByLabel('Name of the newspaper').fill('The Ferry Record')
    await button(page, 'Begin').click()
    await page.getByRole('navigation', { name: 'Screens' }).getByRole('link', { name: 'Settings' }).click()
    await page.getByRole('link', { name: 'People and roles' }).click()
    const added = page.getByRole('group', { name: 'Roles' })
    const name = page.getByRole('textbox', { name: 'Name' })
    await button(page, 'Add person').click()
    await page.getByText('A person needs a name. Nobody was added.').waitFor()
    await name.fill('Ed Marsh')
    await added.getByRole('checkbox', { name: 'Publisher' }).check()
    await button(page, 'Add person').dblclick()
    await page.getByText('Ed Marsh was added.').waitFor()
    expect(await page.getByRole('alert').filter({ hasText: 'already' }).count()).toBe(0)
    // What Ed may do is not meant for the next.
    expect(await added.getByRole('checkbox', { name: 'Publisher' }).isChecked()).toBe(false)
    await added.getByRole('checkbox', { name: 'Writer' }).uncheck()
    await name.fill('Ada Quill')
    await name.press('Enter')
    await page.getByText('A person needs at least one role. Nobody was added.').waitFor()

    const founder = page.getByRole('group', { name: 'The editor' })
    await founder.getByRole('button', { name: 'Rename…' }).click()
    const sheet = page.getByRole('dialog', { name: 'Rename: The editor' })
    await sheet.getByLabel('Name').fill('Ed Marsh')
    await page.keyboard.press('Enter')
    await sheet.getByText('There is somebody named Ed Marsh at this desk already.').waitFor()
    await sheet.getByLabel('Name').fill('Iris Hale')
    await page.keyboard.press('Enter')
    await page.getByText('The editor is now Iris Hale.').waitFor()
    await page.getByRole('button', { name: 'At the desk: Iris Hale' }).waitFor()
  },
)
