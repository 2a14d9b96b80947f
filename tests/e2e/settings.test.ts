/** The settings in a real browser: lists are arranged by keyboard, saved as a whole, and two people who change them lose nothing. */
import type { Page } from 'playwright'
import { expect, test } from 'vitest'
import { importText, must } from '../factories/people.ts'
import { openTestDesk } from '../factories/workstation.ts'
import { noBrowser, openShell, sharedBrowser, sitDown } from './shell.ts'

const browser = sharedBrowser()

test.skipIf(noBrowser !== '')(
  `[IN6] settings are arranged and saved, and what somebody else saves meanwhile overwrites nothing${noBrowser && ` (${noBrowser})`}`,
  { timeout: 120_000 },
  async () => {
    const shell = await openShell()
    const ada = await shell.window(browser())
    await ada.getByRole('button', { name: 'Begin a desk' }).click()
    await ada.getByLabel('Name of the newspaper').fill('The Ferry Record')
    await ada.getByRole('button', { name: 'Begin', exact: true }).click()
    await ada.getByRole('navigation').getByRole('link', { name: 'Settings' }).click()
    await ada.getByRole('link', { name: 'Furniture' }).click()

    await ada.getByRole('button', { name: 'Add a category' }).click()
    await ada.keyboard.type('Tide tables')
    // The keyboard goes with the row: the same key again moves it on, and back.
    const held = () => ada.evaluate(() => document.activeElement?.getAttribute('aria-label'))
    await ada.getByRole('button', { name: 'Move Tide tables up' }).press('Enter')
    await expect.poll(held).toBe('Move Tide tables up')
    await ada.keyboard.press('Enter')
    await ada.getByRole('button', { name: 'Move Tide tables down' }).press('Enter')
    await expect.poll(held).toBe('Move Tide tables down')
    await ada.getByRole('button', { name: 'Add a link' }).click()
    await ada.getByRole('button', { name: 'Take out row 1' }).press('Enter')
    await expect.poll(() => ada.evaluate(() => document.activeElement?.textContent)).toBe('Add a link')
    await ada.getByRole('button', { name: 'Add a sponsor or patron' }).click()
    await ada.keyboard.type('The Harbour Board')
    await ada.getByRole('button', { name: 'Save settings' }).click()
    await ada.getByText('Settings saved.').waitFor()
    const names = () => ada.getByRole('group', { name: 'Categories' }).getByLabel('Name')
    expect(await names().nth(-2).inputValue()).toBe('Tide tables')

    const bram = await shell.window(browser())
    await bram.getByRole('navigation').getByRole('link', { name: 'Settings' }).click()
    const letter = (window: Page) => window.getByRole('group', { name: 'Newsletter' }).getByLabel('Text')
    const saves = async (window: Page) => {
      await window.getByRole('button', { name: 'Save settings' }).click()
      await window.getByText('Settings saved.').waitFor()
    }
    // Two parts: both changes stand, and neither of the two is asked anything.
    await letter(ada).fill('Once a week, on Friday.')
    await bram.getByLabel('Motto').fill('All that was said, as it was said')
    await saves(bram)
    await ada.getByRole('button', { name: 'Undo' }).click()
    await ada.getByText('Undone: the categories and the sponsors and patrons.').waitFor()
    await expect.poll(() => names().last().inputValue()).not.toBe('Tide tables')
    expect(await letter(ada).inputValue()).toBe('Once a week, on Friday.')
    await saves(ada)

    // One part: the second is told, and decides.
    await bram.getByRole('link', { name: 'Furniture' }).click()
    await expect.poll(() => letter(bram).inputValue()).toBe('Once a week, on Friday.')
    await letter(ada).fill('Every Friday.')
    await letter(bram).fill('Once a week, on Monday.')
    await saves(bram)
    await ada.getByText('What you are changing was saved otherwise meanwhile.').waitFor()
    await ada.getByRole('button', { name: 'Save settings' }).click()
    await ada.getByRole('alert').filter({ hasText: 'Nothing was overwritten' }).waitFor()
    expect(await letter(ada).inputValue()).toBe('Every Friday.')
    await ada.getByRole('button', { name: 'Show what stands instead' }).click()
    await expect.poll(() => ada.evaluate(() => document.activeElement?.textContent)).toBe('Save settings')
    expect(await letter(ada).inputValue()).toBe('Once a week, on Monday.')
    await letter(ada).fill('Every Friday.')
    await saves(ada)
    await expect.poll(() => ada.getByRole('button', { name: 'Show what stands instead' }).count()).toBe(0)
    await ada.getByRole('link', { name: 'Publication' }).click()
    expect(await ada.getByLabel('Motto').inputValue()).toBe('All that was said, as it was said')

    await ada.getByLabel('Name of the newspaper').fill('')
    await ada.getByRole('button', { name: 'Save settings' }).click()
    await ada.getByRole('alert').filter({ hasText: 'The name of the newspaper is missing. Nothing was changed.' }).waitFor()
  },
)

