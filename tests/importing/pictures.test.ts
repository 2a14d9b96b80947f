/** Pictures that files name: which are looked for, where they come to stand, and what is never read or fetched. */
import { describe, expect, test } from 'vitest'
import { type BroughtPictures, sourceOf } from '../../electron/importing/pictures.ts'
import { blocksHtml } from '../../shared/document/html.ts'
import { importFile } from '../../electron/importing/importFile.ts'
import { bytesOf, imported } from './bytes.ts'

const [bridge, lock] = ['a1'.repeat(32), 'b2'.repeat(32)]
const pictures: BroughtPictures = new Map([
  ['img/bridge.jpg', { hash: bridge, width: 30, height: 20 }],
  ['lock.png', { hash: lock, width: 9, height: 9 }],
])

function htmlOf(name: string, text: string): string {
  return blocksHtml(imported(name, text, { pictures }).document.body)
}

function figure(hash: string, alt: string, caption: string): string {
  const size = hash === bridge ? 'width="30" height="20"' : 'width="9" height="9"'
  return `<figure><img src="media/${hash}" alt="${alt}" ${size}><figcaption><span class="caption">${caption}</span></figcaption></figure>`
}

describe('where a picture is looked for', () => {
  test.each([
    ['img/bridge.jpg', 'img/bridge.jpg'],
    ['./img/../img/bridge.jpg', undefined],
    ['./bridge%20two.jpg?size=1#x', 'bridge two.jpg'],
    [String.raw`img\bridge.jpg`, 'img/bridge.jpg'],
    ['../secret.png', undefined],
    ['img/%2e%2e/%2e%2e/secret.png', undefined],
    ['/etc/passwd', undefined],
    ['//elsewhere.example/x.png', undefined],
    ['https://elsewhere.example/x.png', undefined],
    ['file:///etc/passwd', undefined],
    ['C:/secret.png', undefined],
    ['', undefined],
  ])('[SE9] %s', (written, path) => {
    const source = sourceOf(written)
    expect(source.kind === 'beside' ? source.path : undefined).toBe(path)
  })

  test('[SE9] data of a picture is inside the file, other data is nowhere', () => {
    expect(sourceOf('data:image/png;base64,AAEC')).toEqual({ kind: 'data', bytes: new Uint8Array([0, 1, 2]) })
    for (const other of ['data:text/html;base64,AAEC', 'data:image/png,raw', 'javascript:alert(1)'])
      expect(sourceOf(other).kind).toBe('elsewhere')
  })
})

describe('where it comes to stand', () => {
  test('[DO10] in Markdown below its paragraph, list or table, its title as the caption', () => {
    expect(htmlOf('a.md', '# H\n\nBefore ![A bridge](img/bridge.jpg "The bridge.") after.\n\nLast.')).toBe(
      `<p>Before  after.</p>${figure(bridge, 'A bridge', 'The bridge.')}<p>Last.</p>`,
    )
    expect(htmlOf('a.md', '# H\n\n![](lock.png)\n\n- one ![A bridge](img/bridge.jpg)\n- two\n\nLast.')).toBe(
      `${figure(lock, '', '')}<ul><li><p>one </p></li><li><p>two</p></li></ul>${figure(bridge, 'A bridge', '')}<p>Last.</p>`,
    )
  })

  test('[DO10] in HTML below its block, with the words of its figure', () => {
    const page = `<h1>H</h1><p>Before <img src="lock.png" alt="A
      lock"> after.</p><figure><img src="img/bridge.jpg" alt="A bridge"><figcaption>The <em>bridge</em>.</figcaption></figure>
      <table><tr><td>Cell <img src="lock.png"></td></tr></table><blockquote><p>Quoted</p><img src="img/bridge.jpg"></blockquote><p>Last.</p>`
    expect(htmlOf('a.html', page)).toBe(
      `<p>Before after.</p>${figure(lock, 'A lock', '')}${figure(bridge, 'A bridge', 'The <em>bridge</em>.')}` +
        `<table><tbody><tr><td><p>Cell</p></td></tr></tbody></table>${figure(lock, '', '')}` +
        `<blockquote><p>Quoted</p></blockquote>${figure(bridge, '', '')}<p>Last.</p>`,
    )
  })

  test('[SE9] what is not given is named once, and told as not brought; the words of its figure stay', () => {
    const page =
      '<h1>H</h1><figure><img src="https://elsewhere.example/x.png"><figcaption>Words.</figcaption></figure><img src="gone.png"><img src="gone.png"><img>'
    const outcome = importFile('a.html', bytesOf(page), { pictures })
    expect(outcome.ok && outcome.pictures).toEqual(['https://elsewhere.example/x.png', 'gone.png'])
    expect(outcome.ok && outcome.notes).toEqual([
      '4 pictures were not brought: https://elsewhere.example/x.png, gone.png, one without a name. The text around them is complete. A picture comes along from the file’s own folder, never from a web page.',
    ])
    expect(outcome.ok && blocksHtml(outcome.document.body)).toBe('<p>Words.</p>')
  })
})
