/** Files from outside: what comes in, what is told, what is refused. */
import { existsSync, readFileSync } from 'node:fs'
import { fc } from '../harness/properties.ts'
import { describe, expect, test } from 'vitest'
import { importFile } from '../../electron/importing/importFile.ts'
import { checkDocument } from '../../shared/document/check.ts'
import { cleanDocument } from '../../shared/document/clean.ts'
import { blocksHtml, inlineHtml } from '../../shared/document/html.ts'
import { blocksText, inlineText } from '../../shared/document/text.ts'
import { bytesOf, imported } from './bytes.ts'

const seed = new URL('../../../shared/seeds/article.txt', import.meta.url)

describe('plain text', () => {
  test('the first paragraph is the headline, blank lines part the others, broken lines are joined', () => {
    const { document, notes } = imported(
      'a.txt',
      '\ufeffA bridge\r\nopens\r\n\r\nIt took nine years\r\nto build.\r\n \t\r\n\r\nNobody came.\r\n',
    )
    expect(inlineText(document.headline)).toBe('A bridge opens')
    expect(document.body.map((block) => inlineText([block]))).toEqual(['It took nine years to build.', 'Nobody came.'])
    expect(notes).toEqual([])
  })

  test('a file with one line to a paragraph keeps its lines', () => {
    const long =
      'This line is far longer than any program would have broken it, and so it must be a paragraph of its own, as all others are.'
    expect(blocksText(imported('a.txt', `Headline\n${long}\nShort.\n\nLast.`).document.body)).toBe([long, 'Short.', 'Last.'].join('\n\n'))
    expect(blocksText(imported('a.txt', 'Headline\nOne.\nTwo!\nThree?').document.body)).toBe('One.\n\nTwo!\n\nThree?')
    expect(blocksText(imported('a.txt', 'Headline\nA story goes\non for a\nwhile and\nends.').document.body)).toBe(
      'A story goes on for a while and ends.',
    )
  })

  test('with a headline given, the first line stays in the text', () => {
    const { document } = imported('a.txt', 'First\n\nSecond', { headline: ' Given\n' })
    expect([inlineText(document.headline), blocksText(document.body)]).toEqual(['Given', 'First\n\nSecond'])
  })

  test('UTF-16 is read by its mark, in both orders', () => {
    const little = Buffer.from('\ufeffTítle\n\nText – “so”.', 'utf16le')
    const big = Buffer.from(little).swap16()
    for (const bytes of [little, big]) {
      const outcome = importFile('a.txt', bytes)
      expect(outcome.ok && [inlineText(outcome.document.headline), blocksText(outcome.document.body)]).toEqual(['Títle', 'Text – “so”.'])
    }
  })

  test.skipIf(!existsSync(seed))(
    'a page saved with its masthead comes in whole, and from headline to last paragraph (skipped where the sample page is absent)',
    () => {
      const text = readFileSync(seed, 'utf8')
      const lines = text
        .split('\n')
        .map((line) => line.trim())
        .filter(Boolean)
      const whole = imported('article.txt', text).document
      expect(inlineText(whole.headline)).toBe(lines[0])
      expect(whole.body.map((block) => inlineText([block]))).toEqual(lines.slice(1))
      const [first, last] = [lines.findIndex((line) => line.startsWith('NATO')), lines.indexOf('LP Staff Writers')]
      const article = imported('article.txt', lines.slice(first, last).join('\n\n')).document
      expect(inlineText(article.headline)).toBe(lines[first])
      expect(article.body.map((block) => inlineText([block]))).toEqual(lines.slice(first + 1, last))
    },
  )
})

describe('Markdown', () => {
  test('the first # line is the headline, others are headings, HTML stays words', () => {
    const { document, notes } = imported(
      'a.markdown',
      [
        'Before',
        '# A *bridge* [opens](https://example.org)',
        '# Cost',
        '###### Deep',
        'It cost **£5m**  \nor ~so~ <b>x</b>',
        '> quoted',
        '3) three\n4) four',
        '- a\n\n  - b',
        '---',
        '```\ncode <x>\n\nmore\n```',
        '[x](javascript:alert(1)) ![pic](a.png)',
        '![alone](b.png)',
      ].join('\n\n'),
    )
    expect(inlineHtml(document.headline)).toBe('A <em>bridge</em> opens')
    expect(blocksHtml(document.body)).toBe(
      '<p>Before</p><h2>Cost</h2><h4>Deep</h4><p>It cost <strong>£5m</strong><br>or ~so~ &lt;b&gt;x&lt;/b&gt;</p><blockquote><p>quoted</p></blockquote>' +
        '<ol start="3"><li><p>three</p></li><li><p>four</p></li></ol><ul><li><p>a</p><ul><li><p>b</p></li></ul></li></ul><hr>' +
        '<p><code>code &lt;x&gt;</code><br><br><code>more</code></p><p>x </p>',
    )
    expect(notes).toEqual([
      '2 pictures were not brought: a.png, b.png. The text around them is complete. A picture comes along from the file’s own folder, never from a web page.',
      '1 link was taken off its words, which stay: an address must begin with https, http, mailto or tel (found: “javascript:alert(1)”).',
    ])
  })

  test('without a # line the first paragraph is the headline; with one given all stays', () => {
    expect(imported('a.md', 'First\n\nSecond').document).toMatchObject({
      headline: [{ text: 'First' }],
      body: [{ content: [{ text: 'Second' }] }],
    })
    const given = imported('a.md', '# First\n\nSecond', { headline: 'Given' }).document
    expect([inlineText(given.headline), blocksHtml(given.body)]).toEqual(['Given', '<h2>First</h2><p>Second</p>'])
    expect(imported('a.md', '- only\n- a list').document.headline).toEqual([])
  })
})

