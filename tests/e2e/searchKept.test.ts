/** The search of the Record in a real browser: what stands in no text any more is found and opened where it was kept. */
import { expect, test } from 'vitest'
import { importText, must, paragraphUpdate } from '../factories/people.ts'
import { openTestDesk } from '../factories/workstation.ts'
import { noBrowser, openShell, sharedBrowser } from './shell.ts'

const browser = sharedBrowser()

test.skipIf(noBrowser !== '')(
  `[RC3] words of an earlier version open its comparison, a reason its line, a correction its edition${noBrowser && ` (${noBrowser})`}`,
  { timeout: 180_000 },
  async () => {
    const desk = await openTestDesk()
    const { call } = await desk.sit(desk.founder)
    const id = await importText(call, 'The bells\n\nRung by a verger at five.')
    must(await call('workflow.act', { id, act: 'override_publish', note: 'No colleague on the premises.', now: true }))
    must(await call('queue.work', {}))
    must(await call('workflow.act', { id, act: 'open_edition', kind: 'correction' }))
    const note = { wrote: 'at five', shouldSay: 'at six', note: 'The hour was another.', doNotRepeat: false }
    must(await call('articles.setField', { id, field: 'correctionNotes', value: [note], base: [] }))
    must(await call('articles.setField', { id, field: 'changeNote', value: 'The hour was wrong.', base: '' }))
    must(await call('articles.save', { id, update: await paragraphUpdate(call, id, 'The carillon follows.') }))
    must(await call('workflow.act', { id, act: 'override_publish', note: 'Alone again.', now: true }))
    must(await call('queue.work', {}))
    must(await call('workflow.act', { id, act: 'open_edition', kind: 'update' }))
    must(await call('versions.restore', { id, version: must(await call('articles.read', { id })).versions[0]?.hash ?? '' }))
    await desk.close()

    const shell = await openShell(desk.folder)
    const page = await shell.window(browser())
    await page.getByRole('button', { name: /Founder/ }).click()
    await page.getByRole('navigation', { name: 'Screens' }).getByRole('link', { name: 'Record', exact: true }).click()
    const search = page.getByLabel('Search everything')
    const kept = page.getByRole('region', { name: 'Only in what was kept' })

    await search.fill('carillon')
    await kept.getByRole('link', { name: 'The bells In edition 2' }).click()
    await page.getByRole('dialog').locator('del').getByText('carillon').waitFor()
    await page.keyboard.press('Escape')
    await page.goBack()
    expect(await search.inputValue()).toBe('carillon')

    await search.fill('premises')
    await kept.getByRole('link', { name: 'The bells In the reason for' }).click()
    await page.getByText('No colleague on the premises.').waitFor()
    await page.goBack()
    await search.fill('at six')
    await kept.getByRole('link', { name: 'The bells In what edition 2 put right' }).click()
    await page.getByRole('region', { name: 'Edition 2' }).getByText('at six').waitFor()
    // An edition that was replaced leads to the page it keeps.
    const addressOf = (edition: string) => page.getByRole('region', { name: edition }).getByRole('link').first().innerText()
    expect(await addressOf('Edition 1')).toMatch(/\/editions\/1\/$/)
    expect(await addressOf('Edition 2')).toMatch(/\/the-bells\/$/)
  },
)
