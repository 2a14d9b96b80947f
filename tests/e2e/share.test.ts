/** A draft that is its writer's alone, and the sheet that shows it to somebody, by keyboard in a real browser. */
import type { Page } from 'playwright'
import { expect, test } from 'vitest'
import { importText } from '../factories/people.ts'
import { openTestDesk } from '../factories/workstation.ts'
import { command, expectFocus, more, openArticle, pressAll, sitDownAs, tabTo } from './byKeyboard.ts'
import { noBrowser, openShell, sharedBrowser } from './shell.ts'

const browser = sharedBrowser()
const quarry = 'The quarry above the town'

test.skipIf(noBrowser !== '')(
  `[WF12] a draft is on its writer’s desk alone until it is shared, by name and by keyboard${noBrowser && ` (${noBrowser})`}`,
  { timeout: 120_000 },
  async () => {
    const desk = await openTestDesk()
    await importText((await desk.sit(desk.people.writer)).call, `${quarry}\n\nOf limestone and of lime.`)
    await desk.close()
    const shell = await openShell(desk.folder)
    const page = await shell.window(browser())
    await tabTo(page, /^Editor/)
    await page.keyboard.press('Enter')
    await expectHidden(page)

    await sitDownAs(page, 'Writer')
    await openArticle(page, quarry)
    await page.getByText('only you see it').waitFor()
    await more(page, 'Share with…')
    await expectFocus(page, 'Everybody at the desk')
    await tabTo(page, 'Share')
    await page.keyboard.press('Enter')
    await page.getByRole('dialog').getByText('Choose whom to share it with').waitFor()
    await tabTo(page, 'Editor')
    await page.keyboard.press('Space')
    await tabTo(page, 'Share')
    await page.keyboard.press('Enter')
    await page.getByText('only you and Editor see it').waitFor()

    await sitDownAs(page, 'Publisher')
    await expectHidden(page)
    await sitDownAs(page, 'Editor')
    await pressAll(page, ['Control+1'])
    await page.getByRole('button', { name: quarry }).waitFor()
    await openArticle(page, quarry)
    expect(await page.getByRole('textbox', { name: 'Body' }).innerText()).toContain('limestone')
  },
)

/** Not on the desk, not in Compose though it was open there, not in the search, not in the palette. */
async function expectHidden(page: Page): Promise<void> {
  await pressAll(page, ['Control+1'])
  await page.getByText('Nothing is written yet').waitFor()
  await pressAll(page, ['Control+2'])
  await page.getByText('Nothing is open').waitFor()
  await command(page, 'Record')
  await tabTo(page, 'Search everything')
  await page.keyboard.type('limestone')
  await page.getByText('Nothing holds these words.').waitFor()
  await pressAll(page, ['Control+Shift+P'])
  await page.keyboard.type('quarry')
  await page.getByText('Nothing fits.').waitFor()
  await pressAll(page, ['Escape'])
}