describe('Markdown that means harm', () => {
  test.each([
    ['quotations', '>'.repeat(20_000), ' bottom'],
    ['lists', '- '.repeat(1000), 'bottom'],
    ['brackets', '['.repeat(50_000), 'bottom'],
    ['stars', '*a **b '.repeat(5_000), 'bottom'],
  ])('endless %s keep their words', (_, opening, words) => {
    const { document } = imported('a.md', opening + words, { headline: 'H' })
    expect(blocksText(document.body)).toContain('bottom')
  })
})

describe('HTML', () => {
  test('the h1 is the headline; scripts, styles, navigation and hidden parts are dropped; marks and links come', () => {
    const { document, notes } = imported(
      'a.html',
      `<!doctype html><title>Site | A</title><style>p{}</style><nav><a href="/">Home</a></nav><body><header>Top</header>
      <h1>A <a href="https://example.org/">bridge</a><br>opens</h1><p hidden>secret</p><p style="display: none">secret</p><div aria-hidden=true>secret</div>
      <p>It  cost <b>£5m</b>,\n see <a href=" https://example.org/r?a=1&amp;b=2 "><i>the report</i></a> or <a href="javascript:alert(1)">this</a>.<br></p>
      loose <span style="font-weight:700">words</span><h1>Second</h1><h5>Deep</h5>
      <ul><li>one<li><p>two</p><ol start=3><li>three</ol></ul><blockquote>Quoted</blockquote><aside class="pull-quote"><p>Pulled</p></aside>
      <script>alert(1)</script><img src=x alt=y><hr><table><tr><td>a<td>b</table><pre>\n a\n  b\n</pre><p>H<sub>2</sub>O <span class="small-caps">ad</span> <code>c</code></p>`,
    )
    expect(inlineHtml(document.headline)).toBe('A bridge opens')
    expect(blocksHtml(document.body)).toBe(
      '<p>Top</p><p>It cost <strong>£5m</strong>, see <a href="https://example.org/r?a=1&amp;b=2"><em>the report</em></a> or this.</p>' +
        '<p>loose <strong>words</strong></p><h2>Second</h2><h4>Deep</h4>' +
        '<ul><li><p>one</p></li><li><p>two</p><ol start="3"><li><p>three</p></li></ol></li></ul><blockquote><p>Quoted</p></blockquote>' +
        '<aside class="pull-quote"><p>Pulled</p></aside><hr><table><tbody><tr><td><p>a</p></td><td><p>b</p></td></tr></tbody></table><p><code> a</code><br><code>  b</code></p>' +
        '<p>H<sub>2</sub>O <span class="small-caps">ad</span> <code>c</code></p>',
    )
    expect(notes).toEqual([
      '1 picture was not brought: x. The text around it is complete. A picture comes along from the file’s own folder, never from a web page.',
      '1 link was taken off its words, which stay: an address must begin with https, http, mailto or tel (found: “javascript:alert(1)”).',
    ])
  })

  test('the title stands in for a missing h1, and the first paragraph for both', () => {
    expect(inlineText(imported('a.htm', '<title>The\n title</title><p>Text').document.headline)).toBe('The title')
    expect(inlineText(imported('a.htm', '<p>First<p>Second').document.headline)).toBe('First')
    const given = imported('a.html', '<title>T</title><h1>H</h1><p>P', { headline: 'Given' }).document
    expect([inlineText(given.headline), blocksHtml(given.body)]).toEqual(['Given', '<h2>H</h2><p>P</p>'])
  })

  test('what the serialiser writes is read back as the same blocks', () => {
    const html = readFileSync(new URL('../fixtures/document/schema-1.html', import.meta.url), 'utf8').trim()
    expect(blocksHtml(imported('a.html', html, { headline: 'H' }).document.body)).toBe(html)
  })

  test('20,000 open tags end in their words', () => {
    const { document } = imported('a.html', `${'<div><blockquote>'.repeat(10_000)}bottom`, { headline: 'H' })
    expect(blocksText(document.body)).toBe('bottom')
  })
})

