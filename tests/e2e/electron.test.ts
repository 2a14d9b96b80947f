/** The same short day in both shells: in the web shell, and in a real Electron where there is one. */
import { existsSync } from 'node:fs'
import path from 'node:path'
import { type ElectronApplication, _electron as playwrightElectron } from 'playwright'
import { expect, onTestFinished, test } from 'vitest'
import { executableIn, noWindowBecause } from '../../scripts/electronBinary.mjs'
import { temporaryFolder } from '../harness/folder.ts'
import { root } from '../harness/sources.ts'
import { beginWriteSubmit, findAgain, headline } from './oneDay.ts'
import { noBrowser, openShell, sharedBrowser } from './shell.ts'

const electron = [process.env.ELECTRON_OVERRIDE_DIST_PATH ?? '', path.join(root, 'node_modules/electron/dist')]
  .filter((folder) => folder !== '')
  .map((folder) => executableIn(folder))
  .find((file) => existsSync(file))
const noElectron = electron === undefined ? 'no Electron on this machine' : (noWindowBecause() ?? '')

const browser = sharedBrowser()

test.skipIf(noBrowser !== '')(`a short day in the web shell${noBrowser && ` (${noBrowser})`}`, async () => {
  const folder = temporaryFolder()
  const first = await openShell(folder)
  await beginWriteSubmit(await first.window(browser()))
  await first.close()
  const second = await openShell(folder)
  await findAgain(await second.window(browser()))
})

test.skipIf(noElectron !== '')(`a short day in Electron${noElectron && ` (${noElectron})`}`, async () => {
  const folder = temporaryFolder()
  const first = await start(folder)
  const page = await first.firstWindow()
  expect(await page.evaluate(() => Object.keys(window).includes('require'))).toBe(false)
  expect(page.url()).toMatch(/^app:\/\/chancery\//)
  await beginWriteSubmit(page)
  expect(await first.evaluate(({ Menu }) => Menu.getApplicationMenu()?.getMenuItemById('goReview')?.label)).toBe('Review')
  await first.evaluate(({ Menu }) => Menu.getApplicationMenu()?.getMenuItemById('goReview')?.click())
  await page.getByRole('link', { name: headline }).waitFor()
  await first.close()
  const second = await start(folder)
  await findAgain(await second.firstWindow())
  await second.close()
})

async function start(folder: string): Promise<ElectronApplication> {
  const app = await playwrightElectron.launch({ executablePath: electron ?? '', args: [root, '--data', folder], cwd: root })
  onTestFinished(async () => {
    if (app.process().exitCode === null) await app.close()
  })
  return app
}
