/** Pictures for the README and the guide: the sample desk in the built product, light and dark. Run: node scripts/shots.ts */
import { spawn } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { createInterface } from 'node:readline'
import { chromium } from 'playwright'

const root = path.join(import.meta.dirname, '..')
const pictures = path.join(root, 'docs/guide/pictures')
mkdirSync(pictures, { recursive: true })
const data = mkdtempSync(path.join(tmpdir(), 'chancery-shots-'))
const backups = mkdtempSync(path.join(tmpdir(), 'chancery-stick-'))
const shell = spawn(process.execPath, [path.join(root, 'out/main/web.js'), '--data', data], {
  env: { ...process.env, CHANCERY_OPEN: 'no' },
  stdio: ['ignore', 'pipe', 'inherit'],
})
const address = await new Promise<string>((resolve) => {
  createInterface({ input: shell.stdout }).on('line', (line) => {
    const [found] = /http:\/\/\S+/.exec(line) ?? []
    if (found) resolve(found)
  })
})
const browser = await chromium.launch({
  executablePath: process.env['CHROMIUM'] ?? '/usr/bin/chromium',
  args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking'],
})
try {
  for (const colorScheme of ['light', 'dark'] as const) {
    const page = await (await browser.newContext({ viewport: { width: 1440, height: 900 }, colorScheme })).newPage()
    const shoot = async (name: string) => {
      await page.waitForTimeout(600)
      await page.screenshot({ path: path.join(pictures, `${name}-${colorScheme}.png`) })
    }
    await page.goto(address)
    const sample = page.getByRole('button', { name: 'Look round a sample desk' })
    await page.getByRole('heading', { level: 1 }).first().waitFor()
    if (await sample.isVisible()) {
      await shoot('first-run')
      await sample.click()
    }
    await page
      .getByRole('heading', { name: /Desk|Who is at the desk/ })
      .first()
      .waitFor({ timeout: 60_000 })
    const choose = page.locator('main li button').first()
    if (await page.getByRole('heading', { name: 'Who is at the desk?' }).isVisible()) await choose.click()
    await page.getByRole('heading', { name: 'Desk', exact: true }).waitFor()
    await shoot('desk')
    const open = async (headline: RegExp) => {
      await page.getByRole('button', { name: headline }).click()
      await page.getByRole('region', { name: 'Preview' }).waitFor()
      await page.waitForTimeout(1500)
    }
    await open(/falconers/)
    await shoot('compose')
    await page.keyboard.press('Control+H')
    await page.getByLabel('Find', { exact: true }).fill('charter')
    await page.locator('.ProseMirror-search-match').first().waitFor()
    await shoot('find')
    await page.keyboard.press('Escape')
    await page.getByRole('tab', { name: 'History' }).click()
    await shoot('history')
    await page.getByRole('navigation').first().getByRole('link', { name: 'Desk' }).click()
    await open(/River accounts/)
    await page.getByRole('tab', { name: 'Details' }).click()
    await shoot('correction')
    await page.getByRole('navigation').first().getByRole('link', { name: 'Desk' }).click()
    await open(/consular list/)
    await page.getByRole('button', { name: 'Publish…' }).click()
    await shoot('publish')
    await page.keyboard.press('Escape')
    await page.getByRole('button', { name: 'More' }).click()
    await page.getByRole('menuitem', { name: 'Schedule…' }).click()
    await page.getByLabel('Date and time').fill('28 March 2027, 06:00')
    await shoot('schedule')
    await page.keyboard.press('Escape')
    const bar = page.getByRole('navigation').first()
    for (const name of ['Review', 'Queue', 'Record', 'Settings']) {
      await bar.getByRole('link', { name }).click()
      await page.getByRole('heading', { level: 1 }).first().waitFor()
      if (name === 'Review') {
        const first = page.getByRole('link', { name: /bridge tolls/ })
        if (await first.isVisible()) await first.click()
      }
      await shoot(name.toLowerCase())
    }
    await page.goto(new URL('/settings/words', address).href)
    await page.getByRole('button', { name: 'Agree to these words' }).waitFor()
    await shoot('standing-words')
    await page.goto(new URL('/settings/history', address).href)
    await page
      .getByRole('button', { name: /^What changed: Changed/ })
      .first()
      .click()
    await page.getByRole('dialog').locator('ins').first().waitFor()
    await shoot('settings-history')
    await page.keyboard.press('Escape')
    await page.goto(new URL('/settings/keys', address).href)
    await page.getByRole('heading', { level: 1 }).first().waitFor()
    await shoot('keys')
    await page.goto(new URL('/settings/backups', address).href)
    await page.getByLabel('Folder').fill(backups)
    await page.getByRole('button', { name: 'Make a backup' }).click()
    await page.getByRole('dialog').waitFor()
    await shoot('recovery-code')
    await page.getByRole('button', { name: 'Remove the backup' }).click()
    await page.goto(new URL('/setup', address).href)
    await page.frameLocator('iframe').getByRole('contentinfo').first().waitFor()
    await shoot('setting-up')
    await page.goto(new URL('/site/', address).href)
    await shoot('site')
  }
} finally {
  await browser.close()
  shell.kill('SIGTERM')
  for (const folder of [data, backups]) rmSync(folder, { recursive: true, force: true })
}
