/** Notes are taken out of a text, numbered as they come, and set at the foot. */
import { fc } from '../harness/properties.ts'
import { expect, test } from 'vitest'
import { cleanDocument } from '../../shared/document/clean.ts'
import type { NodeJson } from '../../shared/document/json.ts'
import { noteSign, takeNotes } from '../../shared/document/notes.ts'
import { blocksText, wordCount } from '../../shared/document/text.ts'
import { bodyMarkup } from '../../shared/site/body.ts'
import { bodyOf, documents } from './arbitraries.ts'

const noted = (id: string, text: string, ...others: string[]): NodeJson => ({
  type: 'text',
  text,
  marks: [{ type: 'note', attrs: { id } }, ...others.map((type) => ({ type }))],
})
const paragraph = (...content: NodeJson[]): NodeJson => ({ type: 'paragraph', content })
const words = (text: string): NodeJson => ({ type: 'text', text })
const noDateline = { place: '', date: '' }
const noPictures = (hash: string) => hash

test('[DO9] notes number themselves, also side by side, with emphasis, in a list', () => {
  const body = [
    paragraph(words('One'), noted('a', 'First '), noted('a', 'of all', 'em'), noted('b', 'Second')),
    { type: 'bulletList', content: [{ type: 'listItem', content: [paragraph(words('Two'), noted('c', 'Third'))] }] },
  ]
  const { blocks, notes } = takeNotes(body)
  expect(notes.map((note) => note.map(({ text }) => text).join(''))).toEqual(['First of all', 'Second', 'Third'])
  expect(JSON.stringify(blocks)).not.toContain('"note"')
  const page = bodyMarkup({ body, dateline: noDateline, media: [] }, noPictures).html
  expect(page).toContain('<li id="note-1">First <em>of all</em> <a class="note-back" href="#note-sign-1"')
  expect(page).toContain('One<sup class="note-sign" id="note-sign-1"><a href="#note-1" aria-label="Note 1">1</a></sup>')
  expect(bodyMarkup({ body, dateline: noDateline, media: [] }, noPictures, 'plain').html).not.toContain('href')
})

test('[DO9] a sign in the text itself is no note', () => {
  const forged = paragraph(words(`${noteSign.start}7${noteSign.end} and ${noteSign.start}`))
  expect(bodyMarkup({ body: [forged], dateline: noDateline, media: [] }, noPictures).html).toBe('<p>7 and </p>')
})

test('[DO9] the words of a note are counted and found, and run into no other word', () => {
  const document = bodyOf(paragraph(words('The bridge'), noted('a', 'See register.'), words(' stands.')))
  expect(blocksText(document.body)).toBe('The bridge See register.  stands.')
  expect(wordCount(document)).toBe(5)
})

test('[DO9] whatever the document, every word of it stands on the page once', () => {
  fc.assert(
    fc.property(documents, (document) => {
      const { body } = cleanDocument(document)
      const { blocks, notes } = takeNotes(body)
      const letters = (text: string) => [...text.replaceAll(/[^\p{L}]/gu, '')].sort().join('')
      const inNotes = notes.map((note) => blocksText([{ type: 'paragraph', content: note }])).join(' ')
      expect(letters(`${blocksText(blocks)} ${inNotes}`)).toBe(letters(blocksText(body)))
    }),
    { numRuns: 150 },
  )
})