test.skipIf(noBrowser !== '')(
  `[BI1] [BI2] [IN23] what cannot be taken out or set is said where it was tried, and given up with one button${noBrowser && ` (${noBrowser})`}`,
  { timeout: 120_000 },
  async () => {
    const desk = await openTestDesk()
    const { call } = await desk.sit(desk.people.writer)
    must(await call('articles.share', { id: await importText(call, 'The lamp at the pier\n\nIt is seen all night.'), with: 'everybody' }))
    await desk.close()
    const shell = await openShell(desk.folder)
    const page = await shell.window(browser())
    await page.getByRole('button', { name: 'Publisher Publisher' }).click()
    await page.getByRole('navigation').getByRole('link', { name: 'Settings' }).click()
    await page.getByRole('link', { name: 'Furniture' }).click()
    const names = page.getByRole('group', { name: 'Categories' }).getByLabel('Name')
    const count = await names.count()
    await page.getByRole('button', { name: 'Take out Archives' }).click()
    await page.getByRole('button', { name: 'Save settings' }).click()
    await page.getByRole('alert').filter({ hasText: 'one article stands in it, “The lamp at the pier”' }).waitFor()
    expect(await names.count()).toBe(count - 1)
    await page.getByRole('button', { name: 'Give up these changes' }).click()
    await expect.poll(() => page.evaluate(() => document.activeElement?.textContent)).toBe('Save settings')
    await expect.poll(() => names.count()).toBe(count)
    // What stands again as it was is not unsaved.
    const name = await names.first().inputValue()
    await names.first().fill(`${name} also`)
    await page.getByRole('status').filter({ hasText: 'Settings that were typed are not saved yet' }).waitFor()
    await names.first().fill(name)
    await page.getByRole('status').filter({ hasText: 'Everything is saved on this computer' }).waitFor()
    expect(await page.getByRole('button', { name: 'Give up these changes' }).count()).toBe(0)

    const sponsorsPart = page.getByRole('group', { name: 'Sponsors and patrons' })
    const sponsors = sponsorsPart.getByLabel('Name')
    const thanked = await sponsors.count()
    await page.getByRole('button', { name: 'Add a sponsor or patron' }).click()
    await page.keyboard.type('The Harbour Board')
    const leaveAndComeBack = async () => {
      await page.getByRole('navigation').getByRole('link', { name: 'Desk' }).click()
      await page.getByRole('navigation').getByRole('link', { name: 'Settings' }).click()
      await page.getByRole('link', { name: 'Furniture' }).click()
      await sponsorsPart.waitFor()
    }
    // The foot calls nothing saved that is not.
    await page.getByRole('status').filter({ hasText: 'Settings that were typed are not saved yet' }).waitFor()
    expect(await page.getByText('Everything is saved').count()).toBe(0)
    // It would go with the window, which asks before it closes.
    const asked = page.waitForEvent('dialog')
    void page.reload().catch(() => {})
    const question = await asked
    expect(question.type()).toBe('beforeunload')
    await question.dismiss()
    // What is typed waits for whoever comes back, and says what it is.
    await leaveAndComeBack()
    await page.getByText('What you typed here before is still here, and is not saved.').waitFor()
    expect(await sponsors.last().inputValue()).toBe('The Harbour Board')
    // For whoever typed it: somebody else who sits down in front of it begins from what stands.
    const sits = async (name: string) => {
      await page.getByRole('button', { name: /^At the desk:/ }).click()
      await page.getByRole('menuitemradio', { name }).click()
      // What is said of it gives way at once to what is said of the form.
      await page.getByRole('button', { name: `At the desk: ${name}` }).waitFor()
    }
    await sits('Founder')
    await leaveAndComeBack()
    expect(await sponsors.count()).toBe(thanked)
    await sits('Publisher')
    await expect.poll(() => sponsors.last().inputValue()).toBe('The Harbour Board')
    await page.getByLabel('First day').last().fill('2026-06-01')
    await page.getByLabel('Last day').last().fill('2026-05-31')
    await page.getByRole('button', { name: 'Save settings' }).click()
    await page.getByRole('alert').filter({ hasText: 'lies before the first day, 1 June 2026' }).waitFor()
    await page.getByLabel('Last day').last().fill('2026-06-30')
    await page.getByRole('button', { name: 'Save settings' }).click()
    await page.getByText('Settings saved.').waitFor()
    await page.getByRole('status').filter({ hasText: 'Everything is saved on this computer' }).waitFor()
  },
)

