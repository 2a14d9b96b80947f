/** A whole day of a small newspaper by keyboard alone: two pieces from the first word to what became of them years later. */
import type { Page } from 'playwright'
import { expect, test } from 'vitest'
import { photograph } from '../factories/pictures.ts'
import { must } from '../factories/people.ts'
import { openTestDesk } from '../factories/workstation.ts'
import { command, expectFocus, focused, more, openArticle, paneWith, pressAll, saved, sitDownAs, tabTo } from './byKeyboard.ts'
import { noBrowser, openShell, sharedBrowser } from './shell.ts'

const browser = sharedBrowser()
const lamps = 'The lamps on the quay are lit an hour later'
const bell = 'The bell of the ferry is heard again'
const minute = 60_000

test.skipIf(noBrowser !== '')(
  `[IN1] a whole day by keyboard, over the change of summer time${noBrowser && ` (${noBrowser})`}`,
  { timeout: 600_000 },
  async () => {
    const { folder } = await newspaper()
    const sunday = lastSundayOfMarch(new Date().getUTCFullYear() + 1)
    const six = sunday + 5 * 60 * minute // 06:00 in London, once the clocks have gone forward.

    await saturday(folder, six)
  },
)

async function newspaper() {
  const desk = await openTestDesk()
  const { call } = await desk.sit(desk.founder)
  for (const [name, role] of [
    ['Checker', 'checker'],
    ['Second', 'publisher'],
  ] as const)
    must(await call('people.add', { name, roles: [role] }))
  await desk.close()
  return desk
}

/** Midnight UTC of the day on which the clocks go forward. */
function lastSundayOfMarch(year: number): number {
  const last = new Date(Date.UTC(year, 2, 31))
  return last.setUTCDate(31 - last.getUTCDay())
}

/** The evening before: written, sent back, checked, held, approved, scheduled. */
async function saturday(folder: string, six: number): Promise<void> {
  const shell = await openShell(folder, six - 12 * 60 * minute)
  const page = await shell.window(browser())
  const press = (...keys: readonly string[]) => pressAll(page, keys)
  const act = async (headline: string, label: string, words = '') => {
    await openArticle(page, headline)
    await more(page, label)
    if (words !== '') await page.keyboard.type(words)
    await tabTo(page, label.replace('…', ''))
    await press('Enter')
    await page.getByRole('dialog').waitFor({ state: 'detached' })
  }

  await tabTo(page, /^Writer/)
  await press('Enter')
  await page.getByRole('heading', { name: 'Desk', exact: true }).waitFor()
  await writeLamps(page)
  await chooseCategory(page)
  await tabTo(page, 'Note to the editor')
  await page.keyboard.type('The table is from the harbour office.')
  await submit(page)
  await press('Control+1')
  await expect.poll(() => focused(page)).toBe('Desk')
  await press('n')
  await expectFocus(page, 'Headline')
  await page.keyboard.type(bell)
  await press('Enter', 'Enter')
  await expectFocus(page, 'Body')
  await page.keyboard.type('It rings at six.')
  await chooseCategory(page)
  await submit(page)

  // Read with the note that came with it, and sent back.
  await sitDownAs(page, 'Editor')
  await review(page, lamps)
  await page.getByText('The table is from the harbour office.').first().waitFor()
  await page.getByRole('region', { name: 'Submitted version' }).getByRole('img', { name: 'A lamp on a quay' }).waitFor()
  await tabTo(page, 'Request changes')
  await press('Enter')
  await expectFocus(page, 'Reason')
  await page.keyboard.type('Say who decided it.')
  await tabTo(page, 'Request changes')
  await press('Enter')
  await page.locator('main').getByText('Changes requested').first().waitFor()

  await sitDownAs(page, 'Writer')
  await openArticle(page, lamps)
  await page.locator('main').getByText('Changes requested').first().waitFor()
  await expectFocus(page, 'Body')
  await press('Control+End')
  await page.keyboard.type(' The harbour master decided it.')
  await saved(page)
  await submit(page)

  // What changed since this editor last read it; a gate stands in the way until it is completed, and so does a hold.
  await sitDownAs(page, 'Editor')
  await review(page, lamps)
  await page.getByRole('button', { name: 'Changed since you last read (version 1 → 2)', pressed: true }).waitFor()
  await page.locator('ins').filter({ hasText: 'The harbour master decided it.' }).waitFor()
  await act(lamps, 'Require a gate')
  await review(page, lamps)
  await decide(page, 'Approve')
  await page.getByRole('alert').filter({ hasText: 'facts' }).waitFor()
  await sitDownAs(page, 'Checker')
  await act(lamps, 'Complete a gate')
  await sitDownAs(page, 'Editor')
  await act(lamps, 'Hold', 'The harbour office is to be asked.')
  await review(page, lamps)
  await decide(page, 'Approve')
  await page.getByRole('alert').filter({ hasText: 'The harbour office is to be asked.' }).waitFor()
  await openArticle(page, lamps)
  await more(page, 'Lift the hold')
  for (const headline of [lamps, bell]) {
    await review(page, headline)
    await decide(page, 'Approve')
    await page.locator('main').getByText('Approved').first().waitFor()
  }

  // Six o'clock in the morning, in a night that is an hour shorter.
  await sitDownAs(page, 'Publisher')
  for (const headline of [lamps, bell]) {
    await openArticle(page, headline)
    await more(page, 'Schedule…')
    await expectFocus(page, 'Date and time')
    await typeTime(page, new Date(six))
    await page.getByText('06:00, London (05:00 UTC), in 12 h').waitFor()
    await page.getByText('The clocks go forward tonight.').waitFor()
    await tabTo(page, 'Schedule')
    await press('Enter')
    await page.locator('main').getByText('Scheduled').first().waitFor()
  }
  await act(bell, 'Hold', 'Is it heard at all?')
  await shell.close()
}

