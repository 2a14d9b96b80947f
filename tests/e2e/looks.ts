/** Every screen, sheet and refusal of a desk, one after another, for whoever looks at them. */
import { join } from 'node:path'
import type { Page } from 'playwright'
import { root } from '../harness/sources.ts'

export type Look = (where: string) => Promise<void>

const place = (page: Page, name: string) => page.getByRole('navigation', { name: 'Screens' }).getByRole('link', { name, exact: true })
const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true })

async function go(page: Page, name: string): Promise<void> {
  await place(page, name).click()
  await page.locator('main h1').first().waitFor()
}

async function open(page: Page, headline: string): Promise<void> {
  await go(page, 'Desk')
  await page.getByLabel('Filter by headline').fill(headline)
  await page.getByRole('button', { name: headline }).first().click()
  await page.getByRole('region', { name: 'Preview' }).waitFor()
}

async function more(page: Page, act: string): Promise<void> {
  await button(page, 'More').click()
  await page.getByRole('menuitem', { name: act }).click()
}

/** First run, up to the sample desk. */
export async function lookAtFirstRun(page: Page, look: Look): Promise<void> {
  await button(page, 'Look round a sample desk').waitFor()
  await look('first run')
  await button(page, 'Join a desk').click()
  await look('join')
  await button(page, 'Back').click()
  await button(page, 'Begin a desk').click()
  await page.getByLabel('Name of the newspaper').fill('')
  await button(page, 'Begin').click()
  await page.getByText('The newspaper needs a name.').waitFor()
  await look('begin, refused')
  await button(page, 'Back').click()
  await button(page, 'Look round a sample desk').click()
  await page.getByRole('heading', { name: 'Desk', exact: true }).waitFor({ timeout: 90_000 })
}

/** The screens and the sheets of the sample desk, by whoever may do everything an editor does. */
export async function lookAtDesk(page: Page, look: Look): Promise<void> {
  await look('desk')
  await page.getByLabel('Filter by headline').fill('no headline has these words')
  await page.getByText('No headline holds').waitFor()
  await look('desk, nothing found')
  await open(page, 'weights')
  await look('composing')
  await page.locator('section[aria-label="Text"] input[type=file]').setInputFiles(join(root, 'resources/sample/seal-matrices.png'))
  await page.getByLabel('Alternative text').waitFor()
  await look('composing, with a picture')
  await page.getByRole('tab', { name: 'History' }).click()
  await look('history')
  await button(page, 'More').click()
  await page.getByRole('menu').waitFor()
  await look('more acts')
  await page.keyboard.press('Escape')
  await button(page, 'Link…').click()
  await page.getByLabel('Address').fill('javascript:alert(1)')
  await button(page, 'Link').click()
  await page.getByText('A link goes to an address').waitFor()
  await look('link, refused')
  await page.keyboard.press('Escape')
  await page.keyboard.press('Control+Shift+S')
  await page.getByRole('dialog').waitFor()
  await look('name a version')
  await page.keyboard.press('Escape')
  await open(page, 'Treaty of the Two Fords')
  await page.getByText('stays as it is').waitFor()
  await look('published')
  await open(page, 'consular list')
  await button(page, 'Publish…').click()
  await page.getByText('as approved').waitFor()
  await look('publish sheet')
  await page.keyboard.press('Escape')
  await more(page, 'Schedule…')
  await page.getByLabel('Date and time').fill('2027-03-28T01:30')
  await page.getByText('The clocks go forward then').waitFor()
  await look('schedule sheet, refused')
  await page.keyboard.press('Escape')
  await go(page, 'Review')
  await look('review')
  await page.getByRole('link', { name: /bridge tolls/ }).click()
  await page.getByRole('region', { name: 'Submitted version' }).waitFor()
  await look('reviewing')
  await button(page, 'Request changes').click()
  await page.getByRole('dialog').getByRole('button', { name: 'Request changes' }).click()
  await page.getByRole('dialog').getByRole('alert').waitFor()
  await look('request changes, refused')
  await page.keyboard.press('Escape')
  await go(page, 'Queue')
  await look('queue')
  await page.getByRole('link', { name: 'Front', exact: true }).click()
  await page.getByRole('region', { name: 'Slots' }).waitFor()
  await look('front')
  await go(page, 'Record')
  await look('record')
  await page.getByLabel('Search everything').fill('seal')
  await page.locator('mark').first().waitFor()
  await look('search')
  await page.getByLabel('Search everything').fill('')
  await page.getByRole('link', { name: /reading room/ }).click()
  await page.getByText('Digest').first().waitFor()
  await look('record of a piece')
  await page.getByRole('button', { name: 'Compare with the text now' }).first().click()
  await page.getByRole('dialog').waitFor()
  await look('compare')
  await page.keyboard.press('Escape')
  await go(page, 'Settings')
  await page.getByLabel('Motto').waitFor()
  await look('settings: publication')
  for (const [name, field] of [
    ['Furniture', 'Words of thanks'],
    ['Standing words', 'Privacy overview'],
    ['Publishing', 'Public address'],
  ] as const) {
    await page.getByRole('link', { name }).click()
    await page.getByLabel(field).waitFor()
    await look(`settings: ${name}`)
  }
  await page.getByLabel('Public address').fill('nowhere')
  await button(page, 'Save settings').click()
  await page.getByRole('alert').filter({ hasText: 'Nothing was changed' }).waitFor()
  await look('settings, refused')
  await page.getByRole('link', { name: 'People and roles' }).click()
  await page.getByRole('heading', { name: 'Add somebody' }).waitFor()
  await look('people')
  await page.keyboard.press('Control+Shift+P')
  await page.getByRole('dialog').waitFor()
  await look('palette')
  await page.keyboard.press('Escape')
  await page.keyboard.press('Control+/')
  await page.getByRole('dialog').waitFor()
  await look('keys')
  await page.keyboard.press('Escape')
  await page.keyboard.press('Control+Alt+N')
  await page.getByRole('textbox', { name: 'Headline' }).waitFor()
  await button(page, 'Submit for review').click()
  await page.getByRole('alert').filter({ hasText: 'missing' }).waitFor()
  await look('refused')
  await page.route('**/call/articles.save', (route) => route.abort())
  await page.getByRole('textbox', { name: 'Body' }).click()
  await page.keyboard.type('Words.')
  await button(page, 'Save a copy…').waitFor()
  await look('not saved')
  await page.unroute('**/call/articles.save')
  await page.getByRole('status').filter({ hasText: 'Saved on this computer' }).first().waitFor({ timeout: 40_000 })
  await page.getByRole('button', { name: /^At the desk:/ }).click()
  await page.getByRole('menu').waitFor()
  await look('who is here')
  await page.getByRole('menuitem', { name: 'Leave the desk' }).click()
  await page.getByRole('heading', { name: 'Who is at the desk?' }).waitFor()
  await look('who is at the desk')
}

/** The same desk when it can only be read. */
export async function lookAtReadOnlyDesk(page: Page, look: Look): Promise<void> {
  await page.getByRole('button', { name: /^Adela Strand/ }).click()
  await page.getByRole('heading', { name: 'Desk', exact: true }).waitFor()
  await page.getByText('written by a newer Chancery').waitFor()
  await look('read only: desk')
  await open(page, 'weights')
  await look('read only: composing')
  await button(page, 'Submit for review').click()
  await page.getByRole('alert').filter({ hasText: 'newer' }).nth(1).waitFor()
  await look('read only: refused')
}
