/** Writing on while the approved version goes out, as its writer does it. */
import { expect, test } from 'vitest'
import { importText } from '../factories/people.ts'
import { approvedPiece, openTestDesk } from '../factories/workstation.ts'
import { more } from './looking.ts'
import { askPast, noBrowser, openShell, sharedBrowser, sitDown } from './shell.ts'

const browser = sharedBrowser()

test.skipIf(noBrowser !== '')(
  `[WF5] let go out as approved, a text opens at once, the preview keeps what goes out, and the next edition holds what was written${noBrowser && ` (${noBrowser})`}`,
  { timeout: 120_000 },
  async () => {
    const desk = await openTestDesk()
    await approvedPiece(desk, 'The bell of the ferry\n\nIt is heard all night.')
    await desk.close()
    const page = await (await openShell(desk.folder)).window(browser())
    await sitDown(page, 'Founder')
    await page.getByRole('button', { name: /The bell of the ferry/ }).click()
    const body = page.getByRole('textbox', { name: 'Body' })
    const details = page.getByRole('group', { name: 'Details' })
    await page.getByText('“Edit again” opens the text: the approval ends, or what is written waits for the next edition.').waitFor()
    expect(await body.getAttribute('contenteditable')).toBe('false')

    await more(page, 'Edit again')
    const sheet = page.getByRole('dialog')
    await sheet.getByLabel('What happens to what was approved').selectOption('Let it go out: my edits wait for the next edition')
    await sheet.getByRole('button', { name: 'Edit again' }).click()
    await page.getByText('Version 1 goes out as it is, and the preview shows it.').waitFor()
    await expect.poll(() => body.getAttribute('contenteditable')).toBe('true')
    await body.click()
    await page.keyboard.press('Control+End')
    await page.keyboard.type(' Nobody minds.')
    await page.getByText('1 edit not in version 1').waitFor()
    expect(await details.getByLabel('Category').isDisabled()).toBe(true)
    await page.waitForTimeout(1500)
    expect(await page.frameLocator('iframe[title=Preview]').locator('article').innerText()).not.toContain('Nobody minds')

    // Who wants it back after all finds one way only.
    await more(page, 'Edit again')
    await sheet.getByText('The approval ends, and the text is a draft again with what was written since.').waitFor()
    await page.keyboard.press('Escape')
    await page.getByRole('button', { name: 'Publish…' }).click()
    await sheet.getByText('1, as approved').waitFor()
    await sheet.getByRole('button', { name: 'Publish', exact: true }).click()
    await page.getByText('goes out as it is').waitFor()
    await body.click()
    await page.keyboard.press('Control+End')
    await page.keyboard.type(' Not even the dogs.')
    await page.getByText(/edits? not in version 1/).waitFor()
  },
)

test.skipIf(noBrowser !== '')(
  `[WF5] what was approved is not changed by undoing what was typed before${noBrowser && ` (${noBrowser})`}`,
  { timeout: 120_000 },
  async () => {
    const desk = await openTestDesk()
    const { writer } = desk.people
    const id = await importText((await desk.sit(writer)).call, 'The bell of the ferry\n\nIt is heard all night.')
    await desk.close()
    const shell = await openShell(desk.folder)
    const page = await shell.window(browser())
    await sitDown(page, 'Writer')
    await page.getByRole('button', { name: /The bell of the ferry/ }).click()
    const body = page.getByRole('textbox', { name: 'Body' })
    await body.click()
    await page.keyboard.press('Control+End')
    await page.keyboard.type(' Nobody minds.')
    await page.getByRole('button', { name: 'Submit for review' }).click()
    await page.getByText('Submitted for review.').waitFor()
    const other = await shell.window(browser())
    await sitDown(other, 'Editor')
    await askPast(other, 'workflow.act', { id, act: 'approve' })
    await expect.poll(() => body.getAttribute('contenteditable')).toBe('false')
    await body.click()
    await page.keyboard.press('Control+z')
    await page.keyboard.press('Control+Shift+P')
    await page.getByRole('dialog').getByRole('option', { name: /^Find/ }).first().waitFor()
    expect(
      await page
        .getByRole('dialog')
        .getByRole('option', { name: /^(Undo|Redo)/ })
        .count(),
    ).toBe(0)
    await page.keyboard.press('Escape')
    await page.waitForTimeout(1500)
    expect(await body.innerText()).toContain('Nobody minds.')
    expect(await page.getByText(/not in version/).count()).toBe(0)
  },
)
