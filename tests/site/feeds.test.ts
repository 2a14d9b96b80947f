/** The feeds and sitemaps, read with somebody else's parser. */
import { XMLParser, XMLValidator } from 'fast-xml-parser'
import { describe, expect, it } from 'vitest'
import type { House, Page } from '../../shared/site/model.ts'
import { renderPage } from '../../shared/site/page.ts'
import { feedItemOf } from '../../shared/site/listed.ts'
import { render, siteOf, textOf } from './build.ts'
import { house, youngHouse } from './house.ts'
import { everything } from './newspaper.ts'
import { paragraph } from './nodes.ts'
import { released } from './released.ts'

interface Rss {
  readonly rss: {
    readonly channel: {
      readonly link: string
      readonly item: readonly {
        readonly title: string
        readonly link: string
        readonly guid: { readonly '#text': string; readonly '@_isPermaLink': string }
        readonly pubDate: string
        readonly 'atom:updated': string
        readonly 'content:encoded': string
      }[]
    }
  }
}

interface Atom {
  readonly feed: {
    readonly id: string
    readonly updated: string
    readonly entry: readonly {
      readonly id: string
      readonly title: string
      readonly published: string
      readonly updated: string
      readonly author: { readonly name: string }
      readonly link: { readonly '@_href': string }
      readonly content: { readonly '#text': string }
    }[]
  }
}

interface JsonFeed {
  readonly version: string
  readonly items: readonly {
    readonly id: string
    readonly url: string
    readonly title: string
    readonly content_html: string
    readonly date_published: string
    readonly date_modified: string
    readonly authors: readonly { readonly name: string }[]
  }[]
}

const xml = new XMLParser({ ignoreAttributes: false, parseTagValue: false, trimValues: false })

function feedsOf(of: House): { readonly rss: Rss; readonly atom: Atom; readonly json: JsonFeed } {
  const site = render(siteOf(everything, of), of)
  return {
    rss: xml.parse(textOf(page(site, 'feed.xml'))) as Rss,
    atom: xml.parse(textOf(page(site, 'atom.xml'))) as Atom,
    json: JSON.parse(textOf(page(site, 'feed.json'))) as JsonFeed,
  }
}

function page(site: readonly Page[], path: string): Page {
  const found = site.find((candidate) => candidate.path === path)
  if (found === undefined) throw new Error(`the site has no ${path}`)
  return found
}

describe('feeds', () => {
  it.each([
    ['with an address', house],
    ['before there is one', youngHouse],
  ] as const)('[SI10] RSS, Atom and sitemaps parse, %s', (_name, of) => {
    const files = render(siteOf(everything, of), of).filter(({ type }) => type.includes('xml'))
    const sections = of.settings.categories.flatMap(({ slug }) => [`category/${slug}/feed.xml`, `category/${slug}/atom.xml`])
    expect(files.map(({ path }) => path)).toEqual([
      ...sections,
      'feed.xml',
      'atom.xml',
      'sitemap.xml',
      'sitemaps/lists.xml',
      'sitemaps/2026-11.xml',
    ])
    for (const file of files) expect(XMLValidator.validate(textOf(file)), file.path).toBe(true)
  })

  it('[SI8] agree with each other on what was printed, when, by whom and in which words', () => {
    const { rss, atom, json } = feedsOf(house)
    const items = rss.rss.channel.item
    expect(items.length).toBe(20)
    expect(items.map((item) => item.guid['#text'])).toEqual(atom.feed.entry.map(({ id }) => id))
    expect(atom.feed.entry.map(({ id }) => id)).toEqual(json.items.map(({ id }) => id))
    expect(items.map(({ title }) => title)).toEqual(json.items.map(({ title }) => title))
    expect(items.map(({ link }) => link)).toEqual(atom.feed.entry.map(({ link }) => link['@_href']))
    expect(items.map((item) => item['content:encoded'])).toEqual(json.items.map((item) => item.content_html))
    expect(atom.feed.entry.map(({ content }) => content['#text'])).toEqual(json.items.map((item) => item.content_html))
    expect(atom.feed.entry.map(({ updated }) => updated)).toEqual(json.items.map((item) => item.date_modified))
    expect(items.map((item) => item['atom:updated'])).toEqual(json.items.map((item) => item.date_modified))
    expect(items.map(({ pubDate }) => new Date(pubDate).toISOString())).toEqual(
      json.items.map((item) => new Date(item.date_published).toISOString()),
    )
    expect(atom.feed.entry.map(({ author }) => author.name)).toEqual(json.items.map((item) => item.authors[0]?.name))
  })

  it('[SI13] ids are random and stay, links are absolute once there is an address and relative to the feed until then', () => {
    const { rss, atom } = feedsOf(house)
    for (const { guid, link } of rss.rss.channel.item) {
      expect(guid['#text']).toMatch(/^urn:uuid:[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/u)
      expect(guid['@_isPermaLink']).toBe('false')
      expect(link).toMatch(/^https:\/\/paper\.example\/2026\/11\//u)
    }
    const young = feedsOf(youngHouse)
    expect(young.rss.rss.channel.item[0]?.link).toMatch(/^2026\/11\//u)
    expect(young.atom.feed.id).toBe(atom.feed.id)
    expect(young.atom.feed.id).toMatch(/^urn:uuid:[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/u)
    expect(atom.feed.updated).toBe(atom.feed.entry[0]?.updated)
  })

  it('[BY2] carry the contributors’ note of each article', () => {
    for (const article of everything.filter(({ status }) => status !== 'taken_down')) {
      expect(feedItemOf(article, house).bodyHtml).toContain(article.article.contributorsNote.slice(0, 40))
    }
  })

  it('[SI10] a character that XML cannot hold is left out of it, and stays on the page', () => {
    const odd = released(50, { slug: 'odd', headline: 'A bell \u0007 rings', body: [paragraph('Form\u000bfeed & <tags> ]]> “quoted”.')] })
    const rss = textOf(renderPage({ page: 'rss', items: [feedItemOf(odd, house)] }, house))
    expect(XMLValidator.validate(rss)).toBe(true)
    expect((xml.parse(rss) as { rss: { channel: { item: { 'content:encoded': string; title: string } } } }).rss.channel.item).toMatchObject(
      {
        title: 'A bell  rings',
        'content:encoded': expect.stringContaining('Formfeed &amp; &lt;tags&gt; ]]&gt; “quoted”.') as string,
      },
    )
  })
})

describe('sitemaps', () => {
  it('[SI13] the index names the lists and the months, the months their articles, all by absolute address', () => {
    const site = render(siteOf(everything, house), house)
    const index = xml.parse(textOf(page(site, 'sitemap.xml'))) as { sitemapindex: { sitemap: readonly { loc: string }[] } }
    expect(index.sitemapindex.sitemap.map(({ loc }) => loc)).toEqual([
      'https://paper.example/sitemaps/lists.xml',
      'https://paper.example/sitemaps/2026-11.xml',
    ])
    const month = xml.parse(textOf(page(site, 'sitemaps/2026-11.xml'))) as { urlset: { url: readonly { loc: string }[] } }
    const paths = new Set(site.map(({ path }) => path))
    expect(month.urlset.url).toHaveLength(everything.length)
    for (const { loc } of month.urlset.url) expect(paths.has(`${loc.slice('https://paper.example/'.length)}index.html`), loc).toBe(true)
    expect(textOf(page(site, 'robots.txt'))).toContain('Sitemap: https://paper.example/sitemap.xml')
  })
})
