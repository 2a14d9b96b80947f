/** The Desk and Review at work: filters with names, several pieces at once, letters in lists, what is said of saving. */
import { expect, test } from 'vitest'
import type { HouseSettings } from '../../shared/desk/settings.ts'
import { importText, must } from '../factories/people.ts'
import { openTestDesk } from '../factories/workstation.ts'
import { askPast, noBrowser, openShell, sharedBrowser, sitDown } from './shell.ts'

const browser = sharedBrowser()
const skipped = noBrowser && ` (${noBrowser})`

test.skipIf(noBrowser !== '')(
  `[DK1] [DK2] a filter gets a name and stays; several pieces are spiked by one act that says how many, and come back by one${skipped}`,
  { timeout: 120_000 },
  async () => {
    const desk = await openTestDesk()
    const { call } = await desk.sit(desk.founder)
    for (const headline of ['Bells', 'Barges', 'Lamps']) await importText(call, `${headline} by the quay\n\nWords.`)
    await desk.close()
    const shell = await openShell(desk.folder)
    const page = await shell.window(browser())
    await sitDown(page, 'Founder')
    const rows = page.getByRole('main').locator('tr[data-article]')
    await expect.poll(() => rows.count(), { timeout: 15_000 }).toBe(3)
    await page.getByLabel('Choose Bells by the quay').check()
    // By keyboard: from row to row, and chosen.
    await page.getByRole('button', { name: 'Barges by the quay' }).focus()
    await page.keyboard.press('x')
    await page.getByText('2 pieces are chosen.').waitFor()
    await page.getByRole('button', { name: 'Spike 2' }).click()
    await page.getByText('2 pieces set aside.').waitFor()
    await page.getByLabel('State').selectOption('Spiked')
    await expect.poll(() => rows.count(), { timeout: 15_000 }).toBe(2)
    await page.getByRole('button', { name: 'Save this filter…' }).click()
    await page.getByLabel('Name').fill('On the spike')
    await page.getByRole('button', { name: 'Save', exact: true }).click()
    await page.getByRole('button', { name: /^On the spike/ }).waitFor()
    // What was set aside has left the work in hand.
    await page.getByRole('button', { name: 'All 1' }).click()
    await expect.poll(() => rows.count(), { timeout: 15_000 }).toBe(1)
    await page.reload()
    await page.getByRole('button', { name: /^On the spike ?2$/ }).click()
    await expect.poll(() => rows.count(), { timeout: 15_000 }).toBe(2)
    await page.getByLabel('Choose Bells by the quay').check()
    await page.getByLabel('Choose Barges by the quay').check()
    await page.getByRole('button', { name: 'Unspike 2' }).click()
    await page.getByText('2 pieces brought back.').waitFor()
    await page.getByRole('button', { name: 'Undo' }).click()
    await page.getByText('It is as it was before.').waitFor()
    await expect.poll(() => rows.count(), { timeout: 15_000 }).toBe(2)
    await page.getByRole('button', { name: 'Forget “On the spike”' }).click()
    expect(await page.getByRole('button', { name: /^On the spike/ }).count()).toBe(0)
  },
)