async function chooseCategory(page: Page): Promise<void> {
  await paneWith(page, 'Details')
  await tabTo(page, 'Category')
  await page.keyboard.type('Archives')
}

async function submit(page: Page): Promise<void> {
  await paneWith(page, 'Submit for review')
  await page.keyboard.press('Enter')
  await page.locator('main').getByText('In review').first().waitFor()
}

async function review(page: Page, headline: string): Promise<void> {
  await command(page, 'Review')
  await tabTo(page, headline)
  await page.keyboard.press('Enter')
  await page.getByRole('region', { name: 'Decision' }).waitFor()
}

async function decide(page: Page, decision: string): Promise<void> {
  await tabTo(page, decision)
  await page.keyboard.press('Enter')
}

/** Part by part, as the browser's own field of date and time takes it. */
async function typeTime(page: Page, at: Date): Promise<void> {
  const two = (n: number) => String(n).padStart(2, '0')
  await page.keyboard.type(`${two(at.getUTCMonth() + 1)}${two(at.getUTCDate())}${at.getUTCFullYear()}`)
  await page.keyboard.press('ArrowRight')
  await page.keyboard.type('0600A')
}

async function writeLamps(page: Page): Promise<void> {
  const press = (...keys: readonly string[]) => pressAll(page, keys)
  await press('n')
  await expectFocus(page, 'Headline')
  await page.keyboard.type(lamps)
  await press('Enter')
  await page.keyboard.type('The harbour office changed its hours.')
  await press('Enter')
  await expectFocus(page, 'Body')
  await page.keyboard.type('The lamps were lit at five until Sunday')
  // A note: asked for by its keys, numbered by itself.
  await press('Control+Alt+F')
  await expectFocus(page, 'Words of the note')
  await page.keyboard.type('Order of the harbour office, page 3.')
  await tabTo(page, 'Set the note')
  await press('Enter')
  await expectFocus(page, 'Body')
  await page.keyboard.type('.')
  await press('Enter')
  // A table, from cell to cell by Tab, left downwards.
  await command(page, 'Table')
  await expectFocus(page, 'Body')
  for (const words of ['Day', 'Lit', 'Out', 'Saturday', 'five', 'nine', 'Sunday', 'six', 'ten']) {
    await page.keyboard.type(words)
    if (words !== 'ten') await press('Tab')
  }
  await press('ArrowDown')
  await page.keyboard.type('Nobody was asked.')
  await press('Enter')
  // A picture, by the chooser of files.
  const chooser = page.waitForEvent('filechooser')
  await command(page, 'Picture…')
  await (await chooser).setFiles({ name: 'lamps.jpg', mimeType: 'image/jpeg', buffer: await photograph(90, 60) })
  await expectFocus(page, 'Alternative text')
  await page.keyboard.type('A lamp on a quay')
  await press('Enter')
  await page.keyboard.type('The first lamp.')
  await press('Tab')
  await expectFocus(page, 'Credit')
  await page.keyboard.type('Photograph for the paper')
  await press('Enter')
  await page.keyboard.type('It is dark until then.')
  await saved(page)
  const body = page.getByRole('textbox', { name: 'Body' })
  expect(await body.locator('table td, table th').allInnerTexts()).toEqual([
    'Day',
    'Lit',
    'Out',
    'Saturday',
    'five',
    'nine',
    'Sunday',
    'six',
    'ten',
  ])
}
