/** Putting an error right in a real browser: the live page beside the new words, and the notes filled in from what changed. */
import type { Route } from 'playwright'
import { expect, test } from 'vitest'
import { importText, must } from '../factories/people.ts'
import { openTestDesk } from '../factories/workstation.ts'
import { noBrowser, openShell, sharedBrowser } from './shell.ts'

const browser = sharedBrowser()

/** A desk with one live article; closed again, so that the shell can open it. */
async function deskWithLiveArticle(): Promise<{ readonly folder: string; readonly id: string }> {
  const desk = await openTestDesk()
  const { writer, editor, publisher } = desk.people
  const call = async (person: string) => (await desk.sit(person)).call
  const id = await importText(await call(writer), 'The bridge of Holm\n\nIt was opened in 1921 by the harbour master. Nobody paid a toll.')
  must(await (await call(writer))('workflow.act', { id, act: 'submit' }))
  must(await (await call(editor))('workflow.act', { id, act: 'approve' }))
  must(await (await call(publisher))('workflow.act', { id, act: 'publish', now: true }))
  must(await (await call(publisher))('queue.work', {}))
  await desk.close()
  return { folder: desk.folder, id }
}

test.skipIf(noBrowser !== '')(
  `[SI8] a correction opens the live page beside the new words and fills its notes in from the changes${noBrowser && ` (${noBrowser})`}`,
  { timeout: 180_000 },
  async () => {
    const { folder, id } = await deskWithLiveArticle()
    const shell = await openShell(folder)
    const page = await shell.window(browser())
    await page.getByRole('button', { name: /Founder/ }).click()
    await page.getByRole('button', { name: 'The bridge of Holm' }).click()
    const bar = page.getByRole('main')

    await bar.getByRole('button', { name: 'More' }).click()
    await page.getByRole('menuitem', { name: 'New edition…' }).click()
    const sheet = page.getByRole('dialog')
    for (const kind of ['Update', 'Correction', 'Clarification', 'Editor’s note', 'Typographical'])
      expect(await sheet.getByRole('radio', { name: kind }).count(), kind).toBe(1)
    await sheet.getByRole('button', { name: 'Cancel' }).click()

    await bar.getByRole('button', { name: 'Start a correction' }).click()
    await bar.getByText('edition 2').waitFor()
    const preview = page.getByRole('region', { name: 'Preview' })
    const shown = preview.frameLocator('iframe')
    expect(await preview.getByRole('button', { name: 'Live' }).getAttribute('aria-pressed')).toBe('true')
    await shown.getByText('It was opened in 1921').waitFor()

    const body = page.getByRole('textbox', { name: 'Body' })
    await body.click()
    await page.keyboard.press('Control+A')
    await page.keyboard.type('It was opened in 1912 by the harbour master. Nobody paid a toll.')
    const part = page.getByRole('region', { name: 'Correction' })
    await part.getByRole('button', { name: 'Fill in from the changes' }).click()
    await expect.poll(() => part.getByLabel('We wrote').inputValue()).toBe('It was opened in 1921 by the harbour master.')
    expect(await part.getByLabel('It should say').inputValue()).toBe('It was opened in 1912 by the harbour master.')
    // Pressed straight from a field that is on its way, on a slow day: what is compared is the draft with that field.
    const slowly = (ms: number) => (route: Route) => void setTimeout(() => void route.continue(), ms)
    await page.route('**/call/articles.setField', slowly(400))
    await page.route('**/call/versions.read', slowly(800))
    await part.getByLabel('Note for readers').fill('The year was wrong.')
    await part.getByRole('button', { name: 'Fill in from the changes' }).click()
    await page.waitForResponse(
      async (answer) => answer.url().endsWith('/call/versions.read') && (await answer.text()).includes('The year was wrong.'),
    )
    expect(await part.getByText('is not on this computer').count()).toBe(0)
    await page.unrouteAll({ behavior: 'wait' })
    await part.getByLabel('Asked by').fill('A reader in Holm')
    await part.getByLabel('Change note').fill('The year of its opening was wrong.')
    await part.getByLabel('Asked by').click()
    await preview.getByRole('button', { name: 'New' }).click()
    await shown.getByText('We wrote: “It was opened in 1921 by the harbour master.”').waitFor()
    expect(await shown.getByText('A reader in Holm').count()).toBe(0)
    // What must not be repeated is described: the same page, without the words.
    await part.getByLabel('Do not repeat the error').check()
    await shown.getByText('The year was wrong. It should say').waitFor()
    expect(await shown.getByText('1921').count()).toBe(0)
    await part.getByLabel('Asked by').fill('A reader in Holm, by letter')
    await bar.getByRole('button', { name: 'Submit for review' }).click()
    await bar.getByText('In review').first().waitFor()
    expect(page.url()).toContain(id)
  },
)

