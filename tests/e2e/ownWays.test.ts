/** What each person has their own way on this computer: keys, letters, light and dark, and what happened while they were away. */
import { expect, test } from 'vitest'
import { importText } from '../factories/people.ts'
import { openTestDesk } from '../factories/workstation.ts'
import { noBrowser, openShell, sharedBrowser } from './shell.ts'

const browser = sharedBrowser()
const skipped = noBrowser && ` (${noBrowser})`

test.skipIf(noBrowser !== '')(
  `[IN8] [IN13] keys are changed, taken away and given back; letters are turned off; light and dark are chosen, and all of it is kept${skipped}`,
  { timeout: 120_000 },
  async () => {
    const desk = await openTestDesk()
    await desk.close()
    const shell = await openShell(desk.folder)
    const page = await shell.window(browser())
    await page.getByRole('button', { name: /^Founder/ }).click()
    await page.getByRole('heading', { name: 'Desk', exact: true }).waitFor()
    await page.getByRole('navigation', { name: 'Screens' }).getByRole('link', { name: 'Settings' }).click()
    await page.getByRole('link', { name: 'Keys', exact: true }).click()
    const sheet = page.getByRole('dialog')
    await page.getByRole('button', { name: 'Change the keys of Strong' }).click()
    await page.keyboard.press('Control+I')
    await sheet.getByRole('alert').filter({ hasText: 'belongs to “Emphasis”' }).waitFor()
    await page.keyboard.press('x')
    await sheet.getByRole('alert').filter({ hasText: 'Hold Ctrl' }).waitFor()
    for (const keys of ['Control+C', 'Control+V', 'Control+Shift+V', 'Control+ArrowLeft']) {
      await page.keyboard.press(keys)
      await sheet.getByRole('alert').filter({ hasText: 'is needed for writing' }).waitFor()
      await page.keyboard.press('x')
      await sheet.getByRole('alert').filter({ hasText: 'Hold Ctrl' }).waitFor()
    }
    await page.keyboard.press('Control+Shift+L')
    await sheet.waitFor({ state: 'detached' })
    await page
      .getByRole('row', { name: /^Strong/ })
      .getByText('Ctrl Shift L')
      .waitFor()
    await page.getByRole('button', { name: 'Change the keys of Emphasis' }).click()
    await sheet.getByRole('button', { name: 'No keys' }).click()
    await page
      .getByRole('row', { name: /^Emphasis/ })
      .getByText('none')
      .waitFor()
    await page.getByLabel(/^Single letters in lists/).uncheck()
    await page.getByRole('link', { name: 'Appearance' }).click()
    const paper = () => page.evaluate(() => getComputedStyle(document.body).color)
    const light = await paper()
    await page.getByLabel('Dark').check()
    await expect.poll(paper).not.toBe(light)

    await page.reload()
    await page.getByLabel('Dark').waitFor()
    expect(await page.getByLabel('Dark').isChecked()).toBe(true)
    expect(await paper()).not.toBe(light)
    await page.getByRole('navigation', { name: 'Screens' }).getByRole('link', { name: 'Desk' }).click()
    await page.getByRole('heading', { name: 'Desk', exact: true }).focus()
    await page.keyboard.press('n')
    await page.getByRole('button', { name: 'New article' }).first().click()
    const body = page.getByRole('textbox', { name: 'Body' })
    await body.click()
    await page.keyboard.press('Control+Shift+L')
    await page.keyboard.type('bold')
    await expect.poll(() => body.locator('strong').innerText()).toBe('bold')
    await page.keyboard.press('Control+Shift+L')
    await page.keyboard.press('Control+I')
    await page.keyboard.type(' plain')
    await expect.poll(() => body.innerText()).toBe('bold plain')
    expect(await body.locator('em').count()).toBe(0)
    // One article: the letter N made none while letters are off.
    await page.getByRole('navigation', { name: 'Screens' }).getByRole('link', { name: 'Desk' }).click()
    await page.getByRole('button', { name: /^All ?1$/ }).waitFor()
    await page.goto(new URL('/settings/keys', shell.address).href)
    await page.getByRole('button', { name: 'As before: Strong' }).click()
    await page
      .getByRole('row', { name: /^Strong/ })
      .getByText('Ctrl B')
      .waitFor()
    // The focus stays in the row, and no two commands come to be on the same keys.
    await expect.poll(() => page.evaluate(() => document.activeElement?.getAttribute('aria-label'))).toBe('Change the keys of Strong')
    await page.keyboard.press('Enter')
    await page.keyboard.press('Control+I')
    await sheet.waitFor({ state: 'detached' })
    await page.getByRole('button', { name: 'As before: Emphasis' }).click()
    await page.getByText('Ctrl I belongs to “Strong” now. Take it away there first; “Emphasis” keeps what it has.').first().waitFor()
    await page
      .getByRole('row', { name: /^Emphasis/ })
      .getByText('none')
      .waitFor()
    await page.getByRole('button', { name: 'As before: Strong' }).click()
    await page.getByRole('button', { name: 'As before: Emphasis' }).click()
    await page
      .getByRole('row', { name: /^Emphasis/ })
      .getByText('Ctrl I')
      .waitFor()
  },
)

