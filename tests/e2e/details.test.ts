/** What belongs to a piece beside its words, set in Details by keyboard in a real browser, and what of it readers see. */
import type { Page } from 'playwright'
import { expect, test } from 'vitest'
import { photograph } from '../factories/pictures.ts'
import { askPast, noBrowser, openShell, sharedBrowser } from './shell.ts'

const browser = sharedBrowser()

/** The preview follows what is set, on a busy machine a while later. */
const patient = { timeout: 20_000 }

async function publishedPiece(page: Page, headline: string): Promise<void> {
  await page.getByRole('button', { name: 'New article' }).first().click()
  await page.getByRole('textbox', { name: 'Headline' }).fill(headline)
  await page.getByRole('textbox', { name: 'Body' }).click()
  await page.keyboard.type('Words of it.')
  await page.getByLabel('Category').selectOption({ index: 1 })
  await page.getByRole('status').filter({ hasText: 'Saved on this computer' }).first().waitFor()
  const id = /compose\/([0-9a-f-]{36})/u.exec(page.url())?.[1] ?? ''
  await expect
    .poll(async () => {
      const answer = (await askPast(page, 'workflow.act', { id, act: 'override_publish', note: 'Alone.', now: true })) as {
        readonly ok: boolean
      }
      return answer.ok
    }, patient)
    .toBe(true)
  await askPast(page, 'queue.work', {})
  await page.getByRole('navigation', { name: 'Screens' }).getByRole('link', { name: 'Desk', exact: true }).click()
  await page.getByRole('heading', { name: 'Desk', exact: true }).waitFor()
}

test.skipIf(noBrowser !== '')(
  `[IN1] earlier pieces are found by headline, chosen and taken out by keyboard, and stand on the page${noBrowser && ` (${noBrowser})`}`,
  { timeout: 180_000 },
  async () => {
    const shell = await openShell()
    const ada = await shell.window(browser())
    await ada.getByRole('button', { name: 'Begin a desk' }).click()
    await ada.getByLabel('Name of the newspaper').fill('The Ferry Record')
    await ada.getByRole('button', { name: 'Begin', exact: true }).click()
    for (const headline of ['The bridge at Lock Nine', 'A quay without an owner']) await publishedPiece(ada, headline)
    await ada.getByRole('button', { name: 'New article' }).first().click()
    await ada.getByRole('textbox', { name: 'Headline' }).fill('The weir')
    await ada.getByRole('textbox', { name: 'Body' }).click()
    await ada.keyboard.type('Nobody opened it.')

    const choose = ada.getByRole('button', { name: 'Choose an earlier piece…' })
    const chosen = ada.getByRole('list', { name: 'Chosen for “Previously”' })
    for (const [words, headline] of [
      ['lock', 'The bridge at Lock Nine'],
      ['quay', 'A quay without an owner'],
    ] as const) {
      await choose.focus()
      await ada.keyboard.press('Enter')
      await ada.getByRole('combobox', { name: 'Earlier piece' }).waitFor()
      await ada.keyboard.type(words)
      await expect
        .poll(() => ada.getByRole('dialog').getByRole('option').allInnerTexts(), patient)
        .toEqual([expect.stringContaining(headline)])
      await ada.keyboard.press('Enter')
      await chosen.getByText(headline).waitFor()
    }
    const frame = ada.frameLocator('iframe[title]').first()
    await frame.getByRole('heading', { name: 'Previously' }).waitFor()
    await expect
      .poll(() => frame.locator('.previously h3').allInnerTexts(), patient)
      .toEqual(['The bridge at Lock Nine', 'A quay without an owner'])

    await ada.getByRole('button', { name: 'Take out The bridge at Lock Nine' }).focus()
    await ada.keyboard.press('Enter')
    await expect.poll(() => chosen.getByRole('listitem').count(), patient).toBe(1)
    expect(await choose.evaluate((field) => field === document.activeElement)).toBe(true)
    await expect.poll(() => frame.locator('.previously h3').allInnerTexts(), patient).toEqual(['A quay without an owner'])
  },
)

