/** Every screen in both schemes: axe finds nothing, nothing scrolls sideways at 200 and 400 per cent, the page's policy is kept. */
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { Page } from 'playwright'
import { expect, test } from 'vitest'
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
  const sideways = await page.evaluate(() => document.documentElement.scrollWidth > document.documentElement.clientWidth + 1)
  return [
    ...violations.map(({ id, nodes }) => `${where}: ${id}: ${nodes[0]?.html ?? ''}`),
    ...(sideways ? [`${where}: scrolls sideways`] : []),
  ]
}

for (const colorScheme of ['light', 'dark'] as const) {
  test.skipIf(noBrowser !== '')(
    `[SE3] every screen is accessible and keeps its policy, ${colorScheme}${noBrowser && ` (${noBrowser})`}`,
    { timeout: 240_000 },
    async () => {
      const shell = await openShell()
      const page = await shell.window(browser(), { colorScheme })
      const found: string[] = []
      const look = async (where: string) => {
        await page.waitForLoadState('networkidle').catch(() => {})
        found.push(...(await findings(page, where)))
        // 1280 pixels at 200 and 400 per cent are 640 and 320.
        for (const width of [640, 320]) {
          await page.setViewportSize({ width, height: 800 })
          if (await page.evaluate(() => document.documentElement.scrollWidth > document.documentElement.clientWidth + 1))
            found.push(`${where}: scrolls sideways at ${width}`)
        }
        await page.setViewportSize({ width: 1440, height: 900 })
      }
      await page.getByRole('button', { name: 'Look round a sample desk' }).waitFor()
      await look('first run')
      await page.getByRole('button', { name: 'Join a desk' }).click()
      await look('join')
      await page.getByRole('button', { name: 'Back' }).click()
      await page.getByRole('button', { name: 'Begin a desk' }).click()
      await look('begin')
      await page.getByRole('button', { name: 'Back' }).click()
      await page.getByRole('button', { name: 'Look round a sample desk' }).click()
      await page.getByRole('heading', { name: 'Desk' }).waitFor({ timeout: 90_000 })
      await look('desk')
      for (const name of ['Review', 'Queue', 'Record', 'Settings', 'Compose']) {
        await page.getByRole('navigation').first().getByRole('link', { name }).click()
        await page.locator('main h1').first().waitFor()
        await look(name)
      }
      await page.getByRole('navigation').first().getByRole('link', { name: 'Settings' }).click()
      await page.getByRole('link', { name: 'People and roles' }).click()
      await page.getByRole('heading', { name: 'Add somebody' }).waitFor()
      await look('people')
      await page.getByRole('navigation').first().getByRole('link', { name: 'Review' }).click()
      await page.locator('main li a').first().click()
      await page.getByRole('region', { name: 'Submitted version' }).waitFor()
      await look('reviewing')
      await page.getByRole('navigation').first().getByRole('link', { name: 'Desk' }).click()
      await page.locator('tbody button').first().click()
      await page.getByRole('region', { name: 'Preview' }).waitFor()
      await look('composing')
      await page.keyboard.press('Control+Shift+P')
      await page.getByRole('dialog').waitFor()
      await look('palette')
      expect(found).toEqual([])
    },
  )
}
