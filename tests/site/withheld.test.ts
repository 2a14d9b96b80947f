/** What the pages keep back: of pieces that are no longer relied on, and of those for registered readers. */
import { parse } from 'parse5'
import { describe, expect, it } from 'vitest'
import { earlierOf } from '../../shared/site/earlier.ts'
import { feedItemOf } from '../../shared/site/listed.ts'
import type { Page, Released } from '../../shared/site/model.ts'
import { render, siteOf, textOf } from './build.ts'
import { house } from './house.ts'
import { textWithin } from './markup.ts'
import { cellars, cellarsBefore, commissions, letters, others, weights } from './newspaper.ts'
import { articleText, site } from './rendered.ts'

describe('what is no longer relied on', () => {
  it('[SI5] a withdrawn article keeps its words below a dated notice', () => {
    const page = articleText(cellars)
    expect(page).toContain('Withdrawn on 22 November 2026')
    expect(page).toContain('Two of our findings rest on its date')
    expect(page.indexOf('no longer relied on')).toBeLessThan(page.indexOf('The list begins at the north stair'))
  })

  it('[SI5] a withdrawn article says which edition its words are of: the one that readers had, whatever was begun since and set aside', () => {
    expect(articleText(cellars, earlierOf([cellarsBefore, cellars]))).toContain('Text of edition 1, no longer relied on')
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