test.skipIf(noBrowser !== '')(
  `[IN1] [IN14] [IN15] one sentence tells what others did while one was away; the headline is shown where readers meet it${skipped}`,
  { timeout: 120_000 },
  async () => {
    const desk = await openTestDesk()
    const writer = await desk.sit(desk.people.writer)
    const id = await importText(writer.call, 'The bells\n\nThe bells rang at five.')
    await desk.close()
    const shell = await openShell(desk.folder)
    const page = await shell.window(browser())
    await page.getByRole('button', { name: /^Writer/ }).click()
    await page.getByRole('button', { name: 'The bells' }).click()
    const note = page.getByLabel('Note to the editor')
    await note.fill('Which bells, the clerk knows.')
    await page.getByRole('button', { name: 'Submit for review' }).click()
    await page.locator('main').getByText('In review').first().waitFor()
    // What was sent is not shown as if it were still to go.
    await expect.poll(() => note.inputValue()).toBe('')
    expect(await page.getByText('Since you left').count()).toBe(0)
    await page.getByRole('button', { name: 'Headline', exact: true }).click()
    const places = page.getByRole('group', { name: 'The headline in its places' })
    await places.getByRole('heading', { name: 'In the feeds' }).waitFor()
    await page.getByRole('textbox', { name: 'Headline' }).click()
    await page.keyboard.press('End')
    await page.keyboard.type(' of the quay')
    await expect.poll(() => places.innerText()).toContain('21 characters')
    await page.getByRole('button', { name: 'Phone' }).click()
    expect(await places.count()).toBe(0)
    await page.getByRole('navigation', { name: 'Screens' }).getByRole('link', { name: 'Desk' }).click()

    const other = await shell.window(browser())
    await other.getByRole('button', { name: /^Editor/ }).click()
    await other.goto(new URL(`/review/${id}`, shell.address).href)
    await other.getByText('Which bells, the clerk knows.').first().waitFor()
    await other.getByRole('button', { name: 'Request changes' }).click()
    await other.getByRole('dialog').getByRole('button', { name: 'Request changes' }).click()
    await other.getByRole('dialog').getByRole('alert').filter({ hasText: 'Give a reason' }).waitFor()
    // The cursor is where the reason is written.
    await other.keyboard.type('Which bells?')
    await other.getByRole('dialog').getByRole('button', { name: 'Request changes' }).click()
    await other.locator('main').getByText('Changes requested').first().waitFor()

    await page.getByRole('button', { name: /^The bells/ }).click()
    await page.getByText(/^Since you left: changes requested by Editor/).waitFor()
    await page.getByRole('button', { name: 'Close' }).click()
    await page.getByRole('navigation', { name: 'Screens' }).getByRole('link', { name: 'Desk' }).click()
    await page.getByRole('button', { name: /^The bells/ }).click()
    await page.getByRole('region', { name: 'Preview' }).waitFor()
    expect(await page.getByText('Since you left').count()).toBe(0)

    // Coming back to the desk: what moved on while nobody sat here.
    await page.goto('about:blank')
    await other.getByRole('navigation', { name: 'Screens' }).getByRole('link', { name: 'Desk' }).click()
    await other.getByRole('button', { name: 'New article' }).first().click()
    await other.getByRole('textbox', { name: 'Headline' }).click()
    await other.keyboard.type('Barges')
    await other.getByRole('button', { name: 'More' }).click()
    await other.getByRole('menuitem', { name: 'Share with…' }).click()
    await other.getByRole('dialog').getByLabel('Everybody at the desk').check()
    await other.getByRole('dialog').getByRole('button', { name: 'Share' }).click()
    await other.getByText('only you see it').waitFor({ state: 'detached' })
    await other.getByRole('status').filter({ hasText: 'At the desk' }).first().waitFor()
    await page.goto(new URL('/desk', shell.address).href)
    await page.getByText(/^Since you left, .*: 1 piece moved on\.$/).waitFor()
    await page.getByRole('button', { name: 'Close' }).click()
    expect(await page.getByText('Since you left').count()).toBe(0)
  },
)
