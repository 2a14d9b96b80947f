/** What Compose offers beside typing: finding and replacing, opening by headline, the text alone on the screen. */
import type { Page } from 'playwright'
import { expect, test } from 'vitest'
import { askPast, noBrowser, openShell, sharedBrowser } from './shell.ts'

const browser = sharedBrowser()
const skipped = noBrowser && ` (${noBrowser})`

async function newDesk(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Begin a desk' }).waitFor()
  await askPast(page, 'desk.begin', { publication: 'The Quay Record', name: 'Ada Quill', shape: 'justMe' })
  await page.reload()
  await page.getByRole('button', { name: 'New article' }).first().waitFor()
}

async function write(page: Page, headline: string, body: string): Promise<void> {
  await page.getByRole('navigation', { name: 'Screens' }).getByRole('link', { name: 'Desk' }).click()
  await page.getByRole('button', { name: 'New article' }).first().click()
  await page.getByRole('textbox', { name: 'Headline' }).click()
  await page.keyboard.type(headline)
  await page.getByRole('textbox', { name: 'Body' }).click()
  await page.keyboard.type(body)
}

test.skipIf(noBrowser !== '')(
  `[IN7] what is found is counted and gone through, replaced with its marks, and brought back by one undo${skipped}`,
  { timeout: 120_000 },
  async () => {
    const shell = await openShell()
    const page = await shell.window(browser())
    await newDesk(page)
    await write(page, 'The quay tolls', 'Tolls were paid at the gate. “Tolls” is the keeper’s word; tollsters is not. Cost: $5.')
    const body = page.getByRole('textbox', { name: 'Body' })
    const before = await body.innerText()
    await page.keyboard.press('Control+F')
    const find = page.getByLabel('Find', { exact: true })
    const counted = page.getByRole('search').getByRole('status')
    // What is shown is selected once the bar is closed, also where nobody went on to it; what is found nowhere moves nothing.
    const selected = () => page.evaluate(() => [document.getSelection()?.toString(), document.activeElement?.getAttribute('aria-label')])
    await find.fill('keeper')
    await expect.poll(() => counted.innerText()).toBe('1 of 1')
    await page.keyboard.press('Escape')
    await expect.poll(selected).toEqual(['keeper', 'Body'])
    await page.keyboard.press('ArrowRight')
    // The editor hears of it a moment after the browser has done it.
    await expect.poll(selected).toEqual(['', 'Body'])
    await page.waitForTimeout(100)
    await page.keyboard.press('Control+F')
    await find.fill('lighthouse')
    await page.keyboard.press('Escape')
    await expect.poll(selected).toEqual(['', 'Body'])
    // Whoever went on writing beside the open bar is left where they write: the next letter goes there, and over nothing.
    await page.keyboard.press('Control+F')
    await find.fill('gate')
    await expect.poll(() => counted.innerText()).toBe('1 of 1')
    await body.click()
    await page.keyboard.press('Control+End')
    await page.keyboard.type(' S')
    await page.getByRole('button', { name: 'Close', exact: true }).click()
    await page.keyboard.type('o.')
    await expect.poll(() => body.innerText()).toBe(`${before} So.`)
    for (let sign = 0; sign < 4; sign++) await page.keyboard.press('Backspace')
    await page.keyboard.press('Control+F')
    await find.fill('gate')
    await page.keyboard.press('Enter')
    await expect.poll(() => counted.innerText()).toBe('1 of 1')
    await page.keyboard.press('Escape')
    await page.keyboard.press('Control+B')
    await expect.poll(() => body.locator('strong').innerText()).toBe('gate')
    // What is selected is what is looked for.
    await page.keyboard.press('Control+F')
    await expect.poll(() => find.inputValue()).toBe('gate')
    await find.fill('tolls')
    await expect.poll(() => counted.innerText()).toMatch(/ of 4$/)
    expect(await page.locator('.ProseMirror-search-match, .ProseMirror-active-search-match').count()).toBe(4)
    await page.getByLabel('Whole words').check()
    await expect.poll(() => counted.innerText()).toMatch(/ of 3$/)
    await page.getByLabel('Match capitals').check()
    await expect.poll(() => counted.innerText()).toMatch(/ of 1$/)
    await page.getByLabel('Match capitals').uncheck()
    await page.getByLabel('Whole words').uncheck()
    // A straight sign finds the printed one, and the words of an expression are words.
    await find.fill('"Tolls"')
    await expect.poll(() => counted.innerText()).toBe('1 of 1')
    await find.fill('$5.')
    await expect.poll(() => counted.innerText()).toBe('1 of 1')
    await page.keyboard.press('Enter')
    await find.fill('nowhere')
    await expect.poll(() => counted.innerText()).toBe('Not found')

    // Replaced: one by one, then all, each keeping how it was marked.
    await find.fill('gate')
    await page.keyboard.press('Control+H')
    await page.getByLabel('Replace with').fill('$1 gate & door')
    // Shown first, as nothing is selected; then replaced.
    await page.keyboard.press('Enter')
    expect(await body.locator('strong').innerText()).toBe('gate')
    await page.keyboard.press('Enter')
    await expect.poll(() => body.locator('strong').innerText()).toBe('$1 gate & door')
    await find.fill('Tolls')
    await page.getByLabel('Replace with').fill('Dues')
    await page.getByRole('button', { name: 'Replace all 4' }).click()
    await expect.poll(() => body.innerText()).toContain('Dues were paid at the $1 gate & door. “Dues”')
    await expect.poll(() => page.getByRole('textbox', { name: 'Headline' }).innerText()).toBe('The quay Dues')
    await page.keyboard.press('Escape')
    expect(await page.locator('.ProseMirror-search-match, .ProseMirror-active-search-match').count()).toBe(0)
    expect(await page.evaluate(() => document.activeElement?.getAttribute('role'))).toBe('textbox')
    await page.keyboard.press('Control+Z')
    await expect.poll(() => page.getByRole('textbox', { name: 'Headline' }).innerText()).toBe('The quay tolls')
    await page.keyboard.press('Control+Z')
    await expect.poll(() => body.innerText()).toBe(before)
  },
)

