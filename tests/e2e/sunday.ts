/** The morning, and what became of the pieces: out late, arranged, put right, withdrawn, taken down, found again. */
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Browser, Page } from 'playwright'
import { expect } from 'vitest'
import { command, expectFocus, expectOnScreen, more, openArticle, paneWith, pressAll, saved, sitDownAs, tabTo } from './byKeyboard.ts'
import { bell, decide, lamps, minute, review, submit } from './dayActs.ts'
import { openShell, shortenUndo } from './shell.ts'

/** The morning: out four minutes late, one held up; arranged, put right, withdrawn, taken down, found again. */
export async function sunday(browser: Browser, folder: string, six: number): Promise<void> {
  const shell = await openShell(folder, six + 4 * minute)
  const page = await shell.window(browser)
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
