/** A window that stays open while Chancery ends and is started again, in a real browser: it says so, and goes on under the same name. */
import type { Page } from 'playwright'
import { expect, test } from 'vitest'
import { importText } from '../factories/people.ts'
import { openTestDesk } from '../factories/workstation.ts'
import { noBrowser, openShell, sharedBrowser } from './shell.ts'

const browser = sharedBrowser()

test.skipIf(noBrowser !== '')(
  `[WS4] words typed while nothing answers are saved under the same name once Chancery is started again${noBrowser && ` (${noBrowser})`}`,
  { timeout: 120_000 },
  async () => {
    const desk = await openTestDesk()
    const { call } = await desk.sit(desk.people.writer)
    await importText(call, 'The ferry bell\n\nIt is rung by hand.')
    await desk.close()

    const first = await openShell(desk.folder)
    const page = await first.window(browser())
    await page.getByRole('button', { name: /^Writer/ }).click()
    await page.getByRole('button', { name: 'The ferry bell' }).click()
    const body = page.getByRole('textbox', { name: 'Body' })
    await body.click()
    await page.keyboard.press('Control+End')
    await first.close()

    // Nobody has asked for anything yet.
    await page.getByRole('status').filter({ hasText: 'The workstation does not answer' }).waitFor({ timeout: 40_000 })
    await page.keyboard.type(' Nobody heard it.')
    await alert(page, 'the workstation does not answer').waitFor({ timeout: 40_000 })

    const again = await openShell(desk.folder)
    expect(new URL(again.address).port).toBe(new URL(first.address).port)
    await alert(page, 'Open the address that it printed').waitFor({ timeout: 40_000 })
    const other = await page.context().newPage()
    await other.goto(again.address)
    await other.getByRole('heading', { name: 'Who is at the desk?' }).waitFor()

    await page.getByRole('status').filter({ hasText: 'Saved on this computer' }).first().waitFor({ timeout: 60_000 })
    await expect.poll(() => alert(page, 'Could not save').count()).toBe(0)
    await page.getByRole('button', { name: 'At the desk: Writer' }).waitFor()
    expect(await body.innerText()).toContain('Nobody heard it.')
    await page.reload()
    await expect.poll(() => body.innerText(), { timeout: 20_000 }).toContain('Nobody heard it.')
  },
)

const alert = (page: Page, words: string) => page.getByRole('alert').filter({ hasText: words })
