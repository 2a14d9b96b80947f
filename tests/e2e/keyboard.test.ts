/** A day at the desk by keyboard alone, from the first screen to the published page: nothing is clicked. */
import { expect, test } from 'vitest'
import { command, expectFocus, expectOnScreen, focused, leaveText, paneWith, pressAll, sitDownAs, tabTo } from './byKeyboard.ts'
import { noBrowser, openShell, sharedBrowser, shortenUndo } from './shell.ts'

const browser = sharedBrowser()
const headline = 'The lamps on the quay are lit an hour later'

test.skipIf(noBrowser !== '')(
  `[IN1] begun, written, sent back, resubmitted, approved, published, undone, published again, by keyboard${noBrowser && ` (${noBrowser})`}`,
  { timeout: 240_000 },
  async () => {
    const shell = await openShell()
    const page = await shell.window(browser())
    const press = (...keys: readonly string[]) => pressAll(page, keys)

    // First run: the three ways by their names, then the form.
    for (const name of ['Begin a desk', 'Join a desk', 'Look round a sample desk']) await page.getByRole('button', { name }).waitFor()
    await tabTo(page, 'Begin a desk')
    await press('Enter')
    await expectFocus(page, 'Name of the newspaper')
    await press('Control+A')
    await page.keyboard.type('The Quay Record')
    await press('Tab')
    await page.keyboard.type('Ada Quill')
    await press('Enter')

    // The newspaper can be set up now or later; a person is added, then the first article begun with one letter.
    await page.getByRole('heading', { name: 'Setting up the newspaper' }).waitFor()
    await expectOnScreen(page)
    await command(page, 'Settings')
    await page.getByRole('heading', { name: 'Settings' }).waitFor()
    await tabTo(page, 'People and roles')
    await press('Enter')
    await page.getByRole('heading', { name: 'Add somebody' }).waitFor()
    await tabTo(page, 'Name')
    await page.keyboard.type('Bram Vane')
    for (const [role, times] of [
      ['Writer', 1],
      ['Editor', 1],
      ['Publisher', 2],
    ] as const) {
      for (let step = 0; step < times; step++) await press('Tab')
      await expectFocus(page, role)
      await press('Space')
    }
    await press('Enter')
    await page.getByRole('group', { name: 'Bram Vane' }).waitFor()
    await shortenUndo(page, 50)
    await press('Control+1')
    await expect.poll(() => focused(page)).toBe('Desk')
    await press('n')

    // Written: Enter goes from box to box, the line at the foot says when it is saved.
    await expectFocus(page, 'Headline')
    await page.keyboard.type(headline)
    await press('Enter')
    await expectFocus(page, 'Standfirst')
    await page.keyboard.type('The harbour office changed its hours on Monday.')
    await press('Enter')
    await expectFocus(page, 'Body')
    await page.keyboard.type('The lamps were lit at five until Sunday.')
    await press('Enter')
    await page.keyboard.type('## What changes')
    await press('Enter')
    await page.keyboard.type('They are lit at six from now on, ')
    await press('Control+B')
    await page.keyboard.type('every evening')
    await press('Control+B')
    await page.keyboard.type('.')
    await page
      .getByRole('status')
      .filter({ hasText: /Saved on this computer \d\d:\d\d:\d\d/ })
      .first()
      .waitFor()
    expect(await page.getByRole('textbox', { name: 'Body' }).locator('strong').innerText()).toBe('every evening')

    // Submitted: what is missing takes the focus, leads to its field, and Esc comes back to the text.
    await leaveText(page)
    await paneWith(page, 'Submit for review')
    await press('Enter')
    await page.getByText('No category is chosen.').first().waitFor()
    await tabTo(page, 'No category is chosen.')
    await press('Enter')
    await expectFocus(page, 'Category')
    await page.keyboard.type('Archives')
    await press('Escape')
    await expectFocus(page, 'Body')
    await expect.poll(() => page.getByRole('status').first().innerText()).toMatch(/Saved/)
    await paneWith(page, 'Submit for review')
    await press('Enter')
    await page.locator('main').getByText('In review').first().waitFor()
    await expectOnScreen(page)

    // The other sits down, reads it, and asks for changes.
    await command(page, 'Leave the desk')
    await page.getByRole('heading', { name: 'Who is at the desk?' }).waitFor()
    await tabTo(page, /^Bram Vane/)
    await press('Enter')
    await page.getByRole('button', { name: 'At the desk: Bram Vane' }).waitFor()
    await command(page, 'Review')
    await tabTo(page, headline)
    await press('Enter')
    await page.getByRole('region', { name: 'Submitted version' }).getByText('They are lit at six').waitFor()
    await tabTo(page, 'Request changes')
    await press('Enter')
    await expectFocus(page, 'Reason')
    await press('Escape')
    await expectFocus(page, 'Request changes')
    await press('Enter')
    await page.keyboard.type('Say who decided it.')
    await tabTo(page, 'Request changes')
    await press('Enter')
    await page.locator('main').getByText('Changes requested').first().waitFor()
    await expectOnScreen(page)

    // The writer comes back to the same words, mends them and submits again.
    await sitDownAs(page, 'Ada Quill')
    await press('Control+1')
    await expect.poll(() => focused(page)).toBe('Desk')
    await page.getByRole('button', { name: headline }).waitFor()
    await press('j')
    await expectFocus(page, headline)
    await press('Enter')
    await expectFocus(page, 'Body')
    await press('Control+End')
    await page.keyboard.type(' The harbour master decided it.')
    await press('Control+Z')
    await expect.poll(() => page.getByRole('textbox', { name: 'Body' }).innerText()).not.toContain('decided')
    await press('Control+Y')
    await expect.poll(() => page.getByRole('textbox', { name: 'Body' }).innerText()).toContain('The harbour master decided it.')
    await paneWith(page, 'Submit for review')
    await press('Enter')
    await page.locator('main').getByText('In review').first().waitFor()

    // Approved and published, undone, published again.
    await sitDownAs(page, 'Bram Vane')
    await press('Control+3')
    await tabTo(page, headline)
    await press('Enter')
    await page.locator('ins').filter({ hasText: 'harbour master' }).waitFor()
    await tabTo(page, 'Approve')
    await press('Enter')
    await page.locator('main').getByText('Approved').first().waitFor()
    await tabTo(page, 'Publish…')
    await press('Enter')
    await expectFocus(page, 'Publish')
    await press('Escape')
    await expectFocus(page, 'Publish…')
    await press('Enter', 'Enter')
    await page.getByText('Goes out in').first().waitFor()
    await expectOnScreen(page)
    await tabTo(page, 'Undo')
    await press('Enter')
    await page.locator('main').getByText('Approved').first().waitFor()
    await expectOnScreen(page)
    // Nothing is undone any more: the second time need not be waited for.
    await shortenUndo(page, 3)
    await tabTo(page, 'Publish…')
    await press('Enter', 'Enter')
    await page
      .getByText(/Goes out in|Going out now|Published/)
      .first()
      .waitFor()
    await press('Control+4')
    await page.getByRole('link', { name: 'View on site' }).waitFor({ timeout: 100_000 })
    await tabTo(page, 'View on site')
    const opened = page.context().waitForEvent('page')
    await press('Enter')
    const site = await opened
    await site.getByRole('heading', { name: headline }).waitFor()
  },
)