describe('bad input', () => {
  test.each([
    ['nothing.txt', new Uint8Array(), /“nothing\.txt” is empty\. Nothing was imported; choose/],
    ['blank.md', bytesOf(' \n\n'), /holds no words/],
    ['marks.html', bytesOf('<p></p><script>1</script>'), /holds no words/],
    ['/home/x/report.pdf', bytesOf('%PDF-1.7'), /^“report\.pdf” is of a kind that cannot be imported/],
    ['a.txt', bytesOf('%PDF-1.7 x'), /is not text: it looks like a PDF\. Nothing was imported and the file is untouched/],
    ['a.txt', Buffer.from('PK\u0003\u0004....word/document.xml'), /looks like a Word \(\.docx\) document/],
    ['a.txt', new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, 0xa1]), /old Word/],
    ['a.md', new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0x0d]), /a PNG picture/],
    ['a.txt', bytesOf('text\0more'), /zero byte at byte 5/],
    ['a.txt', Buffer.concat([bytesOf('one\ntwo é'), new Uint8Array([0xff]), bytesOf(' three')]), /not valid UTF-8: byte 11 \(line 2\)/],
    ['a.txt', Buffer.concat([bytesOf('é'.repeat(600)), new Uint8Array([0xe2, 0x82])]), /byte 1,201 \(line 1\)/],
    ['a.txt', new Uint8Array([0xff, 0xfe, 0x41, 0x00, 0x00]), /begins as UTF-16/],
    ['a.txt', new Uint8Array([0xff, 0xfe, 0x00, 0xd8, 0x41, 0x00]), /begins as UTF-16/],
    [`${'n'.repeat(400)}.txt`, new Uint8Array(), /^“n{79}…” is empty/],
  ])('%s is refused in one clear sentence', (name, bytes, message) => {
    const outcome = importFile(name, bytes)
    expect(outcome.ok).toBe(false)
    expect(outcome.ok || outcome.message).toMatch(message)
  })

  test('60 MB of text is refused before it is read, naming both sizes', () => {
    const outcome = importFile('long.txt', new Uint8Array(60_000_000).fill(0x61))
    expect(outcome).toEqual({
      ok: false,
      message:
        '“long.txt” has 60 MB, and an import takes at most 50 MB. Nothing was imported and the file is untouched; divide it and import the parts.',
    })
  })

  test('the place of the first broken byte is right for any bytes', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'grapheme', minLength: 1 }),
        fc.constantFrom([0x80], [0xc0, 0xaf], [0xed, 0xa0, 0x80], [0xf5, 0x80, 0x80, 0x80], [0xe2, 0x82], [0xf4, 0x90, 0x80, 0x80]),
        fc.string(),
        (before, broken, after) => {
          const text = before.replace(/[\0\ufeff]/g, '') || 'x'
          const outcome = importFile('a.txt', Buffer.concat([bytesOf(text), new Uint8Array(broken), bytesOf(after.replaceAll('\0', ''))]))
          const place = String(bytesOf(text).length + 1).replace(/\B(?=(\d{3})+$)/g, ',')
          expect(outcome.ok || outcome.message).toContain(`byte ${place} (`)
        },
      ),
    )
  })

  test('any text of any kind gives a clean and valid document, or one sentence', () => {
    const piece = fc.constantFrom(
      '<p>',
      '</p>',
      '<h1>',
      '<li>',
      '<ul>',
      '<ol start="-1">',
      '<a href="data:x">',
      '<b>',
      '<pre>',
      '<table>',
      '# ',
      '- ',
      '> ',
      '1. ',
      '\n',
      '\n\n',
      '    ',
      '**',
      '`',
      '```',
      '[a](b)',
      '<!--',
      '&#0;',
      '&#x1;',
      'word',
      '🙂',
      '\u0007',
      '\u2028',
    )
    fc.assert(
      fc.property(
        fc.array(fc.oneof(piece, fc.string({ unit: 'binary', maxLength: 5 })), { maxLength: 25 }),
        fc.constantFrom('a.txt', 'a.md', 'a.html'),
        (pieces, name) => {
          const outcome = importFile(name, bytesOf(pieces.join('')))
          if (!outcome.ok) {
            expect(outcome.message).toMatch(/Nothing was imported/)
            return
          }
          expect(checkDocument(outcome.document)).toEqual([])
          expect(cleanDocument(outcome.document)).toEqual(outcome.document)
        },
      ),
      { numRuns: 150 },
    )
  })
})
