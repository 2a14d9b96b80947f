/** The preview follows the text by changing what differs, and only that. */
// @ts-expect-error jsdom comes without types
import { JSDOM } from 'jsdom'
import { expect, test } from 'vitest'
import { patchPage } from '../../renderer/screens/compose/patchPage.ts'

function bodyOf(html: string): HTMLElement {
  return (new JSDOM(`<!doctype html><body>${html}</body>`) as { window: { document: Document } }).window.document.body
}

const page = '<main lang="en"><h1>Bells</h1><p>One.</p><p>Two <em>of</em> them.</p><p>Three.</p></main><footer>abc</footer>'

test.each([
  ['a changed paragraph', page.replace('Two', 'Too')],
  ['a paragraph more', page.replace('<p>Three', '<p>New.</p><p>Three')],
  ['a paragraph less', page.replace('<p>One.</p>', '')],
  ['another element', page.replace('<p>One.</p>', '<h2>One.</h2>')],
  ['other attributes', page.replace('<main lang="en">', '<main class="wide">')],
  ['changes far apart', page.replace('Bells', 'Rings').replace('abc', 'def')],
  ['nothing', page],
  ['everything', '<p>Gone.</p>'],
])('after %s the page shown equals the page made', (_name, next) => {
  const shown = bodyOf(page)
  patchPage(shown, bodyOf(next))
  expect(shown.innerHTML).toBe(bodyOf(next).innerHTML)
})

test('what did not change is not made again', () => {
  const shown = bodyOf(page)
  const [first, second, third] = shown.querySelectorAll('p')
  patchPage(shown, bodyOf(page.replace('Two', 'Too')))
  expect([...shown.querySelectorAll('p')]).toEqual([first, second, third])
  expect(second?.querySelector('em')?.textContent).toBe('of')
})
