/** Addresses: how pages name each other, the outside and themselves. */
import path from 'node:path'
import { parse } from 'parse5'
import { describe, expect, it } from 'vitest'
import { blobName } from '../../shared/canonical.ts'
import { linkFrom, relative } from '../../shared/site/address.ts'
import { themeAssets } from '../../shared/site/assets.ts'
import type { House } from '../../shared/site/model.ts'
import { renderPage } from '../../shared/site/page.ts'
import { render, siteOf, textOf } from './build.ts'
import { attribute, elements, linksOf } from './markup.ts'
import { bell, picture } from './bell.ts'
import { house, houseWith, youngHouse } from './house.ts'
import { everything } from './newspaper.ts'

const site = render(siteOf(everything, house), house)
const htmlPages = site.filter(({ path: file }) => file.endsWith('.html'))

describe('addresses', () => {
  it('[SI13] within pages they are relative, so that the site stands anywhere; each leads to a file of the site', () => {
    const copied = [...themeAssets.map(({ name }) => `theme/${name}`), `media/${blobName(picture)}.webp`]
    const files = new Set([...site.map(({ path: file }) => file), ...copied])
    for (const page of htmlPages.filter(({ path: file }) => file !== '404.html')) {
      for (const link of linksOf(textOf(page))) {
        if (/^[a-z]+:/u.test(link.address)) continue
        expect(link.address.startsWith('/'), `${page.path}: ${link.address}`).toBe(false)
        expect(files.has(resolved(page.path, link.address)), `${page.path}: ${link.address}`).toBe(true)
      }
    }
  })

  it('[SI13] links to a place on a page lead to one that is there', () => {
    for (const page of htmlPages) {
      const document = parse(textOf(page))
      const ids = elements(document).flatMap((element) => attribute(element, 'id') ?? [])
      expect(new Set(ids).size, page.path).toBe(ids.length)
      for (const { address } of linksOf(textOf(page)).filter((link) => link.address.startsWith('#')))
        expect(ids, page.path).toContain(address.slice(1))
    }
  })

  it('[SI13] no page asks anything of another origin', () => {
    for (const page of htmlPages) {
      for (const { address, asks } of linksOf(textOf(page))) if (asks) expect(address, page.path).not.toMatch(/^([a-z]+:|\/\/)/u)
    }
  })

  it('[SI13] the page for what is not found is served anywhere, and counts from the root', () => {
    expect(linkFrom({ path: '404.html', house }, '/archive/')).toBe('/archive/')
    const below = houseWith({ baseUrl: 'https://host.example/paper/' })
    expect(linkFrom({ path: '404.html', house: below }, '/archive/')).toBe('/paper/archive/')
  })

  it('[SI13] canonical addresses are absolute, and before there is one the page asks not to be found', () => {
    expect(bellText(house)).toContain('<link rel="canonical" href="https://paper.example/2026/11/the-bell-that-rang-for-nobody/">')
    expect(bellText(house)).not.toContain('noindex')
    const young = bellText(youngHouse)
    expect(young).not.toContain('canonical')
    expect(young).toContain('<meta name="robots" content="noindex">')
    expect(young).toContain('no public address yet')
    expect(textOf(renderPage({ page: 'robots' }, youngHouse))).toContain('Disallow: /')
  })

  it.each([
    ['index.html', '/', './'],
    ['index.html', '/archive/', 'archive/'],
    ['archive/index.html', '/', '../'],
    ['archive/index.html', '/archive/', './'],
    ['2026/11/a/index.html', '/2026/10/b/', '../../10/b/'],
    ['2026/11/a/index.html', '/category/x/', '../../../category/x/'],
    ['2026/11/a/index.html', '/', '../../../'],
    ['n/1/index.html', '/n/2/', '../2/'],
    ['n/1/index.html', '/newest/', '../../newest/'],
    ['category/x/2/index.html', '/category/x/', '../'],
    ['feed.xml', '/theme/site.css', 'theme/site.css'],
  ])('[SI13] from %s to %s it is %s', (from, to, expected) => {
    expect(relative(from, to)).toBe(expected)
  })
})

function bellText(of: House): string {
  return textOf(renderPage({ page: 'article', released: bell, earlier: [] }, of))
}

function resolved(from: string, address: string): string {
  const [target = ''] = address.split('#')
  if (target === '') return from
  const joined = path.posix.join(path.posix.dirname(from), target)
  return target.endsWith('/') ? path.posix.join(joined, 'index.html') : joined
}
