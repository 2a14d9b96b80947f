/** How a page is answerable: what was put right, its place in the record, and where readers write to. */
import { parse } from 'parse5'
import { describe, expect, it } from 'vitest'
import { correctionEntryOf, feedItemOf } from '../../shared/site/listed.ts'
import type { Page } from '../../shared/site/model.ts'
import { bell, earlierOfBell } from './bell.ts'
import { textOf } from './build.ts'
import { house, houseWith } from './house.ts'
import { textWithin } from './markup.ts'
import { envoys, letters } from './newspaper.ts'
import { articleText, jsonLdOf, site } from './rendered.ts'

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
