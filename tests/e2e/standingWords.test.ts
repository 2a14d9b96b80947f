/** Standing words in a real browser: proposed by one publisher, sent back, agreed to by another, all by keyboard; and arrangement undone. */
import type { Page } from 'playwright'
import { expect, test } from 'vitest'
import { importText } from '../factories/people.ts'
import { openTestDesk } from '../factories/workstation.ts'
import { command, tabTo } from './byKeyboard.ts'
import { askPast, noBrowser, openShell, sharedBrowser } from './shell.ts'

const browser = sharedBrowser()

/** Moves on with Tab until the button has the focus, and presses it. */
async function press(page: Page, name: string | RegExp): Promise<void> {
  await page.getByRole('button', { name }).first().waitFor()
  await tabTo(page, name)
  await page.keyboard.press('Enter')
}

/** What is typed stands in the field instead of what was there. */
async function write(page: Page, name: string, words: string): Promise<void> {
  await tabTo(page, name)
  await page.keyboard.press('Control+A')
  await page.keyboard.type(words)
}

const overview = (page: Page) => page.getByRole('textbox', { name: 'Privacy overview' })

test.skipIf(noBrowser !== '')(
  `[HS4] [HS6] [HS7] one publisher proposes words, the other sends them back and agrees to better ones${noBrowser && ` (${noBrowser})`}`,
  { timeout: 180_000 },
  async () => {
    const desk = await openTestDesk()
    await desk.close()
    const shell = await openShell(desk.folder)
    const [ada, bram] = [await shell.window(browser()), await shell.window(browser())]
    await press(ada, /^Founder/)
    await press(bram, /^Publisher/)
    await command(ada, 'Standing words')
    const before = await overview(ada).inputValue()
    await write(ada, 'Privacy overview', 'Nothing is kept of you.')
    await press(ada, 'Propose these words')
    await ada.getByText('Proposed: the privacy overview. Readers keep the words before until somebody else agrees.').waitFor()
    const hers = ada.getByRole('region', { name: 'The privacy overview: proposed words' })
    await hers.getByText('Readers have those before them until another publisher agrees.').waitFor()
    expect(await overview(ada).inputValue()).toBe(before)

    // Words that wait stand with the articles that do, and their number with the others.
    await press(bram, /^Waiting on me\s*1$/)
    await bram.getByText('Founder proposed other words for the privacy overview.').waitFor()
    await press(bram, 'Look at them')
    const his = bram.getByRole('region', { name: 'The privacy overview: proposed words' })
    await his.locator('ins', { hasText: 'Nothing is kept of you.' }).waitFor()
    await his.getByText(/^Agreeing rewrites/).waitFor()
    await press(bram, 'Send back…')
    await bram.getByRole('dialog').getByLabel('Reason').waitFor()
    await bram.keyboard.press('Tab')
    await bram.keyboard.press('Tab')
    await bram.keyboard.press('Enter')
    await bram.getByRole('dialog').getByRole('alert').filter({ hasText: 'Give a reason' }).waitFor()
    await write(bram, 'Reason', 'Say what the letter keeps.')
    await press(bram, 'Send back')
    await bram.getByText('Sent back: the privacy overview.').waitFor()
    await his.waitFor({ state: 'detached' })

    await hers.getByText('Say what the letter keeps.').waitFor()
    await press(ada, 'Take these words up again')
    await expect.poll(() => overview(ada).inputValue()).toBe('Nothing is kept of you.')
    // The cursor is where they stand.
    await expect.poll(() => overview(ada).evaluate((field) => field === document.activeElement)).toBe(true)
    await ada.keyboard.press('Control+End')
    await ada.keyboard.type(' The letter keeps your address.')
    await press(ada, 'Propose these words')
    await his.getByText('The letter keeps your address.').waitFor()
    await press(bram, 'Agree to these words')
    await bram.getByText('Agreed: the privacy overview.').waitFor()
    await expect.poll(() => overview(bram).inputValue()).toBe('Nothing is kept of you. The letter keeps your address.')
    await expect.poll(() => overview(ada).inputValue()).toBe('Nothing is kept of you. The letter keeps your address.')
    await hers.waitFor({ state: 'detached' })
  },
)

test.skipIf(noBrowser !== '')(
  `[HS2] [HS3] [HS1] arrangement says what it rewrites, is undone by one press, and any state is brought back from the history${noBrowser && ` (${noBrowser})`}`,
  { timeout: 180_000 },
  async () => {
    const desk = await openTestDesk()
    const { call } = await desk.sit(desk.people.publisher)
    const id = await importText(call, 'The lamp\n\nIt is seen.')
    await desk.close()
    const shell = await openShell(desk.folder)
    const page = await shell.window(browser())
    await press(page, /^Publisher/)
    await page.keyboard.press('Control+,')
    await page.getByLabel('Motto').waitFor()
    await write(page, 'Motto', 'All that was said')
    await page.getByText('Saving it rewrites no page: nothing is published yet.').waitFor()
    await askPast(page, 'workflow.act', { id, act: 'override_publish', note: 'Alone.', now: true })
    await page.getByText(/^Saving it rewrites \d+ pages/).waitFor()
    await press(page, 'Save settings')
    await page.getByText(/Settings saved\. This rewrites \d+ pages/).waitFor()
    await press(page, 'Undo')
    await page.getByText('Undone: the motto.').waitFor()
    await expect.poll(() => page.getByLabel('Motto').inputValue()).toBe('A journal of record')

    await command(page, 'History of the settings')
    const entries = page.getByRole('main').getByRole('listitem')
    const undone = entries.filter({ hasText: 'Undone: the motto' }).getByRole('button')
    await press(page, (await undone.getAttribute('aria-label')) ?? '')
    await page
      .getByRole('dialog')
      .getByText(/^Undoing it rewrites \d+ pages/)
      .waitFor()
    await page.keyboard.press('Escape')
    const changed = entries.filter({ hasText: 'Changed: the motto' }).getByRole('button')
    await press(page, (await changed.getAttribute('aria-label')) ?? '')
    const sheet = page.getByRole('dialog')
    await sheet.locator('del', { hasText: 'A journal of record' }).waitFor()
    await sheet
      .getByText('Since then the motto changed again, so this cannot be undone in one step. Bring back the state you want, part by part.')
      .waitFor()
    await press(page, 'Bring the motto back as after this')
    await page.getByText(/Brought back: the motto\. This rewrites/).waitFor()
    await page.keyboard.press('Control+,')
    await page.getByLabel('Motto').waitFor()
    await expect.poll(() => page.getByLabel('Motto').inputValue()).toBe('All that was said')
  },
)
