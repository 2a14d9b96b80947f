/** At 200 and 400 per cent: what holds the focus is seen, whatever stays at the foot of the screen. */
import type { Page } from 'playwright'
import { expect, test } from 'vitest'
import { importText, must } from '../factories/people.ts'
import { openTestDesk } from '../factories/workstation.ts'
import { noBrowser, openShell, sharedBrowser, sitDown } from './shell.ts'

const browser = sharedBrowser()
const skipped = noBrowser && ` (${noBrowser})`
const text = Array.from({ length: 6 }, (_, n) => `Paragraph ${n + 1} says what the bell said, and when.`).join('\n\n')

/** What of the focus is covered or off the screen: its name, or nothing. What is higher than the screen is not asked about. */
async function hiddenFocus(page: Page): Promise<string> {
  await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))))
  return page.evaluate(() => {
    const focused = document.activeElement
    if (!focused || focused === document.body) return ''
    const { left, right, top, bottom, height } = focused.getBoundingClientRect()
    if (height > window.innerHeight / 2) return ''
    const isSeen = [
      [left + 3, top + 3],
      [right - 3, bottom - 3],
    ].every(([x = 0, y = 0]) => {
      const found = document.elementFromPoint(x, y)
      return found !== null && (focused.contains(found) || found.contains(focused))
    })
    return isSeen ? '' : (focused.textContent ?? '').trim().slice(0, 40)
  })
}

test.skipIf(noBrowser !== '').each([
  ['200', 720, 450],
  ['400', 320, 225],
] as const)(
  `[IN2] at %s per cent nothing hides the focus, in Review nor on the Desk with chosen pieces${skipped}`,
  { timeout: 120_000 },
  async (_percent, width, height) => {
    const desk = await openTestDesk()
    const own = (await desk.sit(desk.founder)).call
    for (let n = 1; n <= 8; n++) await importText(own, `The bell, part ${n}\n\n${text}`)
    const { call } = await desk.sit(desk.people.writer)
    const id = await importText(call, `The bell of the ferry\n\n${text}`)
    must(await call('workflow.act', { id, act: 'submit', version: must(await call('articles.read', { id })).draftVersion }))
    await desk.close()
    const page = await (await openShell(desk.folder)).window(browser())
    await sitDown(page, 'Founder')
    await page.setViewportSize({ width, height })

    const hidden: string[] = []
    await page.getByLabel('Choose The bell, part 8').check()
    const bulk = page.getByRole('region', { name: 'Chosen pieces' })
    await bulk.waitFor()
    for (let n = 0; n < 7; n++) {
      // The next row is on the screen already, and the browser sees no need to move it.
      await page.evaluate(() => document.activeElement?.closest('tr')?.nextElementSibling?.scrollIntoView({ block: 'end' }))
      await page.keyboard.press('j')
      hidden.push(await hiddenFocus(page))
    }
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('The bell, part 1')
    // To what is done with them, past the rows.
    await page.keyboard.press('F6')
    await page.keyboard.press('F6')
    await expect.poll(() => bulk.evaluate((part) => part.contains(document.activeElement))).toBe(true)
    hidden.push(await hiddenFocus(page))

    await page.getByRole('link', { name: /^Review/ }).click()
    await page.getByRole('link', { name: 'The bell of the ferry' }).click()
    await page.getByRole('region', { name: 'Submitted version' }).waitFor()
    await page.getByText('Versions and everything that happened').click()
    await page.locator('main h1').first().focus()
    const approve = page.getByRole('button', { name: 'Approve', exact: true })
    for (let n = 0; n < 20 && !(await approve.evaluate((button) => button === document.activeElement)); n++) {
      await page.keyboard.press('Tab')
      hidden.push(await hiddenFocus(page))
    }
    expect(await approve.evaluate((button) => button === document.activeElement)).toBe(true)
    expect(hidden.filter(Boolean)).toEqual([])
  },
)