test.skipIf(noBrowser !== '')(
  `[RV2] [IN11] N and P go through what changed, D asks for changes and A approves; saved here and at the desk are two facts${skipped}`,
  { timeout: 120_000 },
  async () => {
    const desk = await openTestDesk()
    const writer = await desk.sit(desk.people.writer)
    const id = await importText(writer.call, 'The bells\n\nThe bells rang at five.\n\nNobody heard them.')
    must(await writer.call('workflow.act', { id, act: 'submit', version: must(await writer.call('articles.read', { id })).draftVersion }))
    const editor = await desk.sit(desk.people.editor)
    must(await editor.call('workflow.act', { id, act: 'request_changes', note: 'The hour is wrong.' }))
    await desk.close()
    const shell = await openShell(desk.folder)
    const page = await shell.window(browser())
    await sitDown(page, 'Writer')
    await page.getByRole('button', { name: 'The bells' }).click()
    const body = page.getByRole('textbox', { name: 'Body' })
    await body.click()
    await page.keyboard.press('Control+End')
    await page.keyboard.type(' They rang again.')
    const said = (words: RegExp) => page.getByRole('status').filter({ hasText: words }).first().waitFor()
    await said(/^Saved on this computer \d\d:\d\d:\d\d$/)
    await said(/^At the desk \d\d:\d\d:\d\d$/)
    await page.getByRole('textbox', { name: 'Headline' }).click()
    await page.keyboard.press('End')
    await page.keyboard.type(' of the quay')
    await page.getByRole('button', { name: 'Submit for review' }).click()
    await page.locator('main').getByText('In review').first().waitFor()

    const other = await shell.window(browser())
    await sitDown(other, 'Editor')
    await other.getByRole('navigation', { name: 'Screens' }).getByRole('link', { name: 'Review' }).click()
    await other.getByRole('link', { name: 'The bells of the quay' }).waitFor()
    await other.getByRole('heading', { name: 'Review' }).focus()
    await other.keyboard.press('n')
    await other.keyboard.press('Enter')
    const changes = other.getByRole('list', { name: 'What changed' }).getByRole('button')
    // The address follows the headline, and stands before the words.
    await expect.poll(() => changes.count()).toBe(3)
    await other.locator('main h1').first().focus()
    for (let n = 0; n < 3; n++) await other.keyboard.press('n')
    await expect.poll(() => changes.nth(2).getAttribute('aria-current')).toBe('true')
    await other.locator('[data-current]').getByText('They rang again.').waitFor()
    await other.keyboard.press('p')
    await expect.poll(() => changes.nth(1).getAttribute('aria-current')).toBe('true')
    await other.keyboard.press('d')
    await other.getByRole('dialog').getByLabel('Reason').waitFor()
    await other.keyboard.press('Escape')
    await other.getByRole('dialog').waitFor({ state: 'detached' })

    // What stands in the way is said before, and once when it is tried all the same.
    await askPast(other, 'workflow.act', { id, act: 'require_gate', gate: 'rights' })
    const obstacle = other.getByText('A gate is still open: rights.')
    await obstacle.waitFor()
    await other.keyboard.press('a')
    await other.getByRole('alert').filter({ has: obstacle }).waitFor()
    expect(await obstacle.count()).toBe(1)
    await other.getByRole('button', { name: 'Close' }).press('Enter')
    expect(await obstacle.count()).toBe(1)
    const { value } = (await askPast(other, 'articles.read', { id })) as { readonly value: { readonly standingVersion: string } }
    await askPast(other, 'workflow.act', { id, act: 'complete_gate', gate: 'rights', version: value.standingVersion })
    await obstacle.waitFor({ state: 'detached' })
    await other.keyboard.press('a')
    await other.locator('main').getByText('Approved').first().waitFor()
    await other.getByText('Decisions so far').waitFor()
  },
)

test.skipIf(noBrowser !== '')(
  `[IN22] the list of the Desk moves under nobody's hand: a press opens the row that it began on, and nothing comes in above late${skipped}`,
  { timeout: 120_000 },
  async () => {
    const desk = await openTestDesk()
    const { call } = await desk.sit(desk.founder)
    const ids: string[] = []
    for (const headline of ['Bells', 'Barges', 'Lamps']) ids.push(await importText(call, `${headline} by the quay\n\nWords.`))
    await desk.close()
    const shell = await openShell(desk.folder)
    const page = await shell.window(browser())
    await sitDown(page, 'Founder')
    const rows = page.getByRole('main').locator('tr[data-article]')
    await expect.poll(() => rows.count(), { timeout: 15_000 }).toBe(3)
    const place = await page.getByRole('button', { name: 'Bells by the quay' }).boundingBox()
    if (!place) throw new Error('the row is not on the screen')
    // One after another is chosen, each where it stood.
    await page.getByLabel('Choose Lamps by the quay').check()
    await page.getByText('1 piece is chosen.').waitFor()
    expect(await page.getByRole('button', { name: 'Bells by the quay' }).boundingBox()).toEqual(place)
    await page.getByRole('button', { name: 'Choose none' }).click()
    await page.mouse.move(place.x + 20, place.y + place.height / 2)
    await page.mouse.down()
    // Meanwhile the row above it leaves the list, as the counts beside it tell at once.
    await askPast(page, 'workflow.act', { id: ids[2], act: 'spike' })
    await page.getByRole('button', { name: 'All 2' }).waitFor()
    await page.waitForTimeout(200)
    expect(await rows.count()).toBe(3)
    await page.mouse.up()
    await page.getByRole('textbox', { name: 'Headline' }).getByText('Bells by the quay').waitFor()
    await page.getByRole('navigation', { name: 'Screens' }).getByRole('link', { name: 'Desk' }).click()
    await expect.poll(() => rows.count(), { timeout: 15_000 }).toBe(2)

    // A menu of the system takes the press, and nobody tells when it is let go of.
    await page.getByRole('button', { name: 'Bells by the quay' }).hover()
    await page.mouse.down({ button: 'right' })
    await askPast(page, 'workflow.act', { id: ids[1], act: 'spike' })
    await expect.poll(() => rows.count(), { timeout: 15_000 }).toBe(1)
    await page.mouse.up({ button: 'right' })
    await askPast(page, 'workflow.act', { id: ids[1], act: 'unspike' })
    await expect.poll(() => rows.count(), { timeout: 15_000 }).toBe(2)

    // Back at the desk: the sentence is waited for, and not put above a list that stands already.
    await page.goto('about:blank')
    const other = await shell.window(browser())
    await sitDown(other, 'Founder')
    await askPast(other, 'workflow.act', { id: ids[2], act: 'unspike' })
    let answer = () => {}
    const held = new Promise<void>((resolve) => (answer = resolve))
    await page.route('**/call/articles.list', async (route) => {
      const asked = route.request().postDataBuffer()?.toString('latin1') ?? ''
      // What moved on is asked of all pieces, a hundred of them.
      if (asked.includes('limit') && !asked.includes('filter')) await held
      await route.continue()
    })
    await page.goto(new URL('/desk', shell.address).href)
    await page.getByRole('button', { name: /^All 3/ }).waitFor()
    await page.waitForTimeout(200)
    expect(await rows.count()).toBe(0)
    answer()
    await page.getByText(/^Since you left, .*: 1 piece moved on\.$/).waitFor()
    expect(await rows.count()).toBe(3)
  },
)

