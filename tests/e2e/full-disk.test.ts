/** The disk runs full while somebody writes in a browser: what the status line says, the copy it offers, how saving goes on. */
import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { noSmallDisk, smallDisk } from '../factories/smallDisk.ts'
import { noBrowser, openShell, sharedBrowser } from './shell.ts'

const browser = sharedBrowser()
const missing = noBrowser || noSmallDisk

test.skipIf(missing !== '')(
  `[DU2] the status line says that the disk is full, a copy can be kept, and what was typed meanwhile is saved when there is room${missing && ` (${missing})`}`,
  { timeout: 180_000 },
  async () => {
    const disk = smallDisk('6m')
    const shell = await openShell(disk.folder)
    const page = await shell.window(browser())
    await page.getByRole('button', { name: 'Begin a desk' }).click()
    await page.getByLabel('Your name or pen name').fill('Ada Quill')
    await page.getByLabel('Name of the newspaper').fill('The Ferry Record')
    await page.getByRole('button', { name: 'Begin', exact: true }).click()
    await page.getByRole('button', { name: 'New article' }).first().click()
    await page.getByRole('textbox', { name: 'Headline' }).click()
    await page.keyboard.type('The weir at low water')
    const body = page.getByRole('textbox', { name: 'Body' })
    await body.click()
    await page.keyboard.type('It was measured at noon. ')
    const saved = page.getByRole('status').filter({ hasText: 'Saved on this computer' }).first()
    await saved.waitFor()

    // Small saves still fit into what the files hold already: a long paste finds no room.
    const long = `It stood at four feet. ${'Nobody had seen it lower. '.repeat(6000)}And so it ends.`
    disk.fill()
    await page.evaluate((text) => {
      const data = new DataTransfer()
      data.setData('text/plain', text)
      document.activeElement?.dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }))
    }, long)
    const alert = page.getByRole('alert').filter({ hasText: 'Could not save' })
    await alert.waitFor({ timeout: 5000 })
    expect((await alert.innerText()).trim()).toBe('Could not save: the disk is full. Your text is still on screen.')
    await page.keyboard.type(' Typed after it.')
    expect(await body.innerText()).toContain('And so it ends. Typed after it.')

    const [copy] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name: 'Save a copy…' }).click()])
    expect(copy.suggestedFilename()).toBe('the-weir-at-low-water.md')
    const words = readFileSync(await copy.path(), 'utf8')
    expect(words).toContain('# The weir at low water')
    expect(words).toContain('It was measured at noon. It stood at four feet.')
    expect(words).toContain('And so it ends. Typed after it.')

    disk.empty()
    await saved.waitFor({ timeout: 60_000 })
    await page.reload()
    await expect.poll(async () => body.innerText(), { timeout: 20_000 }).toContain('And so it ends. Typed after it.')
    await shell.close()
  },
)