test.skipIf(noBrowser !== '')(
  `[BI2] weather that is entered is today’s in the newspaper’s zone, and is not saved where no masthead would print it${noBrowser && ` (${noBrowser})`}`,
  { timeout: 120_000 },
  async () => {
    // In London it is the next day already.
    const shell = await openShell(undefined, Date.UTC(2027, 5, 1, 23, 30))
    const page = await shell.window(browser())
    await page.getByRole('button', { name: 'Begin a desk' }).click()
    await page.getByLabel('Name of the newspaper').fill('The Ferry Record')
    await page.getByRole('button', { name: 'Begin', exact: true }).click()
    await page.getByRole('navigation').getByRole('link', { name: 'Settings' }).click()
    const weather = page.getByRole('group', { name: 'Today’s weather' })
    const date = weather.getByLabel('Date')
    const save = page.getByRole('button', { name: 'Save settings' })
    await weather.getByLabel('Temperature').fill('9')
    await expect.poll(() => date.inputValue()).toBe('2 June 2027')
    await save.click()
    await page.getByRole('alert').filter({ hasText: 'Today’s weather has no condition' }).waitFor()
    await weather.getByLabel('Condition').fill('light rain')
    await date.fill('')
    await save.click()
    await page.getByRole('alert').filter({ hasText: 'Today’s weather has no date' }).waitFor()
    // What is entered over another day’s is today’s too; a later one stays.
    await date.fill('3 June 2027')
    await weather.getByLabel('Wind').fill('14')
    expect(await date.inputValue()).toBe('3 June 2027')
    await date.fill('1 June 2027')
    await weather.getByLabel('Wind').fill('15')
    await expect.poll(() => date.inputValue()).toBe('2 June 2027')
    await save.click()
    await page.getByText('Settings saved.').waitFor()
  },
)

test.skipIf(noBrowser !== '')(
  `[IN6] what an empty day means is written in its field, and a tick keeps its size beside words of two lines${noBrowser && ` (${noBrowser})`}`,
  { timeout: 120_000 },
  async () => {
    const page = await (await openShell()).window(browser())
    await page.getByRole('button', { name: 'Begin a desk' }).click()
    await page.getByLabel('Name of the newspaper').fill('The Ferry Record')
    await page.getByRole('button', { name: 'Begin', exact: true }).click()
    await page.setViewportSize({ width: 390, height: 800 })
    await page.getByRole('navigation').getByRole('link', { name: 'Settings' }).click()
    await page.getByRole('link', { name: 'Furniture' }).click()
    await page.getByRole('button', { name: 'Add a sponsor or patron' }).click()
    expect(await page.getByLabel('First day').last().getAttribute('placeholder')).toBe('from the beginning')
    expect(await page.getByLabel('Last day').last().getAttribute('placeholder')).toBe('for good')
    await page.getByRole('link', { name: 'Publishing' }).click()
    const ticks = page.getByRole('group', { name: 'For other programs' }).getByRole('checkbox')
    await ticks.first().waitFor()
    const widths = await ticks.evaluateAll((all) => all.map((one) => one.getBoundingClientRect().width))
    expect(widths).toEqual([18, 18])
  },
)

test.skipIf(noBrowser !== '')(
  `[HS2] who may not change the settings reads them, and is told who may${noBrowser && ` (${noBrowser})`}`,
  { timeout: 120_000 },
  async () => {
    const desk = await openTestDesk()
    const { call } = await desk.sit(desk.people.publisher)
    const { settings, hash } = must(await call('settings.read', {}))
    must(await call('settings.change', { base: hash, settings: { ...settings, motto: 'All that was said' } }))
    await desk.close()
    const page = await (await openShell(desk.folder)).window(browser())
    await sitDown(page, 'Writer')
    await page.getByRole('navigation').getByRole('link', { name: 'Settings' }).click()
    const told = (words: string) => page.getByText(words).waitFor()
    await told('A publisher changes what stands here; you can read it.')
    expect(await page.getByLabel('Motto').isEditable()).toBe(false)
    await page.getByRole('link', { name: 'Furniture' }).click()
    expect(await page.getByRole('group', { name: 'Categories' }).getByLabel('Name').first().isEditable()).toBe(false)
    expect(await page.getByRole('group', { name: 'Categories' }).getByRole('button').count()).toBe(0)
    await page.getByRole('link', { name: 'Publishing' }).click()
    await told('A publisher or an administrator changes what stands here; you can read it.')
    expect(await page.getByRole('checkbox').evaluateAll((all) => all.every((one) => one.matches(':disabled')))).toBe(true)
    expect(await page.getByRole('button', { name: 'Save settings' }).count()).toBe(0)
    await page.getByRole('link', { name: 'People and roles' }).click()
    await told('An administrator adds people and says what each may do; your own name you can change.')
    expect(await page.getByRole('main').getByRole('button').allInnerTexts()).toEqual(['Rename…'])
    expect(await page.getByRole('checkbox').count()).toBe(0)
    await page.getByRole('link', { name: 'History', exact: true }).click()
    await page.getByRole('button', { name: /^What changed: Changed: the motto/ }).click()
    await told('A publisher can bring it back.')
    expect(await page.getByRole('dialog').getByRole('button').allInnerTexts()).toEqual(['Close'])
    await page.keyboard.press('Escape')
    await page.getByRole('link', { name: 'Backups' }).click()
    await told('An administrator makes one here.')
  },
)
