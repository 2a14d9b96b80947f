/** The rules that every page keeps, whatever is on it. */
import { globSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { parse } from 'parse5'
import { describe, expect, it } from 'vitest'
import { publicArticle } from '../../shared/desk/record.ts'
import type { Version } from '../../shared/desk/version.ts'
import { themeAssets } from '../../shared/site/assets.ts'
import { listedOf } from '../../shared/site/listed.ts'
import { listPages } from '../../shared/site/lists.ts'
import type { Page, Released } from '../../shared/site/model.ts'
import { renderPage } from '../../shared/site/page.ts'
import { root } from '../harness/sources.ts'
import { parts } from './awkward.ts'
import { bell } from './bell.ts'
import { render, siteOf, textOf } from './build.ts'
import { house, houseWith } from './house.ts'
import { textWithin } from './markup.ts'
import { everything, keys, lighthouse, others } from './newspaper.ts'
import { released } from './released.ts'
import { articleText, site } from './rendered.ts'

describe('one function', () => {
  it('[SI1] a page is a function of what it is given: the same bytes every time, whatever was rendered before', () => {
    const again = render(siteOf(everything, house).toReversed(), house).toReversed()
    expect(again.map(textOf)).toEqual(site.map(textOf))
  })

  it('[SI1] two envelopes of one version differ on the page in what the envelope says and nowhere else', () => {
    const frozen = {
      ...bell,
      envelope: {
        ...bell.envelope,
        number: 977,
        publishedAt: { at: '2026-12-24T18:59:00+00:00', zone: 'Europe/London' },
        firstPublishedAt: { at: '2026-12-20T17:58:00+00:00', zone: 'Europe/London' },
        masthead: { date: '2026-12-24', place: 'Paris', time: '18.59', weather: null },
        previous: 'c'.repeat(64),
      },
      digest: 'd'.repeat(64),
      feedId: 'ffffffff-ffff-4fff-bfff-ffffffffffff',
    }
    const [one, other] = [articleText(bell), articleText(frozen)].map((text) => text.split('\n'))
    const differing = one?.flatMap((line, index) => (line === other?.[index] ? [] : [line])) ?? []
    expect(one?.length).toBe(other?.length)
    for (const line of differing) {
      expect(line).toMatch(/23 November|2026-11-23|No\. 41|No\.%2041|SHA-256|dateline|digest|Published Monday|identifier/u)
      expect(line).not.toMatch(/ledger that|ringer|Those who write/u)
    }
    expect(differing.length).toBeGreaterThan(5)
  })

  it('makes no page of a file of the theme, and each file of the theme is there to be copied', () => {
    expect(() => renderPage({ page: 'asset', name: 'site.css' }, house)).toThrow('copied')
    const there = globSync('**/*', { cwd: path.join(root, 'resources/theme'), withFileTypes: true }).filter(
      (entry) => entry.isFile() && !entry.name.endsWith('.md'),
    )
    expect(there.map(({ name }) => name).sort()).toEqual(themeAssets.map(({ name }) => path.posix.basename(name)).sort())
  })
})

describe('lists', () => {
  it('[SI2] numbered pages are full, never change again as the list grows, and every article stands once', () => {
    const before = new Map<number, string>()
    for (let total = 0; total <= 60; total += 1) {
      const pages = listPages(total, 7)
      const covered = pages.toReversed().flatMap(({ from, to }) => Array.from({ length: to - from }, (_, index) => from + index))
      expect(covered.toSorted((one, other) => one - other)).toEqual(Array.from({ length: total }, (_, index) => index))
      for (const page of pages) {
        if (page.number === 0) continue
        expect(page.to - page.from).toBe(7)
        expect(before.get(page.number) ?? JSON.stringify(page)).toBe(JSON.stringify(page))
        before.set(page.number, JSON.stringify(page))
      }
    }
    expect(before.size).toBe(7)
    expect(() => listPages(3, 0)).toThrow('listPages')
  })
})

describe('a special report', () => {
  const frontOf = (articles: readonly Released[]) =>
    textOf(render(siteOf(articles, house), house).find(({ path: file }) => file === 'index.html') as Page)

  it('stands on the front with its parts by number once it has two, and then in no section beside', () => {
    const front = frontOf([...parts, ...others])
    const report = textWithin(parse(front), 'report')
    expect(report.replaceAll(/\s+/gu, ' ')).toContain(
      'three parts so far The Closed Shelves i. A key with no room ii. Thirty years, then thirty more iii. The reader who came daily',
    )
    expect(front).not.toContain('section-special-reports')
    expect(frontOf([...parts.slice(0, 1), ...others])).not.toContain('class="report"')
  })
})

describe('dates', () => {
  it('[SI11] an article’s masthead is frozen: other settings today change nothing in it', () => {
    const later = houseWith({
      city: 'Lisbon',
      weather: { date: '2027-01-01', condition: 'snow', temperature: -3, humidity: null, wind: null },
    })
    const dated = (of: typeof house) => textWithin(parse(articleText(bell, [], of)), 'dated')
    expect(dated(later)).toBe(dated(house))
    expect(dated(house)).toBe(
      'Published Monday 23 November 2026, 09.15. London: light rain, 9\u{a0}°C, humidity 88\u{a0}%, wind 14\u{a0}km/h.',
    )
  })

  it('[SI11] without weather place and time remain; without an edition no date is claimed', () => {
    expect(textWithin(parse(articleText(keys)), 'dated')).toBe('Published Sunday 22 November 2026, 07.40. London.')
    const policy = textOf(renderPage({ page: 'policy', slug: 'privacy' }, house))
    expect(textWithin(parse(policy), 'dated')).toBe('A journal of record')
  })

  it('[SI12] nothing in the site or the document asks the machine for its language, zone or clock', () => {
    const banned =
      /\bIntl\b|toLocale|\bget(Hours|Minutes|Seconds|Date|Day|Month|FullYear|Year|TimezoneOffset)\b|new Date\b|Date\.now|localeCompare|Math\.random/u
    const files = globSync('shared/{site,document}/**/*.ts', { cwd: root })
    expect(files.length).toBeGreaterThan(30)
    const offending = files.filter((file) =>
      banned.test(readFileSync(path.join(root, file), 'utf8').replaceAll(/\/\*[\s\S]*?\*\/|\/\/.*$/gmu, '')),
    )
    expect(offending).toEqual([])
  })
})

describe('people', () => {
  it('[BY1] a name in any internal field of a version leaves no trace on the site', () => {
    const name = 'Ottoline Pemberwick'
    const version = {
      v: 1,
      article: name,
      edition: 1,
      kind: 'original',
      schema: 1,
      lang: 'en-GB',
      headline: bell.article.headline,
      standfirst: bell.article.standfirst,
      body: bell.article.body,
      byline: { kind: 'initials', text: 'O. P.', person: name, note: name },
      contributorsNote: bell.article.contributorsNote,
      category: 'archives',
      tags: [],
      dateline: { place: '', date: '' },
      slug: 'pemberwick-draft',
      access: 'open',
      pieceKind: 'article',
      series: { name: '', number: 0 },
      previously: [name],
      media: [],
      correctionNotes: [],
      changeNote: '',
      sources: [],
      author: name,
      by: name,
      slugline: name,
      reader: name,
      rights: name,
      submittedBy: { id: name, name },
    } as unknown as Version
    const article: Released = { ...released(900, { slug: 'a-piece', headline: '' }), article: publicArticle(version) }
    for (const page of render(siteOf([article, ...others], house), house))
      expect(textOf(page), page.path).not.toMatch(/ottoline|pemberwick/iu)
    expect(JSON.stringify(listedOf(article, house))).not.toMatch(/ottoline|pemberwick/iu)
    expect(articleText(article)).toContain('O. P.')
  })

  it('[BY2] below every article whose words are shown stands its contributors’ note, signed or not', () => {
    for (const article of everything) {
      const block = textWithin(parse(articleText(article)), 'contributors')
      if (article.status === 'taken_down') expect(block).toBe('')
      else expect(block).toContain(article.article.contributorsNote)
    }
    expect(textWithin(parse(articleText(keys)), 'credit')).toBe('')
    expect(textWithin(parse(articleText(lighthouse)), 'credit')).toBe('E. M.')
  })
})
