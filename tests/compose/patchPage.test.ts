/** The preview follows the text by changing what differs, and only that. */
// @ts-expect-error jsdom comes without types
import { JSDOM } from 'jsdom'
import { expect, test } from 'vitest'
import { type ChangedElement, changedElements } from '../../renderer/screens/compose/changedElements.ts'
import { patchElements, patchPage } from '../../renderer/screens/compose/patchPage.ts'

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

const lines = [
  '<html lang="en">',
  '<head>',
  '<title>Bells</title>',
  '<meta name="description" content="Bells">',
  '{ "made": "today" }',
  '</head>',
  '<body>',
  '<main>',
  '<h1>Bells</h1>',
  '<div class="text">',
  ...Array.from({ length: 12 }, (_none, n) =>
    n % 5 === 4 ? `<h2 id="part-${n}">Part ${n}</h2>` : `<p>Paragraph ${n}, <em>its</em> &lt;words&gt;.</p>`,
  ),
  '<figure><p>Not a line of its own.</p></figure>',
  '<p>Last.</p></div>',
  '</main>',
  '<footer>abc</footer>',
  '</body>',
  '</html>',
]
/** Where the text begins in them. */
const text = 10
/** The lines with some of them changed. */
const but = (changes: Readonly<Record<number, string>>) => lines.map((line, index) => changes[index] ?? line)
const patched = (shown: HTMLElement, changes: readonly ChangedElement[] = []) =>
  patchElements(
    shown,
    changes.map(({ place }) => place),
    bodyOf(changes.map(({ before, after }) => before + after).join('')),
  )
const bodyIn = (all: readonly string[]) => bodyOf(all.slice(7, -2).join('\n'))

test.each([
  ['a changed paragraph', 1, but({ [text + 6]: '<p>Another, <b>and</b> <i>more</i>.</p>' })],
  ['changes far apart', 2, but({ [text + 1]: '<p>Another, <b>and</b> <i>more</i>.</p>', [text + 15]: '<footer>def</footer>' })],
  ['neighbours that changed', 2, but({ [text + 4]: '<h3>Part 4</h3>', [text + 5]: '<p>Another.</p>' })],
  ['other attributes', 1, but({ [text + 9]: '<h2 id="part-nine" class="far">Part 9</h2>' })],
  ['what machines are told', 0, but({ 3: '<meta name="description" content="Rings">', 4: '{ "made": "tomorrow" }' })],
  ['nothing', 0, lines],
])('after %s the page shown equals the page made, though only what changed is read', (_name, many, next) => {
  const shown = bodyIn(lines)
  const [, second] = shown.querySelectorAll('p')
  const changes = changedElements(lines, next)
  expect(changes).toHaveLength(many)
  expect(patched(shown, changes)).toBe(true)
  expect(shown.innerHTML).toBe(bodyIn(next).innerHTML)
  expect(shown.contains(second ?? null)).toBe(true)
})

test.each([
  ['a line more', lines.toSpliced(text, 0, '<p>New.</p>')],
  ['another title', but({ 2: '<title>Rings</title>' })],
  ['an element that is more than its line', but({ 9: '<div class="wide">' })],
  ['a line that closes another', but({ [text + 13]: '<p>The last.</p></div>' })],
])('after %s the page is read as a whole', (_name, next) => {
  expect(changedElements(lines, next)).toBeUndefined()
})

test('what does not stand as it was is left alone', () => {
  const next = but({ [text + 1]: '<p>Another.</p>', [text + 6]: '<p>Another.</p>' })
  const changes = changedElements(lines, next)
  // One block fewer, one that is another, and one with fewer elements in it.
  for (const other of [lines.toSpliced(text + 3, 1), but({ [text + 6]: '<p>Elsewhere.</p>' }), but({ [text]: '<p>One.</p>' })]) {
    const shown = bodyIn(other)
    expect(patched(shown, changes)).toBe(false)
    expect(shown.innerHTML).toBe(bodyIn(other).innerHTML)
  }
  // Two that are written in one line are not one.
  const two = but({ [text + 1]: '<p>One</p><p>too many.</p>' })
  expect(patched(bodyIn(lines), changedElements(lines, two))).toBe(false)
})
