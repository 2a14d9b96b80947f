/** A text and its pictures, chosen together: they come in together. */
import { expect, test } from 'vitest'
import { photograph } from '../factories/pictures.ts'
import { noBrowser, openShell, sharedBrowser } from './shell.ts'

const browser = sharedBrowser()

test.skipIf(noBrowser !== '')(
  `[SE9] pictures that are chosen along with the text that names them stand in it; alone they are refused in words${noBrowser && ` (${noBrowser})`}`,
  { timeout: 120_000 },
  async () => {
    const shell = await openShell()
    const ada = await shell.window(browser())
    await ada.getByRole('button', { name: 'Begin a desk' }).click()
    await ada.getByLabel('Name of the newspaper').fill('The Ferry Record')
    await ada.getByRole('button', { name: 'Begin', exact: true }).click()
    await ada.getByRole('button', { name: 'New article' }).first().waitFor()
    await ada.getByRole('navigation', { name: 'Screens' }).getByRole('link', { name: 'Desk', exact: true }).click()
    const files = ada.locator('input[type=file][accept*=".md"]').first()
    await files.waitFor({ state: 'attached' })
    const picture = { name: 'quay.jpg', mimeType: 'image/jpeg', buffer: await photograph() }
    await files.setInputFiles([picture])
    await ada.getByText('Only pictures were chosen.').waitFor()
    await ada.keyboard.press('Escape')
    await ada.getByText('Only pictures were chosen.').waitFor({ state: 'detached' })
    const text = '# Boats go at nine\n\nThe last boat leaves.\n\n![A ferry](img/quay.jpg)\n\n![Far](https://elsewhere.example/x.png)\n'
    await files.setInputFiles([{ name: 'boats.md', mimeType: 'text/markdown', buffer: Buffer.from(text) }, picture])
    await ada.getByText('1 picture was not brought: https://elsewhere.example/x.png.').waitFor()
    await ada.keyboard.press('Escape')
    await ada.getByRole('button', { name: 'Boats go at nine' }).first().click()
    const figure = ada.locator('figure img')
    await figure.waitFor()
    expect(await figure.count()).toBe(1)
    await expect.poll(() => figure.evaluate((image: HTMLImageElement) => image.naturalWidth), { timeout: 20_000 }).toBe(200)
    expect(await ada.getByLabel('Alternative text').first().inputValue()).toBe('A ferry')
  },
)
