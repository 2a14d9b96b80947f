/** What we wrote and what it should say, read off two texts. */
import { expect, test } from 'vitest'
import { filledIn, notesFromChanges, untrue } from '../../shared/desk/correctionNotes.ts'
import type { DocumentJson } from '../../shared/document/json.ts'

function text(...paragraphs: readonly string[]): DocumentJson {
  return {
    headline: [{ type: 'text', text: 'The bridge of Holm' }],
    standfirst: [],
    body: paragraphs.map((words) => ({ type: 'paragraph', content: words === '' ? [] : [{ type: 'text', text: words }] })),
  }
}

const note = (wrote: string, shouldSay: string) => ({ wrote, shouldSay, note: '', doNotRepeat: false })

test('[SI8] each changed sentence is one entry, whole, in the order of the text', () => {
  const before = text('It was opened in 1921 by Mr. A. Holm. Nobody paid a toll. It has three arches.', 'The river is wide.')
  const after = text('It was opened in 1912 by Mr. A. Holm. Nobody paid a toll. It has four arches.', 'The river is wide.')
  expect(notesFromChanges(before, after)).toEqual([
    note('It was opened in 1921 by Mr. A. Holm.', 'It was opened in 1912 by Mr. A. Holm.'),
    note('It has three arches.', 'It has four arches.'),
  ])
})

test('[SI8] a sentence that was only added or only dropped has one side; equal texts have no entry', () => {
  const before = text('One stays. Two goes.', 'A paragraph that goes.')
  expect(notesFromChanges(before, text('One stays.'))).toEqual([note('Two goes.', ''), note('A paragraph that goes.', '')])
  expect(notesFromChanges(text('One stays.'), text('One stays. Two comes.'))).toEqual([note('', 'Two comes.')])
  expect(notesFromChanges(text('One goes. Two stays.'), text('Two stays.'))).toEqual([note('One goes.', '')])
  expect(notesFromChanges(before, before)).toEqual([])
})

test('[SI8] a change of emphasis is no change of words', () => {
  const plain = text('Read this first.')
  const marked: DocumentJson = {
    ...plain,
    body: [
      {
        type: 'paragraph',
        content: [
          { type: 'text', text: 'Read ' },
          { type: 'text', text: 'this', marks: [{ type: 'em' }] },
          { type: 'text', text: ' first.' },
        ],
      },
    ],
  }
  expect(notesFromChanges(plain, marked)).toEqual([])
})

test('[SI8] filling in again keeps what was written for readers and takes what the sentence says now', () => {
  const standing = [{ ...note('In 1921.', 'In 1911.'), note: 'A slip.', doNotRepeat: true }, note('By hand.', 'By eye.')]
  expect(filledIn(standing, [note('In 1921.', 'In 1912.'), note('Three.', 'Four.')])).toEqual([
    { ...note('In 1921.', 'In 1912.'), note: 'A slip.', doNotRepeat: true },
    note('By hand.', 'By eye.'),
    note('Three.', 'Four.'),
  ])
})

test('[SI8] what was filled in and is taken back in the text again is told from what somebody wrote', () => {
  const draft = text('It was opened in 1921. Nobody paid a toll.', 'One', 'The river is wide.')
  const entries = {
    sentence: note('It was opened in 1921.', 'It was opened in 1912.'),
    dropped: note('One', ''),
    added: note('', 'A sentence that came and went.'),
  }
  const others = [
    note('Nobody paid a tax.', 'Nobody paid a toll.'),
    note('', ''),
    // Shortened by hand: the figure stands in the text somewhere, and is no sentence of it.
    note('1921', '1912'),
    { ...entries.sentence, note: 'The year was wrong.' },
    { ...entries.sentence, doNotRepeat: true },
  ]
  expect(untrue([...Object.values(entries), ...others], draft)).toEqual(Object.values(entries))
})
