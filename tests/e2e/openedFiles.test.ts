/** Files that the system opened with Chancery, in the page of the window: kept until somebody sits down, then imported and told. */
import path from 'node:path'
import type { Page } from 'playwright'
import { expect, onTestFinished, test } from 'vitest'
import type { Workstation } from '../../electron/session.ts'
import { startWeb } from '../../electron/web/start.ts'
import type { TakenFile, TakenFiles } from '../../shared/contract/shellDuties.ts'
import { photograph } from '../factories/pictures.ts'
import { must } from '../factories/people.ts'
import { openTestDesk } from '../factories/workstation.ts'
import { root } from '../harness/sources.ts'
import { noBrowser, sharedBrowser } from './shell.ts'

const browser = sharedBrowser()

/** What a shell answers that can do nothing of the kind. */
const noDuty = { ok: false, error: { code: 'invalid', message: 'The window has no such duty. Nothing was done.' } }

/** A page over what the preload script puts on it, answered by this workstation; `takeFiles` is the shell's. */
async function pageWithShell(workstation: Workstation, takeFiles: () => unknown): Promise<Page> {
  const web = must(await startWeb({ workstation, port: 0, client: path.join(root, 'out/client') }))
  onTestFinished(() => web.close())
  const page = await browser().newPage()
  onTestFinished(() => page.close())
  const session = workstation.connect(
    (event) => void page.evaluate((told) => window.dispatchEvent(new CustomEvent('told', { detail: told })), event).catch(() => {}),
  )
  onTestFinished(() => session.end())
  const packed = (_key: string, value: unknown) => (value instanceof Uint8Array ? { base64: Buffer.from(value).toString('base64') } : value)
  const unpacked = (_key: string, value: unknown) =>
    value !== null && typeof value === 'object' && 'base64' in value ? new Uint8Array(Buffer.from(String(value.base64), 'base64')) : value
  await page.exposeFunction('shellAnswer', async (kind: string, name: string, input: string) =>
    JSON.stringify(
      kind === 'call' ? await session.call(name, JSON.parse(input, unpacked)) : name === 'takeFiles' ? takeFiles() : noDuty,
      packed,
    ),
  )
  await page.addInitScript(() => {
    type Told = (value: unknown) => void
    const answer = Reflect.get(window, 'shellAnswer') as (kind: string, name: string, input: string) => Promise<string>
    const out = (_key: string, value: unknown) => (value instanceof Uint8Array ? { base64: btoa(String.fromCodePoint(...value)) } : value)
    const back = (_key: string, value: unknown) =>
      value !== null && typeof value === 'object' && 'base64' in value
        ? Uint8Array.from(atob(String(value.base64)), (sign) => sign.codePointAt(0) ?? 0)
        : value
    const ask = (kind: string) => async (name: string, input: unknown) =>
      JSON.parse(await answer(kind, name, JSON.stringify(input, out)), back) as unknown
    const hear = (type: string) => (listener: Told) => {
      const heard = (event: Event) => listener((event as CustomEvent<unknown>).detail)
      window.addEventListener(type, heard)
      return () => window.removeEventListener(type, heard)
    }
    Object.assign(window, { chancery: { call: ask('call'), duty: ask('duty'), onChanged: hear('told'), onCommand: hear('chosen') } })
  })
  await page.goto(web.address)
  return page
}

test.skipIf(noBrowser !== '')(
  `[SH1] texts opened with Chancery are imported when somebody sits down, later ones at once, and what could not be read is said${noBrowser && ` (${noBrowser})`}`,
  { timeout: 120_000 },
  async () => {
    const desk = await openTestDesk()
    const file = (name: string, text: string, pictures: TakenFile['pictures'] = []) => ({
      name,
      bytes: new TextEncoder().encode(text),
      pictures,
    })
    let waiting: TakenFiles = { files: [file('weir.md', '# The weir\n\nIt holds.')], notes: ['“gone.txt” could not be read (ENOENT).'] }
    const page = await pageWithShell(desk.workstation, () => {
      const value = waiting
      waiting = { files: [], notes: [] }
      return { ok: true, value }
    })
    await page.getByRole('button', { name: 'Writer Writer' }).waitFor()
    expect(waiting.files).toHaveLength(1)
    await page.getByRole('button', { name: 'Writer Writer' }).click()
    const refused = page.getByRole('dialog', { name: 'Not imported' })
    await refused.getByText('“gone.txt” could not be read (ENOENT).').waitFor()
    await refused.getByRole('button', { name: 'Close' }).click()
    const sheet = page.getByRole('dialog', { name: 'Import' })
    await sheet.getByText('1 article imported.').waitFor()
    await sheet.getByRole('button', { name: 'Close' }).click()
    await page.getByRole('button', { name: 'The weir' }).waitFor()

    waiting = { files: [file('lamp.txt', 'The lamp\n\nIt is seen.')], notes: [] }
    await page.evaluate(() => window.dispatchEvent(new CustomEvent('chosen', { detail: 'openedFiles' })))
    await sheet.getByText('1 article imported.').waitFor()
    await sheet.getByRole('button', { name: 'Close' }).click()
    await page.getByRole('button', { name: 'The lamp' }).waitFor()

    // With its picture; another text opened with it comes in by itself.
    const quay = { name: 'img/quay.jpg', bytes: new Uint8Array(await photograph()) }
    waiting = {
      files: [file('rope.txt', 'The rope\n\nIt lies.'), file('boat.md', '# The boat\n\n![A boat](img/quay.jpg)', [quay])],
      notes: [],
    }
    await page.evaluate(() => window.dispatchEvent(new CustomEvent('chosen', { detail: 'openedFiles' })))
    for (const _import of ['the text', 'the text with its picture']) {
      await sheet.getByText('1 article imported.').waitFor()
      expect(await sheet.getByText('not brought').count()).toBe(0)
      await sheet.getByRole('button', { name: 'Close' }).click()
    }
    await page.getByRole('button', { name: 'The boat' }).click()
    await page.getByRole('textbox', { name: 'Body' }).getByRole('img', { name: 'A boat' }).waitFor()

    // Chosen in the native menu, from another screen.
    await page.getByRole('navigation').getByRole('link', { name: 'Queue' }).click()
    await page.getByRole('heading', { name: 'Publishing queue' }).waitFor()
    const chooser = page.waitForEvent('filechooser')
    await page.evaluate(() => window.dispatchEvent(new CustomEvent('chosen', { detail: 'import' })))
    await (await chooser).setFiles({ name: 'bell.txt', mimeType: 'text/plain', buffer: Buffer.from('The bell\n\nIt rang.') })
    await sheet.getByText('1 article imported.').waitFor()
  },
)
