/** Long lists in a real browser: a page first, earlier ones when asked for, whatever the list. */
import { expect, test } from 'vitest'
import { fillWithArticles, queueOldEntries } from '../factories/many.ts'
import { importText, must } from '../factories/people.ts'
import { openTestDesk } from '../factories/workstation.ts'
import { noBrowser, openShell, sharedBrowser } from './shell.ts'

const browser = sharedBrowser()

test.skipIf(noBrowser !== '')(
  `[BI4] Desk, Record and Queue show a page and then earlier ones, to the last${noBrowser && ` (${noBrowser})`}`,
  { timeout: 120_000 },
  async () => {
    const desk = await openTestDesk()
    const { call } = await desk.sit(desk.founder)
    const id = await importText(call, 'The newest of them\n\nWords.')
    must(await call('workflow.act', { id, act: 'override_publish', note: 'Alone at the desk.', now: true }))
    must(await call('queue.work', {}))
    await desk.close()
    fillWithArticles(desk.folder, desk.people.writer, { articles: 650, published: 220 })
    queueOldEntries(desk.folder, 250)
    const shell = await openShell(desk.folder)
    const page = await shell.window(browser())
    await page.getByRole('button', { name: 'Writer Writer' }).click()
    const rows = page.getByRole('main').getByRole('row')
    await page.getByText('100 of 651 articles').waitFor()
    for (const shown of [200, 300, 400, 500, 600]) {
      await page.getByRole('button', { name: 'Show more' }).click()
      await page.getByText(`${shown} of 651 articles`).waitFor()
    }
    await page.getByRole('button', { name: 'Show more' }).click()
    await page.getByText('651 articles', { exact: false }).waitFor()
    // What is far from sight is one empty row, and comes back when it is looked at.
    await page.getByRole('button', { name: 'Show more' }).waitFor({ state: 'detached' })
    await expect.poll(() => rows.count()).toBeLessThan(400)
    await rows.last().scrollIntoViewIfNeeded()
    await expect.poll(() => rows.last().getAttribute('aria-rowindex')).toBe('652')
    expect(await page.getByRole('button', { name: 'Show more' }).count()).toBe(0)

    await page.getByRole('navigation').getByRole('link', { name: 'Record' }).click()
    const entries = page.getByRole('main').getByRole('listitem')
    await expect.poll(() => entries.count()).toBe(100)
    for (const shown of [200, 221]) {
      await page.getByRole('button', { name: 'Show earlier' }).click()
      await expect.poll(() => entries.count()).toBe(shown)
    }
    expect(await page.getByRole('button', { name: 'Show earlier' }).count()).toBe(0)

    await page.getByRole('navigation').getByRole('link', { name: 'Queue' }).click()
    const needs = page.getByRole('region', { name: 'Needs you' }).getByRole('listitem')
    await expect.poll(() => needs.count()).toBe(4)
    await expect.poll(() => entries.count()).toBe(4 + 100)
    for (const shown of [204, 251]) {
      await page.getByRole('button', { name: 'Show earlier' }).click()
      await expect.poll(() => entries.count()).toBe(shown)
    }
    expect(await page.getByRole('button', { name: 'Show earlier' }).count()).toBe(0)
  },
)
