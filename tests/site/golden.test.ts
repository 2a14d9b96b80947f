/** What the pages are, byte for byte: golden files that people can read, and a version that has to move when they do. */
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { hashOf } from '../../shared/canonical.ts'
import { addressOfPage, pathOf } from '../../shared/site/address.ts'
import type { House, PageSpec } from '../../shared/site/model.ts'
import { renderPage } from '../../shared/site/page.ts'
import { rendererVersion } from '../../shared/site/renderer.ts'
import { render, siteOf, textOf } from './build.ts'
import { bell } from './bell.ts'
import { house, youngHouse } from './house.ts'
import { cellars, commissions, envoys, everything, keys, letters, lighthouse, shelves, weights } from './newspaper.ts'

const golden = path.join(import.meta.dirname, 'golden')

const articles = { bell, lighthouse, keys, envoys, commissions, cellars, weights, letters, shelves }

describe('golden pages', () => {
  const site = siteOf(everything, house)

  it.each(Object.entries(articles))('article %s', async (name, released) => {
    const spec = site.find((candidate) => candidate.page === 'article' && candidate.released === released)
    if (spec === undefined) throw new Error(`${name} is not in the newspaper`)
    await expect(textOf(renderPage(spec, house))).toMatchFileSnapshot(path.join(golden, `article-${name}.html`))
  })

  it.each(kinds(site))('%s', async (_path, spec) => {
    const page = renderPage(spec, house)
    await expect(textOf(page)).toMatchFileSnapshot(path.join(golden, fileOf(spec)))
  })

  it.each(
    kinds(siteOf([], youngHouse)).filter(([, { page }]) =>
      ['front', 'archive', 'category', 'corrections', 'record', 'robots', 'rss', 'atom'].includes(page),
    ),
  )('before anything was printed: %s', async (_path, spec) => {
    await expect(textOf(renderPage(spec, youngHouse))).toMatchFileSnapshot(path.join(golden, `young-${fileOf(spec)}`))
  })

  it('have the version that stands beside their digest; bump rendererVersion and add a line when they are meant to change', () => {
    const known = readFileSync(path.join(golden, 'versions.txt'), 'utf8').trim().split('\n')
    const all = [
      ...digests(siteOf(everything, house), house),
      ...digests(siteOf(everything, youngHouse), youngHouse),
      ...digests(siteOf([], youngHouse), youngHouse),
    ]
    expect(`${rendererVersion} ${hashOf('golden\n', all.join('\n'))}`).toBe(known.at(-1))
    const versions = known.map((line) => line.split(' ')[0])
    expect(new Set(versions).size).toBe(versions.length)
  })
})

function digests(specs: readonly PageSpec[], of: House): readonly string[] {
  return render(specs, of).map((page) => `${page.path} ${page.type} ${hashOf('', page.bytes)}`)
}

/** One page of each kind that is not an article, with numbered pages of lists beside the newest. */
function kinds(specs: readonly PageSpec[]): readonly (readonly [string, PageSpec])[] {
  const seen = new Set<string>()
  return specs
    .filter((spec) => spec.page !== 'article')
    .filter((spec) => {
      const kind = fileOf(spec)
      return !seen.has(kind) && seen.add(kind)
    })
    .map((spec) => [pathOf(spec), spec] as const)
}

function fileOf(spec: PageSpec): string {
  const extension = /\.[a-z]+$/u.exec(addressOfPage(spec))?.[0] ?? '.html'
  const number =
    spec.page === 'category' || spec.page === 'notices' ? spec.list.number : spec.page === 'corrections' ? spec.paging.number : 0
  const numbered = number > 0 ? '-numbered' : ''
  const feed = spec.page === 'sectionFeed' ? `-${spec.feed}` : ''
  return `${spec.page}${feed}${numbered}${extension}`
}
