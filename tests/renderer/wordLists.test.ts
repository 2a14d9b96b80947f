/** Lists copied from Word, which its clipboard has as paragraphs, are lists in the article. */
// @ts-expect-error jsdom comes without types
import { JSDOM } from 'jsdom'
import { describe, expect, test } from 'vitest'
import { makeWordLists } from '../../renderer/editor/wordLists.ts'

describe('lists from Word', () => {
  test('entries become one list, with its levels and without their signs', () => {
    const pasted = ['<p>Before</p>', entry(1, '·', 'ropes'), entry(2, 'o', 'tarred'), entry(1, '·', 'lamps'), '<p>After</p>'].join('\n')
    expect(made(pasted)).toBe('<p>Before</p><ul><li><p>ropes</p><ul><li><p>tarred</p></li></ul></li><li><p>lamps</p></li></ul><p>After</p>')
  })

  test('numbers make a numbered list, beside one of points two lists', () => {
    expect(made([entry(1, '1.', 'first'), entry(1, '2.', 'second'), entry(1, '·', 'a point')].join(''))).toBe(
      '<ol><li><p>first</p></li><li><p>second</p></li></ol><ul><li><p>a point</p></li></ul>',
    )
  })

  test('a list that ended is not gone on with, and what only looks like one stays', () => {
    expect(made(`${entry(1, '·', 'one')}<p>Between</p>${entry(3, '·', 'two')}<p>· typed by hand</p>`)).toBe(
      '<ul><li><p>one</p></li></ul><p>Between</p><ul><li><p>two</p></li></ul><p>· typed by hand</p>',
    )
  })
})

/** As Word writes it. */
function entry(level: number, sign: string, words: string): string {
  return `<p class=MsoListParagraph style='text-indent:-18.0pt;mso-list:l0 level${level} lfo1'><![if !supportLists]><span style='font-family:Symbol'><span style='mso-list:Ignore'>${sign}<span style='font:7.0pt "Times New Roman"'>&nbsp;&nbsp; </span></span></span><![endif]>${words}</p>`
}

function made(html: string): string {
  const { body } = new JSDOM(html).window.document
  makeWordLists(body)
  return String(body.innerHTML)
    .replaceAll(/<!--.*?-->|<span[^>]*><\/span>|\n/gu, '')
    .replaceAll(/ (?:class|style)="[^"]*"/gu, '')
}