test.skipIf(noBrowser !== '')(
  `[IN9] [IN8] opened by headline from anywhere; the text alone and back; a second key does what the first does${skipped}`,
  { timeout: 120_000 },
  async () => {
    const shell = await openShell()
    const page = await shell.window(browser())
    await newDesk(page)
    await write(page, 'Barges wait at the lock', 'Four barges.')
    await write(page, 'The lamps are lit', 'At six.')
    await page.keyboard.press('Control+4')
    await page.getByRole('heading', { name: 'Publishing queue' }).waitFor()
    await page.keyboard.press('Control+O')
    await page.getByRole('combobox', { name: 'Open an article' }).waitFor()
    await page.keyboard.type('barges lo')
    await page.getByRole('option', { name: /Barges wait/ }).waitFor()
    await expect.poll(() => page.getByRole('option').count()).toBe(1)
    await page.keyboard.press('Enter')
    const body = page.getByRole('textbox', { name: 'Body' })
    await expect.poll(() => body.innerText()).toBe('Four barges.')
    await body.click()
    // Ctrl+Alt is AltGr on some keyboards: headings have a second key.
    await page.keyboard.press('Control+Shift+2')
    await expect.poll(() => body.locator('h2').count()).toBe(1)
    await page.keyboard.press('F9')
    await page.getByRole('button', { name: 'Leave focus' }).waitFor()
    expect(await page.getByRole('region', { name: 'Preview' }).count()).toBe(0)
    expect(await page.getByRole('navigation', { name: 'Screens' }).isVisible()).toBe(false)
    await expect.poll(() => page.getByRole('status').first().innerText()).toMatch(/Saved on this computer/)
    await page.keyboard.press('F9')
    await page.getByRole('region', { name: 'Preview' }).waitFor()
    expect(await page.getByRole('navigation', { name: 'Screens' }).isVisible()).toBe(true)
    await expect.poll(() => page.evaluate(() => document.activeElement?.getAttribute('aria-label'))).toBe('Body')
  },
)

test.skipIf(noBrowser !== '')(
  `[IN16] panes are made wider by keyboard, folded away and found again so; any two versions are compared${skipped}`,
  { timeout: 120_000 },
  async () => {
    const shell = await openShell()
    const page = await shell.window(browser())
    await newDesk(page)
    await write(page, 'Barges wait at the lock', 'Four barges.')
    const keep = async (label: string, words: string) => {
      await page.getByRole('textbox', { name: 'Body' }).click()
      await page.keyboard.press('Control+End')
      await page.keyboard.type(words)
      await page.keyboard.press('Control+Shift+S')
      await page.getByRole('dialog').getByLabel('Name').fill(label)
      await page.keyboard.press('Enter')
      await page.getByText(`is kept as “${label}”`).waitFor()
    }
    await keep('the first', ' They wait for water.')
    await keep('the second', ' It came at noon.')
    await keep('the third', ' They left.')
    await page.getByRole('tab', { name: 'History' }).click()
    await page.getByRole('button', { name: 'Compare with the text now' }).last().click()
    const sheet = page.getByRole('dialog')
    await expect.poll(() => sheet.locator('ins').allInnerTexts(), { timeout: 20_000 }).toEqual([' It came at noon. They left.'])
    await sheet.getByLabel('Compared with').selectOption('Version 2, the second')
    await expect.poll(() => sheet.locator('ins').allInnerTexts(), { timeout: 20_000 }).toEqual([' It came at noon.'])
    await sheet.getByRole('heading', { name: 'Version 1 → version 2' }).waitFor()
    await page.keyboard.press('Escape')
    // A list of the text looks like one, not like the list of versions beside it.
    await page.getByRole('textbox', { name: 'Body' }).click()
    await page.keyboard.press('Control+End')
    await page.keyboard.press('Enter')
    await page.keyboard.type('- One of the barges')
    await page.getByRole('button', { name: 'Compare with the text now' }).last().click()
    const list = sheet.locator('article ul').filter({ hasText: 'One of the barges' })
    expect(await list.evaluate((found) => getComputedStyle(found).listStyleType)).toBe('disc')
    await page.keyboard.press('Escape')

    const line = page.getByRole('separator', { name: 'Width of the preview' })
    const share = async () => Number(await line.getAttribute('aria-valuenow'))
    const before = await share()
    await line.focus()
    await page.keyboard.press('ArrowRight')
    await page.keyboard.press('ArrowRight')
    await expect.poll(share).toBeGreaterThan(before)
    const wider = await share()
    await page.getByRole('button', { name: 'Details', exact: true }).click()
    await page.getByRole('region', { name: 'Beside the text' }).waitFor({ state: 'detached' })
    await page.getByRole('button', { name: 'Details', exact: true }).click()
    await expect.poll(share).toBeCloseTo(wider, 0)
    await page.getByRole('button', { name: 'Preview', exact: true }).click()
    await page.reload()
    await page.getByRole('textbox', { name: 'Body' }).waitFor()
    expect(await page.getByRole('region', { name: 'Preview' }).count()).toBe(0)
    await page.getByRole('button', { name: 'Preview', exact: true }).click()
    await expect.poll(share).toBeCloseTo(wider, 0)
  },
)
