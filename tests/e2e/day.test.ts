/** A whole day of a small newspaper by keyboard alone: two pieces from the first word to what became of them years later. */
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from 'playwright'
import { expect, test } from 'vitest'
import { photograph } from '../factories/pictures.ts'
import { must } from '../factories/people.ts'
import { openTestDesk } from '../factories/workstation.ts'
import { command, expectFocus, expectOnScreen, more, openArticle, paneWith, pressAll, saved, sitDownAs, tabTo } from './byKeyboard.ts'
import { noBrowser, openShell, sharedBrowser, shortenUndo } from './shell.ts'

const browser = sharedBrowser()
const lamps = 'The lamps on the quay are lit an hour later'
const bell = 'The bell of the ferry is heard again'
const minute = 60_000

test.skipIf(noBrowser !== '')(
  `[IN1] a whole day by keyboard, over the change of summer time${noBrowser && ` (${noBrowser})`}`,
  { timeout: 600_000 },
  async () => {
    const { folder } = await newspaper()
    const night = lastSundayOfMarch(new Date().getUTCFullYear() + 1)
    const six = night + 5 * 60 * minute // 06:00 in London, once the clocks have gone forward.

    await saturday(folder, six)
    await sunday(folder, six)
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
  await expectFocus(page, 'Desk')
  await writeLamps(page)
  await chooseCategory(page)
  await tabTo(page, 'Note to the editor')
  await page.keyboard.type('The table is from the harbour office.')
  await submit(page)
  await press('Control+1')
  await expectFocus(page, 'Desk')
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
    // The evening began twelve hours before; on a busy computer some minutes of it are gone.
    await page.getByText(/06:00, London \(05:00 UTC\), in 1[12] h/).waitFor()
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
  const month = at.toLocaleString('en-GB', { month: 'long', timeZone: 'UTC' })
  await page.keyboard.type(`${at.getUTCDate()} ${month} ${at.getUTCFullYear()}, 6 am`)
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

/** The morning: out four minutes late, one held up; arranged, put right, withdrawn, taken down, found again. */
async function sunday(folder: string, six: number): Promise<void> {
  const shell = await openShell(folder, six + 4 * minute)
  const page = await shell.window(browser())
  const press = (...keys: readonly string[]) => pressAll(page, keys)
  const file = (path: string) => readFileSync(join(folder, 'site', path), 'utf8')
  const year = new Date(six).getUTCFullYear()
  const addressOf = (headline: string) => `${year}/03/${headline.toLowerCase().replaceAll(' ', '-')}`

  await tabTo(page, /^Publisher/)
  await press('Enter')
  await expectFocus(page, 'Desk')
  await shortenUndo(page, 2)

  // What is on hold did not go out, and is said on every screen; the other did, and says how late.
  await page.getByRole('alert').filter({ hasText: 'One edition is overdue' }).waitFor()
  await tabTo(page, 'See in the Queue')
  await press('Enter')
  const needs = page.getByRole('region', { name: 'Needs you' })
  await needs.getByText('On hold: Is it heard at all? Its time has passed').waitFor()
  await expect.poll(() => existsSync(join(folder, 'site', addressOf(lamps), 'index.html')), { timeout: 30_000 }).toBe(true)
  await page
    .getByText(/\d min late/)
    .first()
    .waitFor()
  expect(existsSync(join(folder, 'site', addressOf(bell), 'index.html'))).toBe(false)
  await openArticle(page, bell)
  await more(page, 'Lift the hold')
  await live(page)
  expect(file(`${addressOf(bell)}/index.html`)).toContain('It rings at six.')
  expect(await page.getByRole('alert').count()).toBe(0)

  // The front: the lamps lead again, the bell steps down.
  await command(page, 'Queue')
  await tabTo(page, 'Front')
  await press('Enter')
  const leading = () => /story lead">.*?<h2><a [^>]*>([^<]*)/s.exec(file('index.html'))?.[1]
  await expect.poll(leading).toBe(bell)
  await tabTo(page, 'Lead')
  const lead = page.getByRole('combobox', { name: 'Lead', exact: true })
  await lead.locator('option').filter({ hasText: lamps }).waitFor({ state: 'attached' })
  await page.keyboard.type('The lamps')
  await expect.poll(() => lead.locator('option:checked').innerText()).toContain(lamps)
  await tabTo(page, 'Arrange the front')
  await press('Enter')
  await expect.poll(leading, { timeout: 20_000 }).toBe(lamps)

  await correct(page, file, addressOf(lamps))

  // Withdrawn: the words stay under a dated notice. Then taken down, by one, and confirmed by another.
  await sitDownAs(page, 'Publisher')
  await openArticle(page, bell)
  await more(page, 'Withdraw…')
  await notice(page, 'The bell was not heard by anybody.', 'The ferry was on the other side.', 'Withdraw')
  await expect.poll(() => file(`${addressOf(bell)}/index.html`), { timeout: 30_000 }).toContain('The bell was not heard by anybody.')
  expect(file(`${addressOf(bell)}/index.html`)).toContain('It rings at six.')
  await live(page)
  await more(page, 'Take down…')
  await notice(page, 'A court has asked for it.', 'By order, received this morning.', 'Take down')
  await expect.poll(() => file(`${addressOf(bell)}/index.html`), { timeout: 30_000 }).not.toContain('It rings at six.')
  await sitDownAs(page, 'Second')
  await press('Control+1')
  await expectFocus(page, 'Desk')
  await tabTo(page, /^Waiting on me/)
  await press('Enter')
  await tabTo(page, bell)
  await press('Enter')
  await page.getByRole('heading', { name: bell, level: 1 }).waitFor()
  await paneWith(page, 'Confirm…')
  await press('Enter')
  await tabTo(page, 'Confirm')
  await press('Enter')
  await page.getByRole('dialog').waitFor({ state: 'detached' })

  // All of it is in the Record: by headline, by words that stand no more, with every edition.
  await command(page, 'Record')
  for (const [words, found] of [
    ['lamps quay', lamps],
    ['rings at six', bell],
    ['office decided', lamps],
  ] as const) {
    await tabTo(page, 'Search everything')
    await press('Control+A')
    await page.keyboard.type(words)
    await page.getByRole('link', { name: found }).first().waitFor()
  }
  await press('Control+A', 'Delete')
  await tabTo(page, bell)
  await press('Enter')
  for (const edition of [1, 2, 3]) await page.getByRole('heading', { name: `Edition ${edition}` }).waitFor()
}

/** An editor puts the hour right; the note stands on the page, in the register and in the three feeds. */
async function correct(page: Page, file: (path: string) => string, address: string): Promise<void> {
  const press = (...keys: readonly string[]) => pressAll(page, keys)
  await sitDownAs(page, 'Editor')
  await openArticle(page, lamps)
  await tabTo(page, 'Start a correction')
  await press('Enter')
  await page.locator('main').getByText('edition 2').waitFor()
  await expectOnScreen(page)
  await press('Escape')
  await expectFocus(page, 'Body')
  await press('Control+End', 'Shift+Home')
  await page.keyboard.type('It is light until then. The harbour office decided it.')
  await saved(page)
  await paneWith(page, 'Details')
  await tabTo(page, 'Fill in from the changes')
  await press('Enter')
  await page.getByLabel('It should say').first().waitFor()
  await tabTo(page, 'Note for readers')
  await page.keyboard.type('The office, not its master.')
  await tabTo(page, 'Change note')
  await page.keyboard.type('Who decided it was wrong.')
  await submit(page)
  await sitDownAs(page, 'Publisher')
  await review(page, lamps)
  await decide(page, 'Approve')
  await page.locator('main').getByText('Approved').first().waitFor()
  await tabTo(page, 'Publish…')
  await press('Enter', 'Enter')
  const places = [`${address}/index.html`, 'corrections/index.html', 'feed.xml', 'atom.xml', 'feed.json']
  for (const place of places) await expect.poll(() => file(place), { timeout: 30_000 }).toContain('The office, not its master.')
}

async function notice(page: Page, words: string, reason: string, done: string): Promise<void> {
  await expectFocus(page, 'Notice for readers')
  await page.keyboard.type(words)
  await page.keyboard.press('Tab')
  await page.keyboard.type(reason)
  await tabTo(page, done)
  await page.keyboard.press('Enter')
  await page.getByRole('dialog').waitFor({ state: 'detached' })
}

/** Seen as a reader would: its page was read back. */
async function live(page: Page): Promise<void> {
  await page.getByRole('main').getByRole('link', { name: 'View on site' }).first().waitFor({ timeout: 60_000 })
}
