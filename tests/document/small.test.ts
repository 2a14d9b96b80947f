/** Small changes are told from larger ones, and the larger one is named. */
import { expect, it } from 'vitest'
import { compareDocuments } from '../../shared/document/compare.ts'
import type { DocumentJson, InlineJson } from '../../shared/document/json.ts'
import { largerChange } from '../../shared/document/small.ts'

function documentOf(body: InlineJson, headline = 'A headline'): DocumentJson {
  return { headline: [{ type: 'text', text: headline }], standfirst: [], body: [{ type: 'paragraph', content: body }] }
}

function changed(before: string, after: string): string {
  return largerChange(compareDocuments(documentOf([{ type: 'text', text: before }]), documentOf([{ type: 'text', text: after }])))
}

it.each([
  ['spelling', 'The harbour was dredgd in spring.', 'The harbour was dredged in spring.'],
  ['punctuation', 'The harbour which is old was dredged.', 'The harbour, which is old, was dredged.'],
  ['spaces', 'The harbour was  dredged.', 'The harbour was dredged.'],
  ['capitals', 'the harbour was dredged.', 'The harbour was dredged.'],
  ['a hyphen', 'A well known harbour.', 'A well-known harbour.'],
  ['nothing', 'The harbour.', 'The harbour.'],
])('[WF11] %s is a small change', (_name, before, after) => {
  expect(changed(before, after)).toBe('')
})

it.each([
  ['a figure', 'It opened in 1921.', 'It opened in 1912.', 'a figure, 1921 → 1912'],
  ['a name', 'It was built by Anders Holm.', 'It was built by Anders Halm.', 'a name, Holm → Halm'],
  ['a word', 'The harbour was dredged.', 'The harbour was closed.', 'words, dredged → closed'],
  ['a word left out', 'It was not dredged.', 'It was dredged.', 'words, not → nothing'],
  ['a quotation', 'She said: “It was dredged badly.”', 'She said: “It was dredged baldly.”', 'words in quotation marks, badly → baldly'],
])('[WF11] %s is not', (_name, before, after, words) => {
  expect(changed(before, after)).toBe(words)
})

it('[WF11] neither are a headline, a paragraph, a link', () => {
  const text: InlineJson = [{ type: 'text', text: 'The harbour.' }]
  expect(largerChange(compareDocuments(documentOf(text), documentOf(text, 'A headlines')))).toBe('the headline')
  const longer = { ...documentOf(text), body: [...documentOf(text).body, ...documentOf([{ type: 'text', text: 'It is wide.' }]).body] }
  expect(largerChange(compareDocuments(documentOf(text), longer))).toBe('a new passage, “It is wide.”')
  const linked: InlineJson = [{ type: 'text', text: 'The harbour.', marks: [{ type: 'link', attrs: { href: 'https://example.org/' } }] }]
  expect(largerChange(compareDocuments(documentOf(text), documentOf(linked)))).toMatch(/^a link or its look/)
})
