/** Review in a real browser: what differs beside the words is told above them and in the list, and lists are shown as lists. */
import { expect, test } from 'vitest'
import { importText, must, paragraphUpdate } from '../factories/people.ts'
import { openTestDesk } from '../factories/workstation.ts'
import { noBrowser, openShell, sharedBrowser } from './shell.ts'

const browser = sharedBrowser()

test.skipIf(noBrowser !== '')(
  `[RV3] changed fields stand above the words and in the list of changes, entries of a list in a list${noBrowser && ` (${noBrowser})`}`,
  { timeout: 180_000 },
  async () => {
    const desk = await openTestDesk()
    const writer = (await desk.sit(desk.people.writer)).call
    const editor = (await desk.sit(desk.people.editor)).call
    const text = '# The bells\n\n1. The tenor, of bronze\n2. The treble, of tin\n\n| Bell | Weight |\n| --- | --- |\n| Tenor | 12 |\n'
    const id = await importText(writer, text, 'archives', 'bells.md')
    must(await writer('workflow.act', { id, act: 'submit' }))
    must(await editor('workflow.act', { id, act: 'request_changes', note: 'Which category?' }))
    must(await writer('articles.setField', { id, field: 'category', value: 'notices', base: 'archives' }))
    must(await writer('articles.setField', { id, field: 'tags', value: ['towers'], base: [] }))
    must(await writer('articles.save', { id, update: await paragraphUpdate(writer, id, 'Both are rung.') }))
    must(await writer('workflow.act', { id, act: 'submit' }))
    await desk.close()

    const shell = await openShell(desk.folder)
    const page = await shell.window(browser())
    await page.getByRole('button', { name: 'Editor Editor' }).click()
    await page
      .getByRole('navigation', { name: 'Screens' })
      .getByRole('link', { name: /^Review/ })
      .click()
    await page.getByRole('link', { name: 'The bells' }).click()
    const words = page.getByRole('region', { name: 'Submitted version' })
    const fields = words.getByRole('region', { name: 'Changed beside the words' })
    await fields.getByText('Category').waitFor()
    expect(await fields.locator('del').allInnerTexts()).toEqual(['Archives', 'none'])
    expect(await fields.locator('ins').allInnerTexts()).toEqual(['Notices', 'towers'])
    expect(await words.locator('article ol > li').allInnerTexts()).toEqual(['The tenor, of bronze', 'The treble, of tin'])
    expect(await words.getByRole('cell').allInnerTexts()).toEqual(['Tenor', '12'])
    const list = page.getByRole('list', { name: 'What changed' })
    expect(await list.getByRole('listitem').allInnerTexts()).toEqual([
      expect.stringContaining('Category'),
      expect.stringContaining('Tags'),
      expect.stringContaining('Both are rung.'),
    ])
    await list.getByRole('button', { name: /Tags/ }).click()
    await fields.locator('[data-current]').getByText('Tags').waitFor()
  },
)

test.skipIf(noBrowser !== '')(
  `[RV4] a long text is compared in a worker, and told as a short one is${noBrowser && ` (${noBrowser})`}`,
  { timeout: 180_000 },
  async () => {
    const desk = await openTestDesk()
    const writer = (await desk.sit(desk.people.writer)).call
    const editor = (await desk.sit(desk.people.editor)).call
    const lines = Array.from(
      { length: 400 },
      (_, n) => `Line ${n}. The bells of the tower are counted once a year, and the count is kept with the keys.`,
    )
    const id = await importText(writer, `The count of the bells\n\n${lines.join('\n\n')}`)
    must(await writer('workflow.act', { id, act: 'submit' }))
    must(await editor('workflow.act', { id, act: 'request_changes', note: 'And the treble?' }))
    must(await writer('articles.save', { id, update: await paragraphUpdate(writer, id, 'Both are rung.') }))
    must(await writer('workflow.act', { id, act: 'submit' }))
    await desk.close()

    const page = await (await openShell(desk.folder)).window(browser())
    await page.getByRole('button', { name: 'Editor Editor' }).click()
    const screens = page.getByRole('navigation', { name: 'Screens' })
    await screens.getByRole('link', { name: /^Review/ }).click()
    await page.getByRole('link', { name: 'The count of the bells' }).click()
    const list = page.getByRole('list', { name: 'What changed' })
    await list.getByText('Both are rung.').waitFor()
    expect(await list.getByRole('listitem').count()).toBe(1)
    expect(await page.getByRole('region', { name: 'Submitted version' }).locator('ins').allInnerTexts()).toEqual(['Both are rung.'])
    expect(page.workers().filter((worker) => worker.url().includes('comparing'))).toHaveLength(1)
  },
)
