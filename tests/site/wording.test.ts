/** The words a new desk begins with: they name every system the site has, claim nothing that may not be so, and are ours. */
import { existsSync, globSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { parse } from 'parse5'
import { describe, expect, it } from 'vitest'
import { lordsPress } from '../../shared/desk/lordsPress.ts'
import { root } from '../harness/sources.ts'
import { render, siteOf, textOf } from './build.ts'
import { textWithin } from './markup.ts'
import { bell } from './bell.ts'
import { house, houseWith } from './house.ts'
import { everything } from './newspaper.ts'

const seed = path.join(root, '../shared/seeds/article.txt')
const page = textOf(
  render(siteOf(everything, house), house).find(({ path: file }) => file === `${bell.envelope.address.slice(1)}index.html`) ?? {
    path: '',
    type: '',
    bytes: new Uint8Array(),
  },
)

describe('furniture of an article', () => {
  it.each([
    ['contributors', /archives, embassies, heralds’ offices and public administration.*initials.*not at all/su],
    ['filed', /Archives/u],
    ['follow', /RSS.*Atom.*JSON Feed.*Mastodon/su],
    ['newsletter', /complimentary credentials.*archives.*special reports.*exclusive notices/su],
    [
      'thanks',
      /The Tern Island Trust.*Patrons: the Friday Readers.*free to read. Sponsors and patrons who support it are thanked here by name/su,
    ],
    ['privacy', /store nothing on your computer.*Privacy notice/su],
  ])('has %s', (name, words) => {
    expect(textWithin(parse(page), name)).toMatch(words)
  })

  it('comes from the settings and nowhere else', () => {
    const other = houseWith({
      sponsorsNote: 'Other thanks.',
      privacyOverview: 'Other privacy.',
      newsletter: { title: 'Other letter', text: 'Other offer.', action: '' },
    })
    const text = textOf(render(siteOf([bell], other), other)[0] ?? { path: '', type: '', bytes: new Uint8Array() })
    for (const words of ['Other thanks.', 'Other privacy.', 'Other letter', 'Other offer.']) expect(text).toContain(words)
    expect(text).not.toMatch(/complimentary|store nothing/u)
  })
})

describe('standing words', () => {
  const words = JSON.stringify(lordsPress)

  it('[BY6] claim no second reader, no knowledge of who writes and no statistics, which an override or a seal would make false', () => {
    expect(words).not.toMatch(/second person|read twice|two people|checked by|every line|knows? who|verified by|always|never/iu)
  })

  it('[BY6] say of privacy what the pages do: nothing stored, nothing asked elsewhere', () => {
    expect(words).toMatch(/without a cookie/u)
    expect(page).not.toMatch(/<script(?! type="application\/ld\+json")|document\.cookie|localStorage/u)
  })
})

describe.skipIf(!existsSync(seed))('the page that shows which systems exist (skipped where it is not at hand)', () => {
  it('lends no six words in a row to any file of the project', () => {
    const furniture = readFileSync(seed, 'utf8').split('LP Staff Writers')[1] ?? ''
    const lent = runsOf(furniture)
    expect(lent.size).toBeGreaterThan(150)
    const files = globSync('{shared,hub,electron,renderer,resources,docs,scripts,sqlite,tests}/**/*.{ts,tsx,md,json,css,html}', {
      cwd: root,
      exclude: ['**/node_modules/**'],
    })
    const found = ['README.md', 'CHANGELOG.md', ...files].flatMap((file) =>
      [...runsOf(readFileSync(path.join(root, file), 'utf8'))].filter((run) => lent.has(run)).map((run) => `${file}: ${run}`),
    )
    expect(found).toEqual([])
  })
})

function runsOf(text: string): ReadonlySet<string> {
  const words = text
    .toLowerCase()
    .split(/[^\p{L}\p{N}’'-]+/u)
    .filter((word) => word !== '')
  return new Set(words.slice(0, -5).map((_, index) => words.slice(index, index + 6).join(' ')))
}
