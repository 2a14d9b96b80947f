/** The settings in a real browser: lists are arranged by keyboard, saved as a whole, and two people who change them lose nothing. */
import { expect, test } from 'vitest'
import { noBrowser, openShell, sharedBrowser } from './shell.ts'

const browser = sharedBrowser()

test.skipIf(noBrowser !== '')(
  `[IN6] settings are arranged and saved, and what somebody else saves meanwhile overwrites nothing${noBrowser && ` (${noBrowser})`}`,
  { timeout: 120_000 },
  async () => {
    const shell = await openShell()
    const ada = await shell.window(browser())
    await ada.getByRole('button', { name: 'Begin a desk' }).click()
    await ada.getByRole('button', { name: 'Begin', exact: true }).click()
    await ada.getByRole('navigation').getByRole('link', { name: 'Settings' }).click()
    await ada.getByRole('link', { name: 'Furniture' }).click()

    await ada.getByRole('button', { name: 'Add a category' }).click()
    await ada.keyboard.type('Tide tables')
    await ada.getByRole('button', { name: 'Move Tide tables up' }).click()
    await ada.getByRole('button', { name: 'Add a sponsor or patron' }).click()
    await ada.keyboard.type('The Harbour Board')
    await ada.getByRole('button', { name: 'Save settings' }).click()
    await ada.getByText('Settings saved.').waitFor()
    const names = () => ada.getByRole('group', { name: 'Categories' }).getByLabel('Name')
    expect(await names().nth(-2).inputValue()).toBe('Tide tables')

    const bram = await shell.window(browser())
    await bram.getByRole('navigation').getByRole('link', { name: 'Settings' }).click()
    await bram.getByLabel('Motto').fill('All that was said, as it was said')
    await ada.getByLabel('Words of thanks').fill('With thanks to those who carry the record.')
    await bram.getByRole('button', { name: 'Save settings' }).click()
    await ada.getByText('Somebody else saved the settings meanwhile.').waitFor()
    await ada.getByRole('button', { name: 'Save settings' }).click()
    await ada.getByRole('alert').filter({ hasText: 'Nothing was overwritten' }).waitFor()
    expect(await ada.getByLabel('Words of thanks').inputValue()).toBe('With thanks to those who carry the record.')
    await ada.getByRole('button', { name: 'Show theirs instead' }).click()
    await ada.getByLabel('Words of thanks').fill('With thanks to those who carry the record.')
    await ada.getByRole('button', { name: 'Save settings' }).click()
    await ada.getByText('Settings saved.').waitFor()
    await expect.poll(() => ada.getByRole('button', { name: 'Show theirs instead' }).count()).toBe(0)
    await ada.getByRole('link', { name: 'Publication' }).click()
    expect(await ada.getByLabel('Motto').inputValue()).toBe('All that was said, as it was said')

    await ada.getByLabel('Name of the newspaper').fill('')
    await ada.getByRole('button', { name: 'Save settings' }).click()
    await ada.getByRole('alert').filter({ hasText: 'The name of the newspaper is missing. Nothing was changed.' }).waitFor()
  },
)
