/** The preview's frame is brought to the newest page: in place where it stands, anew where it is on its way or looks otherwise. */
// @ts-expect-error jsdom comes without types
import { JSDOM } from 'jsdom'
import { beforeEach, expect, onTestFinished, test, vi } from 'vitest'
import { loadPage, replaceInPlace } from '../../renderer/screens/compose/previewFrame.ts'

const lines = Array.from({ length: 9 }, (_none, n) => `<p>Line ${n}.</p>`)
const pageOf = (text: readonly string[], sheet = 'site.css') =>
  `<!doctype html>\n<html lang="en">\n<head><title>Bells</title><link rel="stylesheet" href="${sheet}"></head>\n<body>\n<main>\n${text.join('\n')}\n</main>\n</body>\n</html>\n`
const documentOf = (markup: string) => (new JSDOM(markup) as { window: { document: Document } }).window.document

/** What was given to be read as a page. */
const read: string[] = []
let served = ''

beforeEach(() => {
  read.length = 0
  vi.stubGlobal('fetch', () => Promise.resolve(new Response(served)))
  vi.stubGlobal(
    'DOMParser',
    class {
      parseFromString(markup: string): Document {
        read.push(markup)
        return documentOf(markup)
      }
    },
  )
  onTestFinished(() => void vi.unstubAllGlobals())
})

const frameOf = (page: object) => ({ contentDocument: page, src: '' }) as HTMLIFrameElement

async function bring(frame: HTMLIFrameElement, page: string): Promise<void> {
  served = page
  await replaceInPlace(frame, '/preview/')
}

test('what stands is changed in place, read anew only where it changed, and not at all where nothing did', async () => {
  const page = documentOf(pageOf(lines))
  const frame = frameOf(page)
  const third = page.querySelectorAll('p')[2]
  for (const words of ['First', 'Second']) {
    const text = lines.with(6, `<p>${words}.</p>`)
    await bring(frame, pageOf(text))
    expect(page.body.innerHTML).toBe(documentOf(pageOf(text)).body.innerHTML)
    // The first page is read as a whole: what stood before it is not known.
    expect(read.at(-1)?.includes('Line 2.')).toBe(words === 'First')
    const many = read.length
    await bring(frame, pageOf(text))
    expect(read).toHaveLength(many)
  }
  expect(page.querySelectorAll('p')[2]).toBe(third)
  expect(frame.src).toBe('')
})

test('what does not stand as it was brought is read as a whole', async () => {
  const page = documentOf(pageOf(lines))
  const frame = frameOf(page)
  await bring(frame, pageOf(lines))
  page.querySelector('p')?.remove()
  const text = lines.with(6, '<p>Other.</p>')
  await bring(frame, pageOf(text))
  expect(page.body.innerHTML).toBe(documentOf(pageOf(text)).body.innerHTML)
})

test('a page that is on its way, or looks otherwise, is loaded', async () => {
  const loading = frameOf({ readyState: 'loading', head: null })
  await bring(loading, pageOf(lines))
  expect(loading.src).toBe('/preview/')
  const other = frameOf(documentOf(pageOf(lines)))
  await bring(other, pageOf(lines, 'other.css'))
  expect(other.src).toBe('/preview/')
})

test('an answer that comes after another page was asked for changes nothing of it', async () => {
  const answers: ((response: Response) => void)[] = []
  vi.stubGlobal('fetch', () => new Promise<Response>((resolve) => answers.push(resolve)))
  const page = documentOf(pageOf(lines))
  const frame = frameOf(page)
  const [late, newest] = [replaceInPlace(frame, '/preview/'), replaceInPlace(frame, '/preview/')]
  answers[1]?.(new Response(pageOf(lines.with(6, '<p>Newest.</p>'))))
  await newest
  answers[0]?.(new Response(pageOf(lines.with(6, '<p>Late.</p>'))))
  await late
  expect(page.querySelectorAll('p')[6]?.textContent).toBe('Newest.')

  // The live page is asked for while the draft is on its way, and is still being loaded when the draft comes.
  const draft = replaceInPlace(frame, '/preview/')
  loadPage(frame, '/site/live/')
  answers[2]?.(new Response(pageOf(lines.with(6, '<p>Draft.</p>'))))
  await draft
  expect(page.querySelectorAll('p')[6]?.textContent).toBe('Newest.')
  expect(frame.src).toBe('/site/live/')
})
