/** The preview follows the text by changing what differs, and only that. */
// @ts-expect-error jsdom comes without types
import { JSDOM } from 'jsdom'
import { expect, test } from 'vitest'
import { unchanged, withoutUnchanged } from '../../renderer/screens/compose/changedLines.ts'
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

const lines = [
  '<main>',
  '<h1>Bells</h1>',
  '<div class="text">',
  ...Array.from({ length: 12 }, (_none, n) =>
    n % 5 === 4 ? `<h2 id="part-${n}">Part ${n}</h2>` : `<p>Paragraph ${n}, <em>its</em> words.</p>`,
  ),
  '<figure><p>Not a line of its own.</p></figure>',
  '<p>Last.</p></div>',
  '</main>',
  '<footer>abc</footer>',
]
/** The lines with some of them changed. */
const but = (changes: Readonly<Record<number, string>>) => lines.map((line, index) => changes[index] ?? line)

test.each([
  ['a changed paragraph', but({ 9: '<p>Another.</p>' })],
  ['changes far apart', but({ 4: '<p>Another.</p>', 18: '<footer>def</footer>' })],
  ['neighbours that changed', but({ 7: '<h3>Part 4</h3>', 8: '<p>Another.</p>' })],
  ['the first and the last of a run', but({ 3: '<p>First.</p>', 14: '<p>Twelfth.</p>' })],
  ['a line more', [...lines.slice(0, 6), '<p>New.</p>', ...lines.slice(6)]],
  ['nothing', lines],
])('after %s the page shown equals the page made, though what did not change is left out', (_name, next) => {
  const shown = bodyOf(lines.join('\n'))
  const [, second] = shown.querySelectorAll('p')
  expect(patchPage(shown, bodyOf(withoutUnchanged(lines, next)))).toBe(true)
  expect(shown.innerHTML).toBe(bodyOf(next.join('\n')).innerHTML)
  if (next !== lines) expect(shown.contains(second ?? null)).toBe(true)
})

test('of a long text little is left to be read', () => {
  const left = withoutUnchanged(lines, but({ 9: '<p>Another.</p>' }))
  expect(left.match(/Paragraph/gu)).toHaveLength(4)
  expect(left).toContain(`<p ${unchanged}="4"></p>`)
})

test('what is not shown is not taken as unchanged', () => {
  const left = withoutUnchanged(lines, but({ 9: '<p>Another.</p>' }))
  // One block fewer, two exchanged, and one that became two before the run.
  for (const other of [
    lines.toSpliced(4, 1),
    but({ 3: '<p>Elsewhere.</p>' }),
    but({ 10: '<p>Elsewhere.</p>' }),
    but({ 3: '<p>One</p><p>too many.</p>' }),
  ])
    expect(patchPage(bodyOf(other.join('\n')), bodyOf(left))).toBe(false)
})
