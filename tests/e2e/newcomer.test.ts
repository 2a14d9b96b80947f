/** What somebody meets who follows the guide for the first time: each step has its answer where they look for it. */
import type { Locator, Page } from 'playwright'
import { expect, test } from 'vitest'
import { importText, must } from '../factories/people.ts'
import { openTestDesk } from '../factories/workstation.ts'
import { noBrowser, openShell, sharedBrowser } from './shell.ts'

const browser = sharedBrowser()
const skipped = noBrowser && ` (${noBrowser})`
const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true })
const heading = (page: Page, name: string) => page.getByRole('heading', { name, exact: true })
const screen = (page: Page, name: string) => page.getByRole('navigation', { name: 'Screens' }).getByRole('link', { name, exact: true })
const said = (page: Page) => page.locator('footer p[aria-live="polite"]').last()

/** The editor reads where the cursor is some 20 ms after the browser put it there; only a test presses the next key sooner. */
async function toTheEndOf(page: Page, words: Locator): Promise<void> {
  await words.click()
  await page.keyboard.press('End')
  await page.waitForTimeout(100)
}

async function sitDown(page: Page, name: string): Promise<void> {
  await heading(page, 'Who is at the desk?').waitFor()
  await page
    .locator('main')
    .getByRole('button', { name: new RegExp(`^${name}`) })
    .click()
  await heading(page, 'Desk').waitFor()
}

test.skipIf(noBrowser !== '')(
  `[IN10] a newspaper is named by whoever begins it, its page follows what is typed, and one button stands out at each step${skipped}`,
  { timeout: 120_000 },
  async () => {
    const page = await (await openShell()).window(browser())
    const front = page.frameLocator('iframe[title="Preview"]')
    await button(page, 'Begin a desk').click()
    expect(await page.getByLabel('Name of the newspaper').inputValue()).toBe('')
    const widths = await page.getByRole('radio').evaluateAll((all) => all.map((one) => one.getBoundingClientRect().width))
    expect(new Set(widths).size).toBe(1)
    await button(page, 'Begin').click()
    await page.getByText('The newspaper needs a name.').waitFor()
    await page.getByLabel('Name of the newspaper').fill('The Quay Record')
    await page.getByRole('radio', { name: /^A desk/ }).check()
    await page.getByText('You begin with every role but those of writer and checker').waitFor()
    await button(page, 'Begin').click()
    await heading(page, 'Setting up the newspaper').waitFor()
    expect(await page.getByLabel('House credit').inputValue()).toBe('Quay Record Staff Writers')
    // Made from the name until another is chosen.
    const credit = page.getByLabel('House credit')
    await page.getByLabel('Name of the newspaper').fill('The Quay Gazette')
    expect(await credit.inputValue()).toBe('Quay Gazette Staff Writers')
    await credit.fill('From our desk')
    await page.getByLabel('Name of the newspaper').fill('The Quay Record')
    expect(await credit.inputValue()).toBe('From our desk')
    await page.getByLabel('Motto').fill('As it was said')
    await front.getByText('As it was said').first().waitFor()
    // Nothing of it is saved: what cannot be saved leaves the page as it was last.
    await page.getByLabel('Name of the newspaper').fill('')
    await button(page, 'Skip').click()
    await front.getByText('A journal of record').first().waitFor()

    const steps = page.getByRole('navigation', { name: 'Steps' })
    await steps.getByRole('link', { name: 'Where to publish' }).click()
    await button(page, 'Take out Site folder').click()
    await page.getByRole('status').filter({ hasText: '“Site folder” is written no more once this is saved' }).waitFor()
    await steps.getByRole('link', { name: 'People and who may publish' }).click()
    await page.getByText('What each role may do').click()
    await page.getByText('completes the gate of facts').waitFor()
    const strong = await page.locator('main button').evaluateAll((all) => {
      const accent = getComputedStyle(document.querySelector('button[type="submit"]') ?? document.body).backgroundColor
      const finish = all.find((one) => one.textContent === 'Finish')
      return { finish: finish ? getComputedStyle(finish).backgroundColor : '', add: accent }
    })
    expect(strong.add).not.toBe(strong.finish)
  },
)

