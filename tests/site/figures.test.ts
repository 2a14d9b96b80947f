/** Figures on pages: their words only where there are any, and room for them. */
import { expect, it } from 'vitest'
import type { PublicArticle } from '../../shared/desk/record.ts'
import type { NodeJson } from '../../shared/document/json.ts'
import { bodyMarkup } from '../../shared/site/body.ts'
import { listedOf } from '../../shared/site/listed.ts'
import type { Released } from '../../shared/site/model.ts'
import { renderPage } from '../../shared/site/page.ts'
import { textOf } from './build.ts'
import { bell } from './bell.ts'
import { house } from './house.ts'
import { released } from './released.ts'

const media = 'a1'.repeat(32)

function printed(
  attrs: Readonly<Record<string, unknown>>,
  content: readonly NodeJson[] = [],
  renditions: readonly string[] = [],
  notesAs: 'linked' | 'plain' = 'linked',
): string {
  const figure: NodeJson = { type: 'figure', attrs: { media, alt: '', credit: '', width: 30, height: 20, ...attrs }, content }
  const used = { hash: media, alt: '', caption: '', credit: '', renditions }
  return bodyMarkup({ body: [figure], dateline: { place: '', date: '' }, media: [used] }, (hash) => `../${hash}.webp`, notesAs).html
}

it('[SI10] a figure without words has no caption, and one with a credit only has that', () => {
  const image = `<img src="../${media}.webp" loading="lazy" alt="" width="30" height="20">`
  expect(printed({})).toBe(`<figure>${image}</figure>`)
  expect(printed({ credit: 'The archive' })).toBe(
    `<figure>${image}<figcaption><span class="credit">The archive</span></figcaption></figure>`,
  )
})

it('a picture much wider than high has its caption below it', () => {
  expect(printed({ width: 360, height: 200 })).toMatch(/^<figure><img/u)
  expect(printed({ width: 361, height: 200 })).toMatch(/^<figure class="wide"><img/u)
  expect(printed({ width: 0, height: 0 })).toMatch(/^<figure><img/u)
})

it('[SI10] pages offer the smaller copies of a picture with their widths, feeds the picture alone', () => {
  const [small, middle] = ['b2'.repeat(32), 'c3'.repeat(32)]
  const size = { width: 1200, height: 800 }
  const copies = `srcset="../${small}.webp 480w, ../${middle}.webp 960w, ../${media}.webp 1200w" sizes="(max-width: 640px) 100vw, 600px"`
  expect(printed(size, [], [small, middle])).toContain(
    `<img src="../${media}.webp" ${copies} loading="lazy" alt="" width="1200" height="800">`,
  )
  // Versions of before there were copies, and lists that are not those of this width, stay as they are.
  for (const given of [[], [small]]) expect(printed(size, [], given)).not.toContain('srcset')
  expect(printed(size, [], [small, middle], 'plain')).not.toContain('srcset')
})

const lead = { media, alt: 'A lock', caption: 'The lock.', credit: 'The archive', width: 1200, height: 1800, focus: { x: 22, y: 88 } }

function pageOf(changes: Pick<Partial<PublicArticle>, 'lead' | 'access' | 'body'>): string {
  const piece = {
    slug: 'the-lock',
    headline: 'The lock',
    media: [{ hash: media, alt: '', caption: 'The lock.', credit: '', renditions: [] }],
  }
  const article = released(77, { ...piece, lead, ...changes })
  return textOf(renderPage({ page: 'article', released: article, earlier: [] }, house))
}

it('[SI6] the lead stands above the text about its focus, once, in previews of links, and nowhere for registered readers', () => {
  const page = pageOf({})
  expect(page).toMatch(
    /<figure class="lead-picture focus-x-20 focus-y-90">\n<img src="[^"]*" alt="A lock" width="1200" height="1800">\n<figcaption>The lock. <span class="credit">The archive<\/span><\/figcaption>/u,
  )
  expect(page).toContain(`<meta property="og:image" content="https://`)
  expect(page).toMatch(new RegExp(`og:image" content="[^"]*${media}`, 'u'))
  const inText = pageOf({ lead: { ...lead, media: bell.article.media[0]?.hash ?? '' }, body: bell.article.body })
  expect(inText).not.toContain('lead-picture')
  const gated = pageOf({ access: 'registered' })
  expect(gated).not.toContain(media)
  expect(gated).toContain('The lock.')
})

it('[FP1] a report on the front has the picture of a part, and never the one that leads above it', () => {
  const part = (number: number, changes: Pick<Partial<PublicArticle>, 'lead' | 'media'>): Released => {
    const piece = {
      slug: `part-${number}`,
      headline: `Part ${number}`,
      pieceKind: 'reportPart' as const,
      series: { name: 'The locks', number },
    }
    return released(70 + number, { ...piece, ...changes })
  }
  const pictured = (other: string): Pick<Partial<PublicArticle>, 'lead' | 'media'> => ({
    lead: { ...lead, media: other },
    media: [{ hash: other, alt: '', caption: '', credit: '', renditions: [] }],
  })
  const front = (parts: readonly Released[]): string => {
    const items = parts.toReversed().map((one) => listedOf(one, house))
    const head = { number: 73, entries: 3, digest: 'ab'.repeat(32) }
    return textOf(renderPage({ page: 'front', items, byCategory: [], corrections: [], head, newest: null }, house))
  }
  const [older, newer] = ['d4'.repeat(32), 'e5'.repeat(32)]
  const page = front([part(1, pictured(older)), part(2, {}), part(3, pictured(newer))])
  const report = page.slice(page.indexOf('<section class="report'))
  expect(report).toMatch(/^<section class="report pictured"/u)
  expect(report).toContain(older)
  expect(report).not.toContain(newer)
  expect(front([part(1, {}), part(2, {}), part(3, pictured(newer))])).toContain('<section class="report" ')
  expect(front([part(1, pictured(newer)), part(2, {}), part(3, pictured(newer))])).toContain('<section class="report" ')
})