test.skipIf(noBrowser !== '')(
  `[IN1] a part of a report, its language, and what the desk keeps for itself are set by keyboard and stay${noBrowser && ` (${noBrowser})`}`,
  { timeout: 120_000 },
  async () => {
    const shell = await openShell()
    const ada = await shell.window(browser())
    await ada.getByRole('button', { name: 'Begin a desk' }).click()
    await ada.getByLabel('Name of the newspaper').fill('The Ferry Record')
    await ada.getByRole('button', { name: 'Begin', exact: true }).click()
    await ada.getByRole('button', { name: 'New article' }).first().click()
    await ada.getByRole('textbox', { name: 'Headline' }).fill('The weir')
    await ada.getByRole('textbox', { name: 'Body' }).click()
    await ada.keyboard.type('Nobody opened it.')
    await ada.getByLabel('Kind of piece').selectOption('Part of a special report')
    await ada.getByText('Name the report it is a part of.').waitFor()
    await write(ada, 'Special report', 'The weirs of Skerrow')
    await write(ada, 'Part', '2')
    await ada.frameLocator('iframe[title]').first().getByText('The weirs of Skerrow, part 2').waitFor()
    await write(ada, 'Language', 'de')
    await write(ada, 'Working name', 'weir')
    await ada.getByLabel('Wanted by').fill('2027-01-04')
    await write(ada, 'Wanted length', '5')
    await ada.getByText('3 of 5 words, 2 to go').waitFor()
    await write(ada, 'Whose rights', 'Ours; the drawing is the archive’s.')
    await write(ada, 'Licence', 'CC BY 4.0')
    // It stays while it is saved, however long that takes.
    const seen = Promise.withResolvers<void>()
    await ada.route(
      '**/call/articles.setField',
      async (route) => {
        await seen.promise
        await route.continue()
      },
      { times: 1 },
    )
    await write(ada, 'Asked on', '3 May 2026')
    await ada.getByRole('status').filter({ hasText: 'Saving…' }).first().waitFor()
    expect(await ada.getByLabel('Asked on', { exact: true }).inputValue()).toBe('3 May 2026')
    seen.resolve()
    await ada.getByLabel('Embargo').fill('2027-03-28T01:30')
    await ada.getByLabel('Embargo').press('Tab')
    await ada.getByText('The clocks go forward then').waitFor()
    await ada
      .getByRole('radio', { name: /before the clocks change|after the clocks change/ })
      .first()
      .check()
    await ada.getByText('Not public before Sunday 28 March 2027').waitFor()
    await ada.getByLabel('To be read by').selectOption({ index: 1 })

    // One after the other; a reload before the last of them would take it along. What is saved of the words says nothing of these.
    const id = /compose\/([0-9a-f-]{36})/u.exec(ada.url())?.[1] ?? ''
    await expect
      .poll(async () => {
        const answer = (await askPast(ada, 'articles.read', { id })) as { readonly value?: { readonly fields?: Record<string, unknown> } }
        const { rights, reader } = answer.value?.fields ?? {}
        return { rights, isNamed: typeof reader === 'string' && reader !== '' }
      }, patient)
      .toMatchObject({ rights: { askedOn: '2026-05-03' }, isNamed: true })
    await ada.reload()
    await ada.getByRole('textbox', { name: 'Body' }).waitFor()
    for (const [label, value] of [
      ['Kind of piece', 'reportPart'],
      ['Special report', 'The weirs of Skerrow'],
      ['Part', '2'],
      ['Language', 'de'],
      ['Working name', 'weir'],
      ['Wanted by', '4 January 2027'],
      ['Wanted length', '5'],
      ['Whose rights', 'Ours; the drawing is the archive’s.'],
      ['Licence', 'CC BY 4.0'],
      ['Asked on', '3 May 2026'],
    ] as const)
      expect(await ada.getByLabel(label, { exact: true }).inputValue(), label).toBe(value)
    expect(await ada.getByLabel('To be read by').inputValue()).not.toBe('')
    // The whole pane fits a window of 320 pixels.
    await ada.setViewportSize({ width: 320, height: 800 })
    await ada.getByRole('button', { name: 'Details', exact: true }).click()
    await ada.getByLabel('Embargo').waitFor()
    expect(await ada.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320)
  },
)

test.skipIf(noBrowser !== '')(
  `[IN1] a lead picture is chosen, described and its focus moved by keyboard and by pointer; the page cuts it there${noBrowser && ` (${noBrowser})`}`,
  { timeout: 120_000 },
  async () => {
    const shell = await openShell()
    const ada = await shell.window(browser())
    await ada.getByRole('button', { name: 'Begin a desk' }).click()
    await ada.getByLabel('Name of the newspaper').fill('The Ferry Record')
    await ada.getByRole('button', { name: 'Begin', exact: true }).click()
    await ada.getByRole('button', { name: 'New article' }).first().click()
    await ada.getByRole('textbox', { name: 'Headline' }).fill('The weir')
    const chosen = ada.waitForEvent('filechooser')
    await ada.getByRole('button', { name: 'Choose a lead picture…' }).focus()
    await ada.keyboard.press('Enter')
    await (await chosen).setFiles({ name: 'weir.jpg', mimeType: 'image/jpeg', buffer: await photograph(900, 600) })
    const alt = ada.getByLabel('Alternative text of the lead')
    await alt.waitFor()
    await expect.poll(() => alt.evaluate((field) => field === document.activeElement), patient).toBe(true)
    await ada.keyboard.type('A weir in flood')
    await ada.keyboard.press('Tab')
    await ada.keyboard.type('The weir.')
    await ada.keyboard.press('Tab')
    const figure = ada.frameLocator('iframe[title]').first().locator('figure.lead-picture')
    await figure.getByText('The weir.').waitFor()
    await ada.getByLabel('In sight, down').focus()
    for (let step = 0; step < 3; step += 1) await ada.keyboard.press('ArrowUp')
    await expect.poll(() => figure.getAttribute('class'), patient).toBe('lead-picture focus-y-65')
    await ada
      .getByRole('img', { name: 'A weir in flood' })
      .first()
      .click({ position: { x: 4, y: 4 } })
    await expect.poll(() => figure.getAttribute('class'), patient).toMatch(/^lead-picture focus-x-[05] focus-y-[05]$/u)
    expect(await figure.locator('img').getAttribute('srcset')).toMatch(/480w, .* 600w$/u)

    await ada
      .getByLabel('Lead picture, from a file')
      .setInputFiles({ name: 'x.svg', mimeType: 'image/svg+xml', buffer: Buffer.from('<svg/>') })
    await ada.getByText('is no picture that can be taken in').waitFor()
    await ada.getByRole('button', { name: 'Take out the lead picture' }).click()
    await expect.poll(() => figure.count(), patient).toBe(0)
    const choose = ada.getByRole('button', { name: 'Choose a lead picture…' })
    await choose.waitFor()
    expect(await choose.evaluate((button) => button === document.activeElement)).toBe(true)
  },
)

async function write(page: Page, label: string, words: string): Promise<void> {
  const field = page.getByLabel(label, { exact: true })
  await field.fill(words)
  await field.press('Tab')
}
