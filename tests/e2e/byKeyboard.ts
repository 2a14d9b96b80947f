/** Going about the interface by keys alone, as somebody who has no pointer: nothing here clicks. */
import type { Page } from 'playwright'
import { expect } from 'vitest'

export async function pressAll(page: Page, keys: readonly string[]): Promise<void> {
  for (const key of keys) await page.keyboard.press(key)
}

/** The accessible name of what has the focus, near enough: its label, or its words. */
export async function focused(page: Page): Promise<string> {
  return page.evaluate(() => {
    const element = document.activeElement
    if (!(element instanceof HTMLElement) || element === document.body) return ''
    const labels =
      'labels' in element && element.labels instanceof NodeList ? [...element.labels].map(({ textContent }) => textContent) : []
    return (element.getAttribute('aria-label') ?? labels[0] ?? element.innerText).trim()
  })
}

export async function expectFocus(page: Page, name: string): Promise<void> {
  await expect.poll(() => focused(page), { timeout: 10_000 }).toBe(name)
}

/** Whatever was pressed may be gone, but the focus is on the screen and not back at the top of the page. */
export async function expectOnScreen(page: Page): Promise<void> {
  await expect
    .poll(() => page.evaluate(() => document.activeElement?.closest('main') !== null && document.activeElement !== document.body), {
      timeout: 10_000,
    })
    .toBe(true)
}

/** Tab until `name` has the focus: forty steps at the most, or it cannot be called reachable. A screen still being drawn is gone through again. */
export async function tabTo(page: Page, name: string | RegExp): Promise<void> {
  const isIt = (here: string) => (typeof name === 'string' ? here === name : name.test(here))
  const passed: string[] = []
  for (let round = 0; round < 3; round++) {
    for (let step = 0; step < 40; step++) {
      const here = await focused(page)
      if (isIt(here)) return
      passed.push(here)
      await page.keyboard.press('Tab')
    }
    await page.waitForTimeout(500)
  }
  throw new Error(`Tab does not come to ${String(name)}; it passed ${passed.join(' | ')}`)
}

/** F6 until the pane whose first place is `name`. */
export async function paneWith(page: Page, name: string): Promise<void> {
  const passed: string[] = []
  for (let step = 0; step < 8; step++) {
    await page.keyboard.press('F6')
    const here = await focused(page)
    if (here === name) return
    passed.push(here)
  }
  throw new Error(`F6 does not come to ${name}; it passed ${passed.join(' | ')}`)
}

/** From the palette, by its name. */
export async function command(page: Page, label: string): Promise<void> {
  await page.keyboard.press('Control+Shift+P')
  await expectFocus(page, 'Search or command')
  await page.keyboard.type(label)
  await page.getByRole('listbox', { name: 'What fits' }).getByRole('option', { name: label }).first().waitFor()
  await page.keyboard.press('Enter')
  await page.getByRole('dialog').waitFor({ state: 'detached' })
}

/** An act from the menu *More* of the article's bar. */
export async function more(page: Page, label: string): Promise<void> {
  await tabTo(page, 'More')
  await page.keyboard.press('Enter')
  await page.getByRole('menuitem', { name: label, exact: true }).waitFor()
  for (let step = 0; step < 30 && (await focused(page)) !== label; step++) await page.keyboard.press('ArrowDown')
  await expectFocus(page, label)
  await page.keyboard.press('Enter')
}

/** The article whose headline begins so, from the palette. */
export async function openArticle(page: Page, headline: string): Promise<void> {
  await page.keyboard.press('Control+Shift+P')
  await expectFocus(page, 'Search or command')
  await page.keyboard.type(headline)
  await page.getByRole('listbox', { name: 'What fits' }).getByRole('option', { name: headline }).first().waitFor()
  await page.keyboard.press('Enter')
  await page.getByRole('dialog').waitFor({ state: 'detached' })
  await page.getByRole('heading', { name: headline, level: 1 }).waitFor()
}

/** Waits for the line at the foot to say that all is on the disk. */
export async function saved(page: Page): Promise<void> {
  await page
    .getByRole('status')
    .filter({ hasText: /Saved on this computer|At the desk/ })
    .first()
    .waitFor()
}

export async function sitDownAs(page: Page, name: string): Promise<void> {
  await command(page, 'Leave the desk')
  await page.getByRole('heading', { name: 'Who is at the desk?' }).waitFor()
  await tabTo(page, new RegExp(`^${name}`))
  await page.keyboard.press('Enter')
  await page.getByRole('button', { name: `At the desk: ${name}` }).waitFor()
}

/** Esc, then Tab, leaves the text even where Tab means something in it. */
export async function leaveText(page: Page): Promise<void> {
  await page.keyboard.press('Escape')
  await page.keyboard.press('Tab')
  await expect.poll(() => page.evaluate(() => document.activeElement?.closest('[role="textbox"]') === null)).toBe(true)
}
