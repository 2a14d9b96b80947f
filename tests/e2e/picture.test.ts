/** A picture in an article, by keyboard and paste in a real browser, from the clipboard to the published page. */
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from 'playwright'
import { expect, test } from 'vitest'
import { photograph } from '../factories/pictures.ts'
import { noBrowser, openShell, sharedBrowser } from './shell.ts'

const browser = sharedBrowser()

test.skipIf(noBrowser !== '')(
  `[SE9] a pasted picture is cleaned, described, submitted and published; the page is the preview${noBrowser && ` (${noBrowser})`}`,
  { timeout: 180_000 },
  async () => {
    const shell = await openShell()
    const ada = await shell.window(browser())
    await ada.getByRole('button', { name: 'Begin a desk' }).click()
    await ada.getByLabel('Your name or pen name').fill('Ada Quill')
    await ada.getByLabel('Name of the newspaper').fill('The Ferry Record')
    await ada.getByRole('button', { name: 'Begin', exact: true }).click()
    await ada.getByRole('button', { name: 'New article' }).first().click()
    await ada.getByRole('textbox', { name: 'Headline' }).fill('The bridge at Lock Nine')
    await ada.getByRole('textbox', { name: 'Body' }).click()
    await ada.keyboard.type('The bridge was opened on Thursday.')

    await paste(ada, [{ name: 'bridge.jpg', type: 'image/jpeg', bytes: await photograph(900, 600) }])
    const alt = ada.getByLabel('Alternative text')
    await alt.waitFor()
    expect(await alt.evaluate((field) => field === document.activeElement)).toBe(true)
    await ada.keyboard.type('An iron bridge over a canal')
    await ada.keyboard.press('Enter')
    await ada.keyboard.type('The bridge, seen from the lock.')
    await ada.keyboard.press('Tab')
    await ada.keyboard.type('Photograph for the paper')
    await ada.keyboard.press('Enter')
    await ada.keyboard.type('It is closed to carts.')

    // What is no picture, or lies elsewhere, stays out and is told.
    await paste(ada, [{ name: 'bridge.svg', type: 'image/svg+xml', bytes: Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>') }])
    await ada.getByText('is no picture that can be taken in').waitFor()
    await paste(ada, [], '<p>Pasted <img src="https://elsewhere.example/tracker.gif"> words.</p>')
    await ada.getByText('A picture was left out').waitFor()
    expect(await ada.locator('figure img').count()).toBe(1)

    await ada.getByLabel('Category').selectOption({ index: 1 })
    await ada.getByLabel('Byline').selectOption('staff')
    await expect.poll(async () => (await previewOf(ada, shell.address)).toString()).toContain('Photograph for the paper')
    await ada.getByRole('button', { name: 'Submit for review' }).click()
    await ada.getByText('In review').first().waitFor()
    // Whoever approves sees what readers are told of it.
    await ada.getByRole('navigation').getByRole('link', { name: 'Review' }).click()
    await ada.getByRole('link', { name: 'The bridge at Lock Nine' }).click()
    const checks = ada.getByRole('region', { name: 'Before you approve' })
    await checks.getByText('“An iron bridge over a canal” Photograph for the paper').waitFor()
    await ada.getByRole('link', { name: 'Open in Compose' }).click()
    await ada.waitForURL(/compose/u)
    const id = /compose\/([0-9a-f-]{36})/u.exec(ada.url())?.[1] ?? ''
    const predicted = pictureIn((await previewOf(ada, shell.address)).toString())
    expect(predicted).toContain('alt="An iron bridge over a canal" width="600" height="900"')

    await ask(ada, 'workflow.act', { id, act: 'override_publish', note: 'Nobody else is at the desk.', now: true })
    await ask(ada, 'queue.work', {})
    await ada.reload()
    const frozen = await previewOf(ada, shell.address)
    const [address = ''] = /\d{4}\/\d{2}\/[^/]+\//u.exec(frameAddress) ?? []
    const page = readFileSync(join(shell.folder, 'site', address, 'index.html'))
    expect(frozen.equals(page)).toBe(true)
    expect(pictureIn(page.toString())).toBe(predicted)
    const [, source = ''] = /src="([^"]+)"/u.exec(predicted) ?? []
    const picture = readFileSync(join(shell.folder, 'site', address, source))
    expect(picture.toString('latin1')).not.toMatch(/Wim|EXIF/u)

    // The reader's browser shows it, and so does the front.
    await ada.goto(new URL(`site/${address}`, shell.address).href)
    const shown = ada.getByRole('img', { name: 'An iron bridge over a canal' })
    await expect
      .poll(() => shown.evaluate((image: HTMLImageElement) => image.complete && image.naturalWidth), { timeout: 20_000 })
      .toBe(600)
    await ada.goto(new URL('site/', shell.address).href)
    await expect
      .poll(() => shown.evaluate((image: HTMLImageElement) => image.complete && image.naturalWidth), { timeout: 20_000 })
      .toBe(600)
    // Nothing of it lies in clear outside the site.
    for (const file of ['workstation.db', 'hub.db']) {
      const bytes = readFileSync(join(shell.folder, file))
      expect(bytes.includes(picture.subarray(0, 64))).toBe(false)
    }
    expect(existsSync(join(shell.folder, 'media'))).toBe(false)
  },
)

test.skipIf(noBrowser !== '')(
  `[DO10] a dropped picture stands where it was dropped, goes and comes by undoing, and goes along to another article${noBrowser && ` (${noBrowser})`}`,
  { timeout: 120_000 },
  async () => {
    const shell = await openShell()
    const ada = await shell.window(browser())
    await ada.getByRole('button', { name: 'Begin a desk' }).click()
    await ada.getByLabel('Name of the newspaper').fill('The Ferry Record')
    await ada.getByRole('button', { name: 'Begin', exact: true }).click()
    await ada.getByRole('button', { name: 'New article' }).first().click()
    const body = ada.getByRole('textbox', { name: 'Body' })
    await body.click()
    for (const words of ['First.', 'Second.', 'Third.']) {
      await ada.keyboard.type(words)
      await ada.keyboard.press('Enter')
    }
    await drop(ada, 'First.', [{ name: 'bridge.jpg', type: 'image/jpeg', bytes: await photograph(90, 60) }])
    await ada.getByLabel('Alternative text').waitFor()
    const order = () =>
      body.evaluate((box) => [...box.children].map(({ tagName, textContent }) => (tagName === 'P' ? textContent : tagName)))
    expect((await order()).slice(0, 4)).toEqual(['First.', 'FIGURE', 'Second.', 'Third.'])
    await drop(ada, 'Second.', [{ name: 'notes.txt', type: 'text/plain', bytes: Buffer.from('x') }])
    await ada.getByText('Only pictures can be dropped into the text.').waitFor()

    // Enter from field to field, a heading made of a caption, a sign at its head: the picture stays one picture.
    await ada.getByLabel('Alternative text').press('Enter')
    await ada.keyboard.type('## Caption')
    await ada.keyboard.press('Control+Alt+2')
    await ada.getByRole('button', { name: 'Pull quote' }).click()
    await ada.keyboard.press('Enter')
    await ada.keyboard.type('The harbour office')
    expect(await ada.getByLabel('Credit', { exact: true }).inputValue()).toBe('The harbour office')
    await ada.keyboard.press('Enter')
    await ada.keyboard.type('Below: ')
    await ada.getByText('Below: Second.').waitFor()
    expect((await order()).filter((name) => name === 'FIGURE')).toHaveLength(1)
    expect(await ada.getByRole('group', { name: 'Caption' }).textContent()).toBe('## Caption')

    await ada.getByRole('button', { name: 'Remove picture' }).click()
    await expect.poll(order).not.toContain('FIGURE')
    await ada.keyboard.press('Control+z')
    await expect.poll(order).toContain('FIGURE')
    await ada.getByRole('status').filter({ hasText: 'Saved on this computer' }).first().waitFor()

    // Several at once stand in their order, also where an empty line was.
    const pair = [await photograph(80, 60), await photograph(100, 60)].map((bytes, n) => ({ name: `${n}.jpg`, type: 'image/jpeg', bytes }))
    await body.press('Control+End')
    await paste(ada, pair)
    await ada.getByText('The pictures are in the text.').waitFor()
    const heights = () =>
      ada.locator('figure img').evaluateAll((images) => images.map((image) => (image as HTMLImageElement).naturalHeight))
    await expect.poll(heights).toEqual([90, 80, 100])

    const hash = /media\/([0-9a-f]{64})/u.exec((await ada.locator('figure img').first().getAttribute('src')) ?? '')?.[1] ?? ''
    await ada.keyboard.press('Control+Alt+N')
    await expect.poll(async () => (await order()).join(''), { timeout: 20_000 }).toBe('')
    await body.click()
    const copied = `<figure><img src="media/${hash}" alt="A bridge" width="60" height="90"><figcaption><span class="caption">Told again</span></figcaption></figure>`
    await paste(ada, [], copied)
    await expect.poll(() => ada.getByLabel('Alternative text').inputValue()).toBe('A bridge')
    expect(await ada.getByRole('group', { name: 'Caption' }).textContent()).toBe('Told again')
    const slice = `<figure data-pm-slice="1 1 []"><img src="https://elsewhere.example/x.gif"><figcaption><span class="caption">Not ours</span></figcaption></figure>`
    await paste(ada, [], slice)
    expect(await ada.locator('figure').count()).toBe(1)
  },
)

/** A file let go over the paragraph that reads so. */
async function drop(page: Page, over: string, files: readonly { name: string; type: string; bytes: Buffer }[]): Promise<void> {
  const given = files.map(({ name, type, bytes }) => ({ name, type, base64: bytes.toString('base64') }))
  await page
    .getByRole('textbox', { name: 'Body' })
    .getByText(over)
    .evaluate((paragraph, all) => {
      const dataTransfer = new DataTransfer()
      for (const { name, type, base64 } of all)
        dataTransfer.items.add(new File([Uint8Array.from(atob(base64), (letter) => letter.codePointAt(0) ?? 0)], name, { type }))
      const { left, top, height } = paragraph.getBoundingClientRect()
      paragraph.dispatchEvent(
        new DragEvent('drop', { dataTransfer, bubbles: true, cancelable: true, clientX: left + 4, clientY: top + height / 2 }),
      )
    }, given)
}

/** As the browser hands over what lies on the clipboard. */
async function paste(page: Page, files: readonly { name: string; type: string; bytes: Buffer }[], html = ''): Promise<void> {
  const given = files.map(({ name, type, bytes }) => ({ name, type, base64: bytes.toString('base64') }))
  await page.getByRole('textbox', { name: 'Body' }).evaluate(
    (body, { all, words }) => {
      const clipboard = new DataTransfer()
      for (const { name, type, base64 } of all)
        clipboard.items.add(new File([Uint8Array.from(atob(base64), (letter) => letter.codePointAt(0) ?? 0)], name, { type }))
      if (words !== '') clipboard.setData('text/html', words)
      body.dispatchEvent(new ClipboardEvent('paste', { clipboardData: clipboard, bubbles: true, cancelable: true }))
    },
    { all: given, words: html },
  )
}

/** The figure of a page, as it is written there. */
function pictureIn(html: string): string {
  return /<figure>.*?<\/figure>/su.exec(html)?.[0] ?? ''
}

async function ask(page: Page, name: string, input: object): Promise<void> {
  const done = await page.evaluate(
    async ([call, body]) => {
      const headers = { 'content-type': 'application/json', 'x-chancery-session': window.sessionStorage.getItem('chancery.session') ?? '' }
      return (await fetch(`/call/${call}`, { method: 'POST', headers, body })).json()
    },
    [name, JSON.stringify(input)] as const,
  )
  expect(done).toMatchObject({ ok: true })
}

let frameAddress = ''

/** The page in the preview frame, as bytes. */
async function previewOf(page: Page, shell: string): Promise<Buffer> {
  const frame = page.getByRole('region', { name: 'Preview' }).locator('iframe').first()
  await expect.poll(() => frame.getAttribute('src'), { timeout: 20_000 }).toMatch(/^\/?preview\//)
  const source = new URL((await frame.getAttribute('src')) ?? '', shell).href
  frameAddress = source
  return Buffer.from(await (await page.request.get(source)).body())
}
