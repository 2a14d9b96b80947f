/** Arranging the front in a real browser: from the list of a slot by keyboard, by dragging, with the exact page beside it, undone in one click. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { importText, must } from '../factories/people.ts'
import { openTestDesk } from '../factories/workstation.ts'
import { noBrowser, openShell, sharedBrowser } from './shell.ts'

const browser = sharedBrowser()

test.skipIf(noBrowser !== '')(
  `[IN1] [FP5] [FP3] the front is arranged by keyboard and by hand, previewed exactly, published by itself and undone in one click${noBrowser && ` (${noBrowser})`}`,
  { timeout: 120_000 },
  async () => {
    const desk = await openTestDesk()
    const { writer, editor, publisher } = desk.people
    const call = async (person: string) => (await desk.sit(person)).call
    for (const headline of ['The lamp at the pier', 'The bell of the ferry', 'The tolls of the bridge']) {
      const id = await importText(await call(writer), `${headline}\n\nIt is heard all night.`)
      must(await (await call(writer))('workflow.act', { id, act: 'submit' }))
      must(await (await call(editor))('workflow.act', { id, act: 'approve' }))
      must(await (await call(publisher))('workflow.act', { id, act: 'publish', now: true }))
      must(await (await call(publisher))('queue.work', {}))
    }
    await desk.close()
    const leadOut = () => /story lead">.*?<h2><a [^>]*>([^<]*)/s.exec(readFileSync(join(desk.folder, 'site/index.html'), 'utf8'))?.[1]
    expect(leadOut()).toBe('The tolls of the bridge')

    const shell = await openShell(desk.folder)
    const page = await shell.window(browser())
    await page.getByRole('button', { name: 'Publisher Publisher' }).click()
    await page.getByRole('navigation').first().getByRole('link', { name: 'Queue' }).click()
    await page.getByRole('link', { name: 'Front' }).click()
    const shown = page.getByRole('region', { name: 'Preview' }).frameLocator('iframe')
    await expect.poll(() => shown.locator('.story.lead h2').innerText()).toBe('The tolls of the bridge')

    // By keyboard: the list of a slot takes the first letters of a headline.
    await page.getByLabel('Lead').focus()
    await page.keyboard.type('The lamp')
    await expect.poll(() => shown.locator('.story.lead h2').innerText()).toBe('The lamp at the pier')
    // By hand.
    const pieces = page.getByRole('region', { name: 'Live pieces' })
    await pieces.getByText('The bell of the ferry').dragTo(page.getByText('Second 1', { exact: true }))
    await expect.poll(() => shown.locator('.story.second h2').first().innerText()).toBe('The bell of the ferry')
    const previewed = await shown.locator('html').evaluate((root) => root.ownerDocument.querySelector('main')?.outerHTML)
    await page.getByRole('button', { name: 'Arrange the front' }).click()
    await page.getByText('The front is arranged').first().waitFor({ timeout: 8000 })
    const held = () => page.evaluate(() => document.activeElement?.textContent)
    await expect.poll(held).toBe('Front')
    await expect.poll(leadOut, { timeout: 20_000 }).toBe('The lamp at the pier')
    expect(previewed).toContain('The bell of the ferry')
    await page.getByRole('button', { name: 'Undo' }).click()
    await page.getByText('The front stands as it did before').first().waitFor()
    await expect.poll(held).toBe('Front')
    await expect.poll(leadOut, { timeout: 20_000 }).toBe('The tolls of the bridge')
    await page.getByRole('link', { name: 'On its way' }).click()
    await page.getByText('The front page').first().waitFor()
  },
)
