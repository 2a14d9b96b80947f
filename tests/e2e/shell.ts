/** The built product in a real browser: the web shell over a folder of the test's own, one page a person. */
import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import path from 'node:path'
import { createInterface } from 'node:readline'
import { type Browser, chromium, type Page } from 'playwright'
import { afterAll, beforeAll, onTestFinished } from 'vitest'
import { temporaryFolder } from '../harness/folder.ts'

const entry = path.join(import.meta.dirname, '../../out/main/web.js')
const anotherDay = path.join(import.meta.dirname, 'anotherDay.ts')
const chromiumFile = [process.env['CHROMIUM'] ?? '', '/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'].find(
  (file) => file !== '' && existsSync(file),
)

/** Why browser tests are skipped here; empty: they run. */
export const noBrowser =
  chromiumFile === undefined ? 'no Chromium on this machine' : existsSync(entry) ? '' : 'the product is not built: npm test builds it first'

/** One browser for a file's tests. */
export function sharedBrowser(): () => Browser {
  let browser: Browser | undefined
  beforeAll(async () => {
    if (noBrowser !== '' || chromiumFile === undefined) return
    browser = await chromium.launch({
      executablePath: chromiumFile,
      args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking', '--disable-component-update'],
    })
  })
  afterAll(() => browser?.close())
  return () => {
    if (!browser) throw new Error('the browser is not open')
    return browser
  }
}

export interface WindowOptions {
  readonly colorScheme?: 'light' | 'dark'
  readonly forcedColors?: 'active' | 'none'
}

export interface OpenShell {
  readonly address: string
  readonly folder: string
  /** A window of its own: cookies and session apart from the others. Violations of the page's policy and thrown errors fail the test. [SE3] */
  window(browser: Browser, options?: WindowOptions): Promise<Page>
  close(): Promise<void>
}

/** `at`: the instant at which this computer's clock stands when it starts, in milliseconds; absent: now. Windows go by it too. */
export async function openShell(folder: string = temporaryFolder(), at?: number): Promise<OpenShell> {
  const shift = at === undefined ? 0 : at - Date.now()
  const child = spawn(process.execPath, [...(shift === 0 ? [] : ['--import', anotherDay]), entry, '--data', folder], {
    env: { ...process.env, CHANCERY_OPEN: 'no', TEST_CLOCK_SHIFT: String(shift) },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const address = await new Promise<string>((resolve, reject) => {
    createInterface({ input: child.stdout }).on('line', (line) => {
      const [found] = /http:\/\/\S+/.exec(line) ?? []
      if (found) resolve(found)
    })
    child.once('exit', (code) => reject(new Error(`the web shell ended with ${code}`)))
  })
  let closed = false
  async function close(): Promise<void> {
    if (closed) return
    closed = true
    const ended = new Promise((resolve) => child.once('exit', resolve))
    child.kill('SIGTERM')
    await ended
  }
  onTestFinished(close)
  return {
    address,
    folder,
    close,
    async window(browser, options = {}) {
      const { colorScheme = 'light', forcedColors = 'none' } = options
      const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, colorScheme, forcedColors })
      onTestFinished(() => context.close())
      const page = await context.newPage()
      if (shift !== 0) await page.clock.install({ time: Date.now() + shift })
      const complaints: string[] = []
      page.on('console', (message) => {
        if (/Content Security Policy|Refused to/i.test(message.text())) complaints.push(message.text())
      })
      page.on('pageerror', (error) => complaints.push(String(error)))
      onTestFinished(() => {
        if (complaints.length > 0) throw new Error(`the page complained: ${complaints.join('\n')}`)
      })
      await page.goto(address)
      return page
    },
  }
}

/** Asks the workstation past the screen, in the name of whoever sits in this window. */
export async function askPast(page: Page, name: string, input: unknown): Promise<unknown> {
  const body = await page.evaluate(
    async ([call, text]) => {
      const answer = await fetch(`/call/${call}`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', 'x-chancery-session': window.sessionStorage.getItem('chancery.session') ?? '' },
        body: text,
      })
      return answer.text()
    },
    [name, JSON.stringify(input)] as const,
  )
  return JSON.parse(body)
}

/** Publishing goes out almost at once, so that a test need not wait for the time to undo. */
export async function shortenUndo(page: Page, seconds: number): Promise<void> {
  const answer = (await askPast(page, 'settings.read', {})) as { readonly value: { readonly settings: object; readonly hash: string } }
  const { settings, hash } = answer.value
  await askPast(page, 'settings.change', { base: hash, settings: { ...settings, undoSeconds: seconds } })
}

/** `name`: how the person is called, or begins to be; the desk is on the screen then. */
export async function sitDown(page: Page, name: string): Promise<void> {
  await page.getByRole('heading', { name: 'Who is at the desk?' }).waitFor()
  await page
    .locator('main')
    .getByRole('button', { name: new RegExp(`^${name}`) })
    .click()
  await page.getByRole('heading', { name: 'Desk', exact: true }).waitFor()
}