test.skipIf(noBrowser !== '')(
  `[IN22] so do the lists of Review and Queue: what is pressed is what is opened, though others take the row above it away${skipped}`,
  { timeout: 120_000 },
  async () => {
    const desk = await openTestDesk()
    const writer = (await desk.sit(desk.people.writer)).call
    const editor = (await desk.sit(desk.people.editor)).call
    const publisher = (await desk.sit(desk.people.publisher)).call
    const ids: string[] = []
    for (const headline of ['Bells', 'Barges', 'Lamps', 'Oars']) {
      const id = await importText(writer, `${headline} by the quay\n\nWords.`)
      ids.push(id)
      must(await writer('workflow.act', { id, act: 'submit', version: must(await writer('articles.read', { id })).draftVersion }))
    }
    const year = new Date().getUTCFullYear() + 1
    for (const [index, id] of ids.slice(2).entries()) {
      must(await editor('workflow.act', { id, act: 'approve' }))
      must(await publisher('workflow.act', { id, act: 'schedule', at: `${year}-06-0${index + 1}T06:00` }))
    }
    await desk.close()
    const shell = await openShell(desk.folder)
    const page = await shell.window(browser())
    await sitDown(page, 'Publisher')
    const other = await shell.window(browser())

    const pressed = async (screen: string, headline: string, meanwhile: () => Promise<unknown>) => {
      await page.getByRole('navigation', { name: 'Screens' }).getByRole('link', { name: screen, exact: true }).click()
      const place = await page.getByRole('link', { name: headline }).boundingBox()
      if (!place) throw new Error(`${headline} is not on the screen`)
      await page.mouse.move(place.x + 10, place.y + place.height / 2)
      await page.mouse.down()
      await meanwhile()
      await page.waitForTimeout(1000)
      await page.mouse.up()
    }
    await sitDown(other, 'Writer')
    await pressed('Review', 'Bells by the quay', () => askPast(other, 'workflow.act', { id: ids[1], act: 'recall' }))
    await page.waitForURL(`**/review/${ids[0]}`)
    await page.getByRole('region', { name: 'Submitted version' }).waitFor()
    await other.getByRole('button', { name: /^At the desk:/ }).click()
    await other.getByRole('menuitem', { name: 'Leave the desk' }).click()
    await sitDown(other, 'Publisher')
    await pressed('Queue', 'Oars by the quay', () => askPast(other, 'workflow.act', { id: ids[2], act: 'unschedule' }))
    await page.waitForURL(`**/compose/${ids[3]}`)
  },
)

test.skipIf(noBrowser !== '')(
  `[IN22] [HS7] words that come to wait while a row is pressed stand above it when it has been let go of${skipped}`,
  { timeout: 120_000 },
  async () => {
    const desk = await openTestDesk()
    const { call: writer } = await desk.sit(desk.people.writer)
    const id = await importText(writer, 'Bells by the quay\n\nWords.')
    must(await writer('workflow.act', { id, act: 'submit', version: must(await writer('articles.read', { id })).draftVersion }))
    must(await (await desk.sit(desk.people.editor)).call('workflow.act', { id, act: 'approve' }))
    await desk.close()
    const shell = await openShell(desk.folder)
    const [page, other] = [await shell.window(browser()), await shell.window(browser())]
    await sitDown(page, 'Publisher')
    await sitDown(other, 'Founder')
    await page.getByRole('button', { name: /^Waiting on me/ }).click()
    const row = await page.getByRole('button', { name: 'Bells by the quay' }).elementHandle()
    const place = await row?.boundingBox()
    if (!place) throw new Error('the row is not on the screen')
    await page.mouse.move(place.x + 20, place.y + place.height / 2)
    await page.mouse.down()
    const read = (await askPast(other, 'settings.read', {})) as { value: { hash: string; settings: HouseSettings } }
    const { hash: base, settings } = read.value
    const policies = settings.policies.map((policy, index) => (index === 0 ? { ...policy, text: 'Other words.' } : policy))
    await askPast(other, 'settings.change', { base, settings: { ...settings, policies } })
    await page.getByRole('button', { name: /^Waiting on me\s*2$/ }).waitFor()
    await page.waitForTimeout(1000)
    expect(await row?.boundingBox()).toEqual(place)
    await page.mouse.up()
    await page.waitForURL(`**/compose/${id}`)
  },
)
