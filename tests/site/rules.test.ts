/** The rules that every page keeps, whatever is on it. */
import { globSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { parse } from 'parse5'
import { describe, expect, it } from 'vitest'
import { publicArticle } from '../../shared/desk/record.ts'
import type { Version } from '../../shared/desk/version.ts'
import { correctionEntryOf, feedItemOf, listedOf } from '../../shared/site/listed.ts'
import { listPages } from '../../shared/site/lists.ts'
import type { Page, PageSpec, Released } from '../../shared/site/model.ts'
import { renderPage } from '../../shared/site/page.ts'
import { themeAssets } from '../../shared/site/assets.ts'
import { root } from '../harness/sources.ts'
import { render, siteOf, textOf } from './build.ts'
import { parts } from './awkward.ts'
import { elements, textWithin } from './markup.ts'
import {
  bell,
  cellars,
  commissions,
  earlierOfBell,
  envoys,
  everything,
  house,
  houseWith,
  keys,
  letters,
  lighthouse,
  others,
  released,
  shelves,
  weights,
  youngHouse,
} from './newspaper.ts'

const site = render(siteOf(everything, house), house)

function articleText(article: Released, earlier: Extract<PageSpec, { page: 'article' }>['earlier'] = [], of = house): string {
  return textOf(renderPage({ page: 'article', released: article, earlier }, of))
}

function jsonLdOf(article: Released, of = house): Record<string, unknown> {
  const script = /<script type="application\/ld\+json">([\s\S]*?)<\/script>/u.exec(articleText(article, [], of))?.[1] ?? ''
  const graph = (JSON.parse(script) as { '@graph': readonly Record<string, unknown>[] })['@graph']
  return graph[0] ?? {}
}

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

describe('what is no longer relied on', () => {
  it('[SI5] a withdrawn article keeps its words below a dated notice', () => {
    const page = articleText(cellars)
    expect(page).toContain('Withdrawn on 22 November 2026')
    expect(page).toContain('Two of our findings rest on its date')
    expect(page.indexOf('no longer relied on')).toBeLessThan(page.indexOf('The list begins at the north stair'))
  })

  it('[SI5] of a retracted article the headline and the notice are left, in every file of the site', () => {
    expect(articleText(weights)).toContain('The keeper of weights')
    expect(articleText(weights)).toContain('Retracted on 21 November 2026')
    for (const page of site) expect(textOf(page), page.path).not.toMatch(/retracted words of this article|standfirst that was retracted/u)
  })

  it('[SI5] a front on which nothing is relied on any more says so, and leads to what was printed', () => {
    const front = render(siteOf([cellars, weights, letters], house), house).find(({ path: file }) => file === 'index.html') as Page
    expect(textWithin(parse(textOf(front)), 'empty')).toBe('No article stands on the front. Everything printed before is in all editions.')
    expect(textOf(front)).not.toContain('class="top')
  })

  it('[SI5] of an article that was taken down nothing is left but its place in the record and the notice', () => {
    expect(articleText(letters)).toContain('Taken down on 21 November 2026')
    expect(articleText(letters)).toContain('By order of a court.')
    for (const page of site)
      expect(textOf(page), page.path).not.toMatch(
        /headline that was taken|standfirst that was taken|words that were taken|Name Taken Down/u,
      )
  })
})

describe('registered pieces', () => {
  it('[SI6] a correction quotes nothing of a text that is not open', () => {
    const note = {
      wrote: 'Words that were registered.',
      shouldSay: 'Other registered words.',
      note: 'A date was wrong.',
      doNotRepeat: false,
    }
    const corrected = { ...commissions, article: { ...commissions.article, kind: 'correction' as const, correctionNotes: [note] } }
    for (const page of render(siteOf([corrected, ...others], house), house)) {
      expect(textOf(page), page.path).not.toMatch(/Words that were registered|Other registered words/u)
      if (page.path === 'corrections/index.html' || page.path.endsWith('commissions-returned/index.html'))
        expect(textOf(page), page.path).toContain('A date was wrong.')
    }
  })

  it('[SI6] the text stands in no public file; headline, standfirst and first caption do', () => {
    for (const page of site) expect(textOf(page), page.path).not.toContain('registered words of this notice')
    const page = articleText(commissions)
    expect(page).toContain('Commissions of two honorary consuls returned sealed')
    expect(page).toContain('The originals may be collected until Friday.')
    expect(page).toContain('The two seals, before they were closed.')
    expect(page).toContain('is for registered readers, free')
    expect(feedItemOf(commissions, house).bodyHtml).not.toContain('registered words')
  })

  it('[SI6] a notice on it does not open the text', () => {
    const withdrawn: Released = { ...commissions, status: 'withdrawn' }
    expect(articleText(withdrawn)).not.toContain('registered words of this notice')
    expect(feedItemOf(withdrawn, house).bodyHtml).not.toContain('registered words of this notice')
  })
})

describe('JSON-LD', () => {
  it('[SI7] the author of anonymous work is the organisation; initials and pen names are a Person of that name alone', () => {
    expect(jsonLdOf(bell).author).toMatchObject({ '@type': 'NewsMediaOrganization', name: 'Lord’s Press' })
    expect(jsonLdOf(keys).author).toMatchObject({ '@type': 'NewsMediaOrganization', name: 'Lord’s Press' })
    expect(jsonLdOf(lighthouse).author).toEqual({ '@type': 'Person', name: 'E. M.' })
    expect(jsonLdOf(shelves).author).toEqual({ '@type': 'Person', name: 'Corvus' })
    expect(jsonLdOf(commissions).author).toEqual({ '@type': 'Organization', name: 'The Chancery' })
  })

  it('[SI7] no sign in it can end the script', () => {
    const page = articleText(shelves)
    expect(page).toContain(String.raw`\u003c/script\u003e\u003cb\u003eEinträge`)
    expect(elements(parse(page), 'script')).toHaveLength(1)
    expect(jsonLdOf(shelves).description).toBe('Teil zwei: </script><b>Einträge</b> über Einträge.')
  })

  it('[SI6] [SI7] says whether the text is free, and where the rest would stand', () => {
    expect(jsonLdOf(bell).isAccessibleForFree).toBe(true)
    expect(jsonLdOf(commissions)).toMatchObject({ isAccessibleForFree: false, hasPart: { cssSelector: '.gated' } })
    expect(articleText(commissions)).toContain('class="gated"')
    expect(jsonLdOf(commissions)).not.toHaveProperty('wordCount')
  })

  it('[SI7] holds no address before the house has one', () => {
    expect(JSON.stringify(jsonLdOf(bell, youngHouse))).not.toContain('/2026/11/')
    expect(jsonLdOf(bell).url).toBe('https://paper.example/2026/11/the-bell-that-rang-for-nobody/')
  })
})

describe('corrections', () => {
  it('[SI8] what was wrong and what is right stand on the page, in the register, in JSON-LD and in the feeds', () => {
    const register = textOf(site.find(({ path: file }) => file === 'corrections/index.html') as Page)
    for (const text of [articleText(bell), register]) {
      expect(text).toContain('The bell was sold in 1873.')
      expect(text).toContain('The bell was sold in 1837.')
    }
    expect(JSON.stringify(jsonLdOf(bell).correction)).toContain('sold in 1837')
    for (const name of ['feed.xml', 'atom.xml', 'feed.json']) {
      const feed = textOf(site.find(({ path: file }) => file === name) as Page)
      expect(feed).toContain('Correction: The bell that rang for nobody')
      expect(feed).toContain('The bell was sold in 1837.')
    }
  })

  it('[SI8] a correction without notes is told by its change note, on the page and in the feeds', () => {
    const plain = { ...bell, article: { ...bell.article, correctionNotes: [] } }
    expect(textWithin(parse(articleText(plain)), 'correction')).toContain('The year of the sale was given wrongly.')
    expect(feedItemOf(plain, house).bodyHtml).toContain('<strong>The year of the sale was given wrongly.</strong>')
    expect(JSON.stringify(jsonLdOf(plain).correction)).toContain('year of the sale')
    const update = { ...plain, article: { ...plain.article, kind: 'update' as const } }
    expect(textWithin(parse(articleText(update)), 'correction')).toBe('')
  })

  it('[SI8] the front tells the newest corrections in a sentence each and leads to the register', () => {
    const front = textOf(site.find(({ path: file }) => file === 'index.html') as Page)
    const box = textWithin(parse(front), 'put-right')
    expect(box).toContain('It should say: “The bell was sold in 1837.” (The bell that rang for nobody, 23 November)')
    expect(front).toContain('<a href="corrections/">The register, with what we wrote and what is right</a>')
  })

  it('[SI5] the register says of what was taken down that it was, and why, in the words chosen for readers', () => {
    const entry = correctionEntryOf(letters, house)
    expect(entry).toMatchObject({ notes: [], changeNote: 'By order of a court.', listed: { credit: '', standfirst: '' } })
    const before = { ...letters, article: { ...letters.article, kind: 'correction' as const, changeNote: 'An error in the words.' } }
    expect(correctionEntryOf(before, house)).toMatchObject({ notes: [], changeNote: '', text: '' })
  })

  it('[SI8] what must not be repeated is described and never quoted', () => {
    for (const page of site) expect(textOf(page), page.path).not.toContain('A sentence that harmed somebody')
    expect(articleText(envoys)).toContain('described an usher in a way that was untrue')
  })
})

describe('the record', () => {
  it('[SI9] number, edition and digest stand on the article’s page, the head of the chain on the front and the record’s own', () => {
    const card = textWithin(parse(articleText(bell, earlierOfBell)), 'record-card')
    expect(card).toContain('No. 41, edition 2')
    expect(card.replaceAll(/\s/gu, '')).toContain(bell.digest)
    expect(card).toContain('Edition 1, original')
    const head = JSON.parse(textOf(site.find(({ path: file }) => file === 'record/head.json') as Page)) as { digest: string }
    const record = textOf(site.find(({ path: file }) => file === 'record/index.html') as Page)
    expect(record).toContain((head.digest.match(/.{4}/gu) ?? []).join(' '))
    expect(textOf(site.find(({ path: file }) => file === 'index.html') as Page)).toContain(head.digest.slice(0, 4))
  })
})

describe('where readers write to', () => {
  it('[SI14] each record card tells of errors with number and edition, by mail or at a page, and not before the house says where', () => {
    const at = (contact: string) => articleText(bell, [], houseWith({ contact }))
    expect(at('desk@paper.example')).toContain(
      '<a href="mailto:desk@paper.example?subject=Error%20in%20No.%2041%2C%20edition%202">Tell us of an error</a>',
    )
    expect(at('https://paper.example/write?to=desk#form')).toContain(
      '<a href="https://paper.example/write?to=desk&amp;number=41&amp;edition=2#form">Tell us of an error</a>',
    )
    expect(at('')).not.toContain('Tell us of an error')
    expect(at('')).not.toContain('mailto:')
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