test.skipIf(noBrowser !== '')(
  `[PS4] [IN1] the page that readers will find follows the notice as it is written, and nothing has gone out by it${noBrowser && ` (${noBrowser})`}`,
  { timeout: 120_000 },
  async () => {
    const { folder } = await deskWithLiveArticle()
    const page = await (await openShell(folder)).window(browser())
    await page.getByRole('button', { name: /^Publisher/ }).click()
    await page.getByRole('button', { name: 'The bridge of Holm' }).click()
    await page.getByRole('main').getByRole('button', { name: 'More' }).click()
    await page.getByRole('menuitem', { name: 'Take down…' }).click()
    const sheet = page.getByRole('dialog')
    const found = sheet.getByRole('region', { name: 'What readers will find' }).frameLocator('iframe')
    await found.getByRole('heading', { name: 'An article that was taken down' }).waitFor()
    // The way to the buttons does not lead through the links of the page.
    await page.keyboard.press('Tab')
    await page.keyboard.press('Tab')
    await page.keyboard.press('Tab')
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('Take down')
    await page.keyboard.press('Enter')
    await sheet.getByRole('alert').filter({ hasText: 'Write the notice' }).waitFor()
    await page.keyboard.type('Taken down by order of a court.')
    await found.getByText('Taken down by order of a court.').first().waitFor()
    expect(await found.getByText('It was opened in 1921').count()).toBe(0)
    await sheet.getByRole('button', { name: 'Cancel' }).click()
    await page.getByRole('main').getByText('live', { exact: true }).waitFor()
  },
)

test.skipIf(noBrowser !== '')(
  `[WF13] [QU13] what was taken down stands in the Queue of whoever may confirm it, and the sheet has the notice that readers find${noBrowser && ` (${noBrowser})`}`,
  { timeout: 120_000 },
  async () => {
    const notice = 'Taken down by order of a court.'
    const { folder } = await deskWithLiveArticle()
    const shell = await openShell(folder)
    const page = await shell.window(browser())
    await page.getByRole('button', { name: /^Publisher/ }).click()
    await page.getByRole('button', { name: 'The bridge of Holm' }).click()
    await page.getByRole('main').getByRole('button', { name: 'More' }).click()
    await page.getByRole('menuitem', { name: 'Take down…' }).click()
    await page.getByRole('dialog').getByLabel('Notice for readers').fill(notice)
    await page.getByRole('dialog').getByRole('button', { name: 'Take down' }).click()
    await page.getByRole('contentinfo').getByText('The notice is on its way to readers.').waitFor()
    // The notice has no change note beside it, and its page has no earlier edition.
    await page.getByRole('main').getByText('edition 2, taking down').waitFor()
    expect(await page.getByLabel('Change note').count()).toBe(0)

    const second = await shell.window(browser())
    await second
      .locator('main')
      .getByRole('button', { name: /records editor/i })
      .first()
      .click()
    await second.getByRole('link', { name: 'Queue' }).click()
    const waits = second.getByRole('region', { name: 'To be confirmed' })
    await waits.getByText(/^taken down, to be confirmed by/).waitFor()
    await waits.getByRole('link', { name: 'The bridge of Holm' }).click()
    await second.getByRole('button', { name: 'Confirm…' }).click()
    await second.getByRole('dialog').getByText(notice).waitFor()
    await second.getByRole('dialog').getByRole('button', { name: 'Confirm' }).click()
    await second.getByRole('link', { name: 'Queue' }).click()
    await second.getByRole('heading', { name: 'Publishing queue' }).waitFor()
    await expect.poll(() => waits.count()).toBe(0)
    await second.getByRole('link', { name: 'Record', exact: true }).click()
    await second.getByRole('link', { name: 'The bridge of Holm' }).click()
    await second.getByRole('region', { name: 'Edition 1' }).getByText('none any more: readers are not shown its words').waitFor()
  },
)
