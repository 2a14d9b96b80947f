/** What people get wrong, where they meet it: a folder that is somebody else's or gone, signs that are no search, an article without text. */
import { mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'
import { temporaryFolder } from '../harness/folder.ts'
import { importText, must } from '../factories/people.ts'
import { openTestDesk } from '../factories/workstation.ts'
import { noBrowser, openShell, sharedBrowser } from './shell.ts'

const browser = sharedBrowser()

test.skipIf(noBrowser !== '')(
  `[SI3] a destination that holds somebody else’s files, or is gone, is said in the Queue; mended, it goes out with one button${noBrowser && ` (${noBrowser})`}`,
  { timeout: 120_000 },
  async () => {
    const theirs = path.join(temporaryFolder(), 'theirs')
    mkdirSync(theirs)
    writeFileSync(path.join(theirs, 'index.html'), 'my own page')
    const desk = await openTestDesk()
    const { call } = await desk.sit(desk.founder)
    const { settings, hash } = must(await call('settings.read', {}))
    const destinations = settings.destinations.map((destination) => ({ ...destination, folder: theirs }))
    must(await call('settings.change', { base: hash, settings: { ...settings, undoSeconds: 0, destinations } }))
    const publish = async (headline: string) => {
      const id = await importText(call, `${headline}\n\nIt is seen all night.`)
      must(await call('workflow.act', { id, act: 'override_publish', note: 'Alone.', now: true }))
      must(await call('queue.work', {}))
    }
    await publish('The lamp at the pier')
    await desk.close()

    const shell = await openShell(desk.folder)
    const page = await shell.window(browser())
    await page.getByRole('button', { name: /^Founder/ }).click()
    await page.getByRole('navigation').getByRole('link', { name: 'Queue' }).click()
    const needs = page.getByRole('region', { name: 'Needs you' }).getByRole('listitem').filter({ hasText: 'The lamp' })
    await needs.getByText('was not written by this desk. It was left as it is. What readers find is whole').waitFor()
    expect(readFileSync(path.join(theirs, 'index.html'), 'utf8')).toBe('my own page')
    renameSync(path.join(theirs, 'index.html'), path.join(theirs, 'moved away.html'))
    await needs.getByRole('button', { name: 'Try now' }).click()
    await page.getByRole('link', { name: 'View on site' }).first().waitFor()
    expect(readFileSync(path.join(theirs, 'moved away.html'), 'utf8')).toBe('my own page')
    await shell.close()

    // A disk that was taken away, with everything on it.
    const away = `${theirs}-away`
    renameSync(theirs, away)
    const later = await openShell(desk.folder)
    const again = await later.window(browser())
    await again.getByRole('button', { name: /^Founder/ }).click()
    await again.getByRole('button', { name: 'The lamp at the pier' }).waitFor()
    await again.getByRole('navigation').getByRole('link', { name: 'Queue' }).click()
    await again.getByRole('button', { name: 'Send again' }).first().click()
    const waiting = again.getByRole('listitem').filter({ hasText: 'is not there any more' })
    await waiting.getByText('Nothing was published or lost; it is tried again by itself.').waitFor()
    renameSync(away, theirs)
    await waiting.getByRole('button', { name: 'Try now' }).click()
    await expect.poll(() => waiting.count(), { timeout: 20_000 }).toBe(0)
    // The shell may be laying files there still.
    await later.close()
    rmSync(theirs, { recursive: true })
  },
)

test.skipIf(noBrowser !== '')(
  `signs that are syntax elsewhere find nothing and break nothing, and an article without text says what it lacks${noBrowser && ` (${noBrowser})`}`,
  { timeout: 120_000 },
  async () => {
    const desk = await openTestDesk()
    const { call } = await desk.sit(desk.people.writer)
    await importText(call, 'The lamp at the pier\n\nIt is seen all night.')
    await desk.close()
    const shell = await openShell(desk.folder)
    const page = await shell.window(browser())
    await page.getByRole('button', { name: 'Writer Writer' }).click()
    await page.getByRole('button', { name: 'The lamp at the pier' }).waitFor()
    for (const words of ['" OR 1', '*', "'; DROP TABLE article", 'NEAR(', '%_']) {
      await page.getByLabel('Filter by headline').fill(words)
      await page.getByText(`No headline holds “${words}”.`).waitFor()
    }
    await page.getByLabel('Filter by headline').fill('')
    await page.getByRole('navigation').getByRole('link', { name: 'Record' }).click()
    await page.getByLabel('Search everything').fill('" OR 1')
    await page.getByText('Nothing holds these words.').waitFor()
    await page.getByLabel('Search everything').fill('lamp" OR "pie')
    await page.getByText('Nothing holds these words.').waitFor()
    await page.getByLabel('Search everything').fill('lamp" "pie')
    await page.getByRole('link', { name: 'The lamp at the pier' }).waitFor()

    await page.keyboard.press('Control+Alt+n')
    await page.getByRole('textbox', { name: 'Headline' }).waitFor()
    await page.getByRole('button', { name: 'Submit for review' }).click()
    const submit = page.getByRole('dialog').getByRole('button', { name: 'Submit for review' })
    if (await submit.isVisible().catch(() => false)) await submit.click()
    const refusal = page.getByRole('alert').filter({ hasText: 'The text is safe' })
    await refusal.getByRole('button', { name: 'The body has no text.' }).click()
    await expect.poll(() => page.evaluate(() => document.activeElement?.getAttribute('aria-label'))).toBe('Body')
  },
)
