/** Every screen, sheet and refusal: axe finds nothing, nothing scrolls sideways at 200 and 400 per cent, the page's policy is kept. */
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import type { Page } from 'playwright'
import { expect, test } from 'vitest'
import { openEncrypted } from '../../sqlite/open.ts'
import { temporaryFolder } from '../harness/folder.ts'
import { lookAtDesk, lookAtFirstRun, lookAtReadOnlyDesk } from './looks.ts'
import { noBrowser, openShell, sharedBrowser } from './shell.ts'

const browser = sharedBrowser()
const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

interface Finding {
  readonly id: string
  readonly nodes: readonly { readonly html: string }[]
}

async function findings(page: Page, where: string): Promise<readonly string[]> {
  // Past the page's policy, as the browser's own tools are.
  await page.evaluate(axe)
  const violations = await page.evaluate<readonly Finding[]>(`axe.run(document, { iframes: false }).then(({ violations }) => violations)`)
  return violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${where}: ${id}: ${html.slice(0, 200)}`))
}

/** Two frames after the last resize: menus that are open find their place again. */
async function sideways(page: Page): Promise<boolean> {
  return page.evaluate(async () => {
    for (let frame = 0; frame < 2; frame++) await new Promise((resolve) => requestAnimationFrame(resolve))
    return document.documentElement.scrollWidth > document.documentElement.clientWidth + 1
  })
}

/** axe at full width, and once also at 400 %, where the layout is another one; sideways scrolling at 200 and 400 %. */
function looker(page: Page, found: string[], isColoursOnly: boolean): (where: string) => Promise<void> {
  return async (where) => {
    await page.evaluate(async () => document.fonts.ready.then(() => true))
    await page.waitForTimeout(100)
    found.push(...(await findings(page, where)))
    if (await sideways(page)) found.push(`${where}: scrolls sideways`)
    if (isColoursOnly) return
    // 1280 pixels at 200 and 400 per cent are 640 and 320.
    for (const width of [640, 320]) {
      await page.setViewportSize({ width, height: 800 })
      if (await sideways(page)) found.push(`${where}: scrolls sideways at ${width}`)
    }
    found.push(...(await findings(page, `${where} at 320`)))
    await page.setViewportSize({ width: 1440, height: 900 })
  }
}

for (const [name, look] of [
  ['light', { colorScheme: 'light' }],
  ['dark', { colorScheme: 'dark' }],
  ['forced colours', { colorScheme: 'dark', forcedColors: 'active' }],
] as const) {
  test.skipIf(noBrowser !== '')(
    `[IN2] [SE3] every screen, sheet and refusal is accessible and keeps its policy, ${name}${noBrowser && ` (${noBrowser})`}`,
    { timeout: 600_000 },
    async () => {
      const found: string[] = []
      // The layout is the same in every scheme.
      const isColoursOnly = name !== 'light'
      const folder = temporaryFolder()
      const shell = await openShell(folder)
      const page = await shell.window(browser(), look)
      await lookAtFirstRun(page, looker(page, found, isColoursOnly))
      await lookAtDesk(page, looker(page, found, isColoursOnly), temporaryFolder())
      await page.close()
      await shell.close()

      ofANewerProgram(folder)
      const later = await (await openShell(folder)).window(browser(), look)
      await lookAtReadOnlyDesk(later, looker(later, found, isColoursOnly))
      expect(found).toEqual([])
    },
  )
}

/** Marks the desk's file as written by a program that is still to come: it opens for reading only. [SY13] */
function ofANewerProgram(folder: string): void {
  const key = new Uint8Array(Buffer.from(readFileSync(join(folder, 'key'), 'utf8').trim(), 'hex'))
  const db = openEncrypted({ file: join(folder, 'workstation.db'), key })
  db.pragma('user_version = 99')
  db.close()
}

test.skipIf(noBrowser !== '')(
  `[IN3] what assistive technology finds by name keeps its name${noBrowser && ` (${noBrowser})`}`,
  { timeout: 120_000 },
  async () => {
    const page = await (await openShell()).window(browser())
    for (const name of ['Begin a desk', 'Join a desk', 'Look round a sample desk']) {
      await page.getByRole('button', { name, exact: true }).waitFor()
    }
    await page.getByRole('button', { name: 'Look round a sample desk' }).click()
    // Shown when it is whole, and not while it is being made.
    await page.getByRole('heading', { name: /^(Desk|Who is at the desk\?)$/ }).waitFor({ timeout: 90_000 })
    await page.getByText(/· 14 articles$/).waitFor({ timeout: 2000 })
    const screens = page.getByRole('navigation', { name: 'Screens' })
    for (const name of ['Desk', 'Compose', 'Review', 'Queue', 'Record', 'Settings']) {
      expect(await screens.getByRole('link', { name, exact: true }).count(), name).toBe(1)
    }
    expect(await page.getByRole('button', { name: 'New article', exact: true }).count()).toBe(1)

    await page.getByRole('button', { name: /consular list/ }).click()
    for (const name of ['Headline', 'Standfirst', 'Body']) await page.getByRole('textbox', { name, exact: true }).waitFor()
    const preview = page.getByRole('region', { name: 'Preview', exact: true })
    await preview.waitFor()
    expect(await preview.count()).toBe(1)
    expect(await preview.locator('iframe').count()).toBe(1)
    await page.getByRole('button', { name: 'Publish…', exact: true }).waitFor()
    await page.getByRole('button', { name: 'More', exact: true }).click()
    await page.getByRole('menuitem', { name: 'Schedule…', exact: true }).click()
    await page.getByRole('dialog').getByRole('button', { name: 'Schedule', exact: true }).waitFor()
    await page.keyboard.press('Escape')
    expect(await page.getByRole('status').first().innerText()).toMatch(/saved on this computer/i)

    await screens.getByRole('link', { name: 'Desk', exact: true }).click()
    await page.getByRole('button', { name: /weights/ }).click()
    await page.getByRole('button', { name: 'Submit for review', exact: true }).waitFor()
    await screens.getByRole('link', { name: 'Review', exact: true }).click()
    await page.getByRole('link', { name: /bridge tolls/ }).click()
    for (const name of ['Request changes', 'Approve']) await page.getByRole('button', { name, exact: true }).waitFor()
    await screens.getByRole('link', { name: 'Desk', exact: true }).click()
    await page.getByRole('button', { name: /Two Fords/ }).click()
    await page.getByRole('button', { name: 'Start a correction', exact: true }).waitFor()
  },
)