test.skipIf(noBrowser !== '')(
  `[WF14] [IN8] [DK3] letters act on a screen that was just opened, what was only begun leaves no row, sentences end with their screen, who left is off the lists${skipped}`,
  { timeout: 120_000 },
  async () => {
    const desk = await openTestDesk()
    await desk.close()
    const page = await (await openShell(desk.folder)).window(browser())
    await sitDown(page, 'Founder')
    await screen(page, 'Settings').click()
    await heading(page, 'Settings').waitFor()
    await screen(page, 'Desk').click()
    await expect.poll(() => page.evaluate(() => document.activeElement?.textContent)).toBe('Desk')
    await page.keyboard.press('n')
    await page.getByRole('textbox', { name: 'Headline' }).waitFor()
    await screen(page, 'Desk').click()
    await page.getByText('Nothing is written yet').waitFor()

    await screen(page, 'Settings').click()
    await page.getByRole('link', { name: 'People and roles' }).click()
    const editor = page.getByRole('group', { name: 'Editor', exact: true })
    await editor.getByLabel('Editor', { exact: true }).click()
    await page.getByRole('alert').filter({ hasText: 'needs one role at least' }).waitFor()
    await editor.getByRole('button', { name: 'Has left…' }).click()
    await page.getByRole('dialog').getByRole('button', { name: 'Has left' }).click()
    await expect.poll(() => said(page).innerText()).toContain('Editor has left the desk.')
    await page.getByRole('region', { name: 'Has left' }).getByText('Editor').waitFor()
    expect(await editor.count()).toBe(0)
    await page.getByRole('button', { name: /^At the desk:/ }).click()
    await page.getByRole('menuitemradio', { name: 'Writer' }).waitFor()
    expect(await page.getByRole('menuitemradio', { name: 'Editor' }).count()).toBe(0)
    await page.keyboard.press('Escape')
    await button(page, 'Is back: Editor').click()
    await editor.waitFor()
    await expect.poll(() => said(page).innerText()).toContain('is at the desk again')
    await screen(page, 'Desk').click()
    await expect.poll(() => said(page).innerText()).toBe('')
  },
)

test.skipIf(noBrowser !== '')(
  `[IN1] [SI8] [RV2] F6 begins with what is done to an opened piece; a correction is written first, seen before it is approved, and what waits next is said${skipped}`,
  { timeout: 120_000 },
  async () => {
    const desk = await openTestDesk()
    const { writer, editor, publisher } = desk.people
    const call = async (person: string) => (await desk.sit(person)).call
    const id = await importText(
      await call(writer),
      '# The bridge of Holm\n\nIt was opened in 1921.\n\n- One arch.\n- Two arches.',
      'archives',
      'bridge.md',
    )
    must(await (await call(writer))('workflow.act', { id, act: 'submit' }))
    must(await (await call(editor))('workflow.act', { id, act: 'approve' }))
    must(await (await call(publisher))('workflow.act', { id, act: 'publish', now: true }))
    must(await (await call(publisher))('queue.work', {}))
    const other = await importText(await call(writer), 'The lamp at the pier\n\nIt is seen all night.')
    must(await (await call(writer))('workflow.act', { id: other, act: 'submit' }))
    must(await (await call(editor))('workflow.act', { id: other, act: 'approve' }))
    await desk.close()
    const shell = await openShell(desk.folder)
    const page = await shell.window(browser())
    await sitDown(page, 'Editor')
    await page.keyboard.press('Control+O')
    await page.keyboard.type('Holm')
    await page.getByRole('option', { name: /Holm/ }).waitFor()
    await page.keyboard.press('Enter')
    await expect.poll(() => page.evaluate(() => document.activeElement?.textContent)).toBe('The bridge of Holm')
    await page.keyboard.press('F6')
    await expect.poll(() => page.evaluate(() => document.activeElement?.textContent)).toBe('Start a correction')
    await page.keyboard.press('Enter')
    await page.getByText('edition 2, correction').waitFor()
    // Its part stands first beside the text, in sight without scrolling.
    const part = page.getByRole('region', { name: 'Correction' })
    expect(await part.getByRole('heading').evaluate((one) => one.getBoundingClientRect().top)).toBeLessThan(300)
    const body = page.getByRole('textbox', { name: 'Body' })
    await toTheEndOf(page, body.getByText('It was opened in 1921.'))
    await page.keyboard.press('Backspace')
    await page.keyboard.type('. Nobody paid a toll.')
    await button(page, 'Fill in from the changes').click()
    await expect.poll(() => part.getByLabel('It should say').count()).toBe(1)
    for (let n = 0; n < ' Nobody paid a toll.'.length; n++) await page.keyboard.press('Backspace')
    await toTheEndOf(page, body.getByText('It was opened in 1921.'))
    for (let n = 0; n < ' Nobody paid a toll.'.length; n++) await page.keyboard.press('Backspace')
    await page.keyboard.press('Backspace')
    await page.keyboard.press('Backspace')
    await page.keyboard.type('2.')
    await button(page, 'Fill in from the changes').click()
    await expect.poll(() => said(page).innerText()).toContain('1 entry was taken out')
    await expect.poll(() => part.getByLabel('We wrote').inputValue()).toBe('It was opened in 1921.')
    expect(await part.getByLabel('It should say').inputValue()).toBe('It was opened in 1922.')
    await part.getByLabel('Change note').fill('The year was wrong.')
    await part.getByLabel('Asked by').click()
    await button(page, 'Submit for review').click()
    await page.locator('main').getByText('In review').first().waitFor()

    const second = await shell.window(browser())
    await sitDown(second, 'Publisher')
    await screen(second, 'Queue').click()
    const ready = second.getByRole('region', { name: 'Approved, no time is set' })
    await ready.getByRole('link', { name: 'The lamp at the pier' }).waitFor()
    await second.getByText('On the clock of London.').waitFor()
    await screen(second, 'Review').click()
    await second.getByRole('link', { name: 'The bridge of Holm' }).click()
    const before = second.getByRole('region', { name: 'Before you approve' })
    await before.getByText('We wrote: “It was opened in 1921.” It should say: “It was opened in 1922.”', { exact: true }).waitFor()
    await before.getByText('The year was wrong.', { exact: true }).waitFor()
    await button(second, 'Approve').click()
    await second.getByText('Nothing else waits for your decision.').waitFor()
    await button(second, 'All in review').click()
    await second.getByText('Nothing waits for review').waitFor()
  },
)

