/** Two browsers as two people on one workstation: they type into one article at once and end equal; neither does the other's acts. */
import type { Page } from 'playwright'
import { expect, test } from 'vitest'
import { noBrowser, openShell, sharedBrowser } from './shell.ts'

const browser = sharedBrowser()
const box = (page: Page, name: string) => page.getByRole('textbox', { name })
const wordsOf = async (page: Page, name: string) => (await box(page, name).innerText()).trim()

test.skipIf(noBrowser !== '')(
  `[SY9] two people type into one article at once and end equal${noBrowser && ` (${noBrowser})`}`,
  { timeout: 180_000 },
  async () => {
    const shell = await openShell()
    const ada = await shell.window(browser())
    await ada.getByRole('button', { name: 'Begin a desk' }).click()
    await ada.getByLabel('Your name or pen name').fill('Ada Quill')
    await ada.getByLabel('Name of the newspaper').fill('The Ferry Record')
    await ada.getByRole('button', { name: 'Begin', exact: true }).click()
    await ada.getByRole('navigation').getByRole('link', { name: 'Settings' }).click()
    await ada.getByRole('link', { name: 'People and roles' }).click()
    await ada.getByLabel('Name').fill('Wim Ferrier')
    await ada.getByRole('button', { name: 'Add person' }).click()
    await ada.getByRole('group', { name: 'Wim Ferrier' }).waitFor()
    await ada.getByRole('navigation').getByRole('link', { name: 'Desk' }).click()
    await ada.getByRole('button', { name: 'New article' }).first().click()
    await box(ada, 'Headline').click()
    await ada.keyboard.type('One text, two hands')
    await box(ada, 'Body').click()
    await ada.keyboard.type('It begins here. ')
    await ada.getByRole('status').filter({ hasText: 'Saved on this computer' }).first().waitFor()

    // Until it is submitted or shared it is hers alone.
    const wim = await shell.window(browser())
    await wim.getByRole('button', { name: /Wim Ferrier/ }).click()
    await wim.getByText('Nothing is written yet').waitFor()
    await ada.getByText('only you see it').waitFor()
    await ada.getByRole('button', { name: 'More' }).click()
    await ada.getByRole('menuitem', { name: 'Share with…' }).click()
    await ada.getByRole('dialog').getByLabel('Wim Ferrier').check()
    await ada.getByRole('dialog').getByRole('button', { name: 'Share' }).click()
    await ada.getByText('only you and Wim Ferrier see it').waitFor()
    await wim.getByRole('button', { name: 'One text, two hands' }).click()
    await expect.poll(() => wordsOf(wim, 'Body'), { timeout: 20_000 }).toContain('It begins here.')

    // At once, in the same paragraph: one at its end, the other at its beginning.
    await box(ada, 'Body').click()
    await ada.keyboard.press('Control+End')
    await box(wim, 'Body').click()
    await wim.keyboard.press('Control+Home')
    await Promise.all([
      ada.keyboard.type('Ada goes on at the end of it.', { delay: 25 }),
      wim.keyboard.type('Wim comes before. ', { delay: 30 }),
    ])
    for (const page of [ada, wim]) {
      await expect.poll(() => wordsOf(page, 'Body'), { timeout: 30_000 }).toContain('Ada goes on at the end of it.')
      await expect.poll(() => wordsOf(page, 'Body'), { timeout: 30_000 }).toContain('Wim comes before.')
    }
    await expect.poll(async () => (await wordsOf(ada, 'Body')) === (await wordsOf(wim, 'Body')), { timeout: 20_000 }).toBe(true)
    expect(await wordsOf(ada, 'Headline')).toBe(await wordsOf(wim, 'Headline'))

    // A writer is offered nothing that is an editor's, and is refused it when asking past the screen.
    await ada.getByLabel('Category').selectOption({ label: 'Archives' })
    await ada.getByRole('button', { name: 'Submit for review' }).click()
    await wim.getByText('In review').first().waitFor()
    const id = new URL(wim.url()).pathname.split('/').at(-1) ?? ''
    const refused = await wim.evaluate(async (article) => {
      const answer = await fetch('/call/workflow.act', {
        method: 'POST',
        headers: { 'content-type': 'application/json', 'x-chancery-session': window.sessionStorage.getItem('chancery.session') ?? '' },
        body: JSON.stringify({ id: article, act: 'approve' }),
      })
      return answer.text()
    }, id)
    expect(refused).not.toContain('"ok":true')
    expect(await wim.getByRole('button', { name: 'Approve' }).count()).toBe(0)
  },
)
