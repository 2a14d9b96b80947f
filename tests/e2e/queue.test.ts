/** The Queue in a real browser when a release is late: the banner, the exact state, another time, publishing now. */
import { afterEach, expect, test } from 'vitest'
import { importText, must } from '../factories/people.ts'
import { openTestDesk } from '../factories/workstation.ts'
import { noBrowser, openShell, sharedBrowser, shortenUndo, sitDown } from './shell.ts'

const browser = sharedBrowser()

afterEach(() => {
  delete process.env['CHANCERY_CLOCK_OFFSET']
})

/** Folder of a desk whose pieces had their time three quarters of an hour ago. */
async function lateDesk(headlines: readonly string[]): Promise<string> {
  // The hub of this desk lives an hour ago, so that a time can be chosen that is past by now.
  process.env['CHANCERY_CLOCK_OFFSET'] = String(-3_600_000)
  const desk = await openTestDesk()
  const { writer, editor, publisher } = desk.people
  const call = async (person: string) => (await desk.sit(person)).call
  for (const headline of headlines) {
    const id = await importText(await call(writer), `${headline}\n\nIt is heard all night.`)
    must(await (await call(writer))('workflow.act', { id, act: 'submit' }))
    must(await (await call(editor))('workflow.act', { id, act: 'approve' }))
    const at = new Date(Date.now() - 45 * 60_000).toISOString()
    must(await (await call(publisher))('workflow.act', { id, act: 'schedule', at }))
  }
  await desk.close()
  delete process.env['CHANCERY_CLOCK_OFFSET']
  return desk.folder
}

test.skipIf(noBrowser !== '')(
  `[IN1] [QU8] [QU14] a release that is far too late is said on every screen and waits for “Publish now” or another time${noBrowser && ` (${noBrowser})`}`,
  { timeout: 120_000 },
  async () => {
    const shell = await openShell(await lateDesk(['The lamp at the pier', 'The bell of the ferry']))
    const page = await shell.window(browser())
    await page.getByRole('button', { name: 'Publisher Publisher' }).click()
    await page.getByRole('heading', { name: 'Desk' }).waitFor()
    await expect.poll(() => page.getByText(/^was due \d/).count()).toBe(2)
    await page.getByRole('alert').filter({ hasText: '2 editions are overdue' }).getByRole('link', { name: 'See in the Queue' }).click()
    const needs = page.getByRole('region', { name: 'Needs you' })
    const lamp = needs.getByRole('listitem').filter({ hasText: 'The lamp at the pier' })
    await lamp.getByText('publish it now, or choose another time').waitFor()
    await lamp.getByText('Exactly').click()
    await lamp.getByText(/^scheduled for \d{4}-/).waitFor()

    await lamp.getByRole('button', { name: 'Publish now' }).click()
    await page.getByRole('link', { name: 'View on site' }).waitFor()
    await page.getByRole('alert').filter({ hasText: 'One edition is overdue. It stands below with what holds it up.' }).waitFor()
    await expect.poll(() => page.evaluate(() => document.activeElement?.textContent)).toBe('Publishing queue')
    const bell = needs.getByRole('listitem').filter({ hasText: 'The bell of the ferry' })
    await bell.getByRole('button', { name: 'Choose another time…' }).click()
    const year = new Date().getUTCFullYear() + 1
    await page.getByRole('dialog').getByLabel('Date and time').fill(`${year}-06-01T06:00`)
    await page.getByRole('dialog').getByText('06:00, London (05:00 UTC)').waitFor()
    await page.getByRole('dialog').getByRole('button', { name: 'Change time' }).click()
    const later = page.getByRole('region', { name: new RegExp(`1 June ${year}`) })
    await later.getByText('The bell of the ferry').waitFor()
    await expect.poll(() => page.evaluate(() => document.activeElement?.textContent)).toBe('Publishing queue')
    expect(await page.getByRole('region', { name: 'Needs you' }).count()).toBe(0)
    expect(await page.getByRole('alert').count()).toBe(0)
  },
)

test.skipIf(noBrowser !== '')(
  `[IN22] [QU8] what is overdue is said below a screen when the hand has let go of what it pressed${noBrowser && ` (${noBrowser})`}`,
  { timeout: 120_000 },
  async () => {
    const page = await (await openShell(await lateDesk(['The lamp at the pier']))).window(browser())
    const { promise: released, resolve: release } = Promise.withResolvers<void>()
    await page.route('**/call/queue.overdue', async (route) => {
      await released
      await route.continue()
    })
    await page.getByRole('button', { name: 'Publisher Publisher' }).click()
    const row = page.getByRole('button', { name: 'The lamp at the pier' })
    await row.waitFor()
    const place = await row.boundingBox()
    if (!place) throw new Error('the row is not on the screen')
    await page.mouse.move(place.x + 20, place.y + place.height / 2)
    await page.mouse.down()
    const answered = page.waitForResponse('**/call/queue.overdue')
    release()
    await answered
    await page.waitForTimeout(700)
    expect(await row.boundingBox()).toEqual(place)
    expect(await page.getByRole('alert').count()).toBe(0)
    await page.mouse.up()
    await page.waitForURL('**/compose/*')
    await page.getByRole('alert').filter({ hasText: 'One edition is overdue' }).waitFor()
  },
)

test.skipIf(noBrowser !== '')(
  `[IN22] [QU8] the text stays where it is while somebody writes and something becomes overdue${noBrowser && ` (${noBrowser})`}`,
  { timeout: 120_000 },
  async () => {
    const page = await (await openShell(await lateDesk(['The lamp at the pier']))).window(browser())
    const { promise: released, resolve: release } = Promise.withResolvers<void>()
    await page.route('**/call/queue.overdue', async (route) => {
      await released
      await route.continue()
    })
    await page.getByRole('button', { name: 'Writer Writer' }).click()
    await page.getByRole('button', { name: 'New article' }).first().click()
    const body = page.getByRole('textbox', { name: 'Body' })
    await body.click()
    await page.keyboard.type('It is lit ')
    const place = await body.boundingBox()
    release()
    await page.getByRole('alert').filter({ hasText: 'One edition is overdue' }).waitFor()
    await page.keyboard.type('at dusk.')
    expect(await body.innerText()).toBe('It is lit at dusk.')
    expect((await body.boundingBox())?.y).toBe(place?.y)
  },
)

test.skipIf(noBrowser !== '')(
  `[QU13] an empty Queue names the seconds that this desk leaves to undo, also when they are changed${noBrowser && ` (${noBrowser})`}`,
  { timeout: 120_000 },
  async () => {
    const desk = await openTestDesk()
    await desk.close()
    const page = await (await openShell(desk.folder)).window(browser())
    await sitDown(page, 'Publisher')
    await page.keyboard.press('Control+4')
    await page.getByText('goes out with “Publish…”, 60 seconds later, or at a time you choose').waitFor()
    await shortenUndo(page, 5)
    await page.getByText('“Publish…”, 5 seconds later, or').waitFor()
    await shortenUndo(page, 0)
    await page.getByText('“Publish…”, at once, or').waitFor()
  },
)
