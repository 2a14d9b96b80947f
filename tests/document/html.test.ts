/** Serialising to HTML and to plain words. */
import { readFileSync } from 'node:fs'
import { fc } from '../harness/properties.ts'
import { parseFragment, serialize } from 'parse5'
import { describe, expect, test } from 'vitest'
import { checkDocument } from '../../shared/document/check.ts'
import { cleanDocument } from '../../shared/document/clean.ts'
import { blocksHtml, escapeHtml, inlineHtml } from '../../shared/document/html.ts'
import type { DocumentJson, NodeJson } from '../../shared/document/json.ts'
import { blocksText, inlineText, readingMinutes, wordCount } from '../../shared/document/text.ts'
import { upgradeDocument } from '../../shared/document/upgrade.ts'
import { bodyOf, documents, paragraphs } from './arbitraries.ts'

describe('html', () => {
  test.each([1, 2])('[DO5] a document of schema %i reads, and looks, as its golden pair says', (number) => {
    const { schema, document } = JSON.parse(fixture(`schema-${number}.json`)) as { schema: number; document: DocumentJson }
    const upgraded = upgradeDocument(schema, document)
    if (!upgraded.ok) throw new Error('an old schema is not newer than this program')
    expect(checkDocument(upgraded.document)).toEqual([])
    expect(cleanDocument(upgraded.document)).toEqual(upgraded.document)
    expect(inlineHtml(upgraded.document.standfirst)).toBe('The toll is <em>not</em> to rise before 2031.')
    expect(`${blocksHtml(upgraded.document.body)}\n`).toBe(fixture(`schema-${number}.html`))
  })

  test('[DO3] the HTML of any document is what a browser would write back', () => {
    fc.assert(
      fc.property(documents, ({ headline, body }) => {
        for (const html of [inlineHtml(headline), blocksHtml(cleanDocument({ headline, standfirst: [], body }).body)]) {
          expect(serialize(parseFragment(html)).replaceAll('&nbsp;', '\u00a0')).toBe(html)
        }
      }),
      { numRuns: 150 },
    )
  })

  test('[DO6] unknown nodes and marks are shown as their text', () => {
    const inline: NodeJson[] = [
      { type: 'text', text: 'a', marks: [{ type: 'sparkle' }] },
      { type: 'mention', content: [{ type: 'text', text: 'b' }] },
    ]
    expect(inlineHtml([inline[0] as NodeJson])).toBe('a')
    expect(blocksHtml([{ type: 'callout', content: [{ type: 'text', text: '<i>' }] }])).toBe('<p>&lt;i&gt;</p>')
    expect(blocksHtml([{ type: 'callout', content: paragraphs('x', 'y') }])).toBe('<p>x</p><p>y</p>')
    expect(blocksHtml([{ type: 'text', text: 'loose' }, { type: '__proto__' }])).toBe('<p>loose</p>')
  })

  test('[DO3] escaped text is safe between tags and in attributes', () => {
    expect(escapeHtml(`<a href="x">&'`)).toBe("&lt;a href=&quot;x&quot;&gt;&amp;'")
  })
})

describe('text', () => {
  test('blocks are parted by a blank line, breaks are line ends', () => {
    const list: NodeJson = {
      type: 'bulletList',
      content: paragraphs('a', 'b').map((paragraph) => ({ type: 'listItem', content: [paragraph] })),
    }
    expect(
      blocksText([
        ...paragraphs('One.'),
        list,
        { type: 'horizontalRule' },
        { type: 'paragraph' },
        { type: 'callout', content: paragraphs('c') },
      ]),
    ).toBe('One.\n\na\n\nb\n\nc')
    expect(inlineText([{ type: 'text', text: 'a' }, { type: 'hardBreak' }, { type: 'text', text: 'b' }])).toBe('a\nb')
  })

  test('a word is what stands between spaces and dashes and holds a letter or digit', () => {
    expect(wordCount(bodyOf(...paragraphs('don’t 1,000 St-Denis 9.0°C', 'and – or … indirectly—so a\u00a0b')))).toBe(10)
    const split: NodeJson = {
      type: 'paragraph',
      content: [
        { type: 'text', text: 'un' },
        { type: 'text', text: 'do', marks: [{ type: 'em' }] },
      ],
    }
    expect(wordCount(bodyOf(split))).toBe(1)
    expect(wordCount({ headline: [{ type: 'text', text: 'not counted' }], standfirst: [], body: [] })).toBe(0)
  })

  test('words of any text are counted as if it were taken apart at spaces and dashes', () => {
    const signs = fc.constantFrom(...'aZ9 \t\u00a0\u2003\u3000\ufeff–—―-.’é漢ـ\u{1f600}\u{1d400}٣½\ud800')
    fc.assert(
      fc.property(fc.array(signs, { maxLength: 60 }), (drawn) => {
        const text = drawn.join('')
        const parts = text.split(/[\s\u2012-\u2015]+/u).filter((part) => /[\p{L}\p{N}]/u.test(part))
        expect(wordCount(bodyOf(...paragraphs(text)))).toBe(parts.length)
      }),
    )
  })

  test('the beginning of a body is the same as if all of it had been read', () => {
    const body = paragraphs('One two.', '', 'Three.', 'Four five six.')
    const whole = blocksText(body)
    for (let most = 0; most <= whole.length + 1; most += 1) expect(blocksText(body, most)).toBe(whole.slice(0, most))
  })

  test('reading time is in whole minutes, none for nothing', () => {
    expect([0, 1, 238, 800].map(readingMinutes)).toEqual([0, 1, 1, 3])
  })
})

function fixture(name: string): string {
  return readFileSync(new URL(`../fixtures/document/${name}`, import.meta.url), 'utf8')
}
