/** The newspaper's pages, rendered: all of them, one article's, and what that one tells programs. */
import type { PageSpec, Released } from '../../shared/site/model.ts'
import { renderPage } from '../../shared/site/page.ts'
import { render, siteOf, textOf } from './build.ts'
import { house } from './house.ts'
import { everything } from './newspaper.ts'

export const site = render(siteOf(everything, house), house)

export function articleText(article: Released, earlier: Extract<PageSpec, { page: 'article' }>['earlier'] = [], of = house): string {
  return textOf(renderPage({ page: 'article', released: article, earlier }, of))
}

export function jsonLdOf(article: Released, of = house): Record<string, unknown> {
  const script = /<script type="application\/ld\+json">([\s\S]*?)<\/script>/u.exec(articleText(article, [], of))?.[1] ?? ''
  const graph = (JSON.parse(script) as { '@graph': readonly Record<string, unknown>[] })['@graph']
  return graph[0] ?? {}
}