test.skipIf(noBrowser !== '')(
  `[IN1] [IN7] what is found while it is typed is seen, Esc and Tab pass the fields of a picture, and named versions keep their names${skipped}`,
  { timeout: 120_000 },
  async () => {
    const desk = await openTestDesk()
    const { call } = await desk.sit(desk.founder)
    const lines = Array.from({ length: 80 }, (_, n) => `Line ${n} of the quay.`)
    await importText(call, `The quay\n\n${lines.join('\n\n')}\n\nThe last word is heron.`)
    await desk.close()
    const page = await (await openShell(desk.folder)).window(browser())
    await sitDown(page, 'Founder')
    await button(page, 'The quay').click()
    const body = page.getByRole('textbox', { name: 'Body' })
    await body.getByText('Line 0 of').click()
    await page.keyboard.press('Control+F')
    await page.getByLabel('Find', { exact: true }).fill('heron')
    await page.getByText('1 of 1').waitFor()
    await page.waitForFunction(() => {
      const found = document.querySelector('.ProseMirror-search-match')?.getBoundingClientRect()
      return found !== undefined && found.top > 0 && found.bottom < window.innerHeight
    })
    await page.keyboard.press('Escape')

    await page.locator('section[aria-label="Text"] input[type=file]').setInputFiles('resources/sample/seal-matrices.png')
    const alt = page.getByLabel('Alternative text')
    await alt.waitFor()
    await alt.click()
    await page.keyboard.press('Escape')
    await expect.poll(() => page.evaluate(() => document.activeElement?.getAttribute('aria-label'))).toBe('Body')
    await body.getByText('Line 0 of').click()
    await page.keyboard.press('Escape')
    await page.keyboard.press('Tab')
    expect(await page.evaluate(() => document.activeElement?.closest('[role="textbox"]'))).toBeNull()
    await page.keyboard.press('Escape')
    await expect.poll(() => page.evaluate(() => document.activeElement?.getAttribute('aria-label'))).toBe('Body')

    await page.keyboard.press('Control+S')
    await expect.poll(() => said(page).innerText()).toMatch(/^Version \d is kept\.$/)
    await page.keyboard.press('Control+Shift+S')
    await page.getByRole('dialog').getByLabel('Name').fill('before the cuts')
    await page.keyboard.press('Enter')
    await page.getByRole('tab', { name: 'History' }).click()
    await page.getByRole('tabpanel').getByText('before the cuts').waitFor()
    // The part that was open stays open while only the text is on the screen.
    await page.keyboard.press('F9')
    await button(page, 'Leave focus').click()
    await page.getByRole('tabpanel').getByText('before the cuts').waitFor()
  },
)
