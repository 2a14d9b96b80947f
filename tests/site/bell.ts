/** The full article of the newspaper: every kind of block, a picture, sources, and an edition before it that was corrected. */
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { blobName, hashOf } from '../../shared/canonical.ts'
import type { NodeJson } from '../../shared/document/json.ts'
import { earlierOf } from '../../shared/site/earlier.ts'
import type { Released } from '../../shared/site/model.ts'
import { root } from '../harness/sources.ts'
import { heading, line, list, marked, paragraph } from './nodes.ts'
import { released } from './released.ts'

/** The one picture of the newspaper, as the desk keeps it. */
export const picture = new Uint8Array(readFileSync(path.join(root, 'tests/fixtures/pictures/bell.webp')))

function figure(): NodeJson {
  return {
    type: 'figure',
    attrs: {
      media: blobName(picture),
      alt: 'A bell in a frame at the end of a mole, a boat beyond it',
      credit: 'Drawing for the paper, after the harbour’s plan of 1834',
      width: 600,
      height: 400,
    },
    content: [
      { type: 'text', text: 'The frame as it was drawn before it was built. ' },
      marked('Nobody drew it again', 'em'),
      { type: 'text', text: '.' },
    ],
  }
}

/** A full article in its second edition, corrected once. */
export const bell = released(
  1,
  {
    slug: 'the-bell-that-rang-for-nobody',
    headline: 'The bell that rang for nobody',
    standfirst:
      'For ninety years a harbour paid a man to ring a bell in fog. The ledger that records his wages says that the bell was sold in the third.',
    kind: 'correction',
    category: 'archives',
    tags: ['harbours', 'ledgers'],
    dateline: { place: 'Skerrow', date: '2026-11-21' },
    changeNote: 'The year of the sale was given wrongly.',
    correctionNotes: [{ wrote: 'The bell was sold in 1873.', shouldSay: 'The bell was sold in 1837.', note: '', doNotRepeat: false }],
    sources: [
      { text: 'Harbour ledger 14, Skerrow Town Archive, leaves 3 to 212. Seen.', address: '' },
      { text: 'Minute of the bell committee, 4 March 1837.', address: 'https://skerrow.example/minutes/1837' },
    ],
    body: [
      paragraph(
        'The harbour of Skerrow kept a fog bell from 1834, and a man to ring it. His wages stand in the ledger every quarter until 1924: four pounds, later six, once nine after a bad winter. What does not stand there is the bell.',
      ),
      paragraph(
        'It was sold. The entry is on leaf 11, in the hand of the same clerk who paid the ringer on leaf 12, and it names the buyer, the weight and the price. ',
        marked('Nobody crossed it out', 'em'),
        ', and nobody bought another.',
      ),
      paragraph(
        'The archive found the entry while it was counting leaves for a new binding. “We turned the page to see whether the ink had gone through,” the keeper said. “It had not. The sale had.”',
      ),
      { type: 'pullQuote', content: line('We turned the page to see whether the ink had gone through. It had not. The sale had.') },
      figure(),
      heading(2, 'What the ringer did'),
      paragraph(
        'Three witnesses to the ',
        marked('harbour inquiry', 'link', { href: 'https://skerrow.example/inquiry' }),
        ' of 1891 said that they had heard a bell in fog. A fourth, the pilot, said that he had heard a man shouting “bell”. The inquiry took this for a joke and left it in the transcript.',
      ),
      {
        type: 'blockquote',
        content: [
          paragraph(
            'He stood at the end of the mole, where the frame was, and called it out at the proper interval. I set my course by him for eleven years and was never aground.',
          ),
        ],
      },
      paragraph('The proper interval is known, because the harbour printed it:'),
      list(
        'bulletList',
        'in haze, one stroke in two minutes;',
        'in fog, one stroke in each minute;',
        'in fog at night, three strokes together, and then a minute’s rest.',
      ),
      heading(3, 'Who knew'),
      paragraph(
        'The committee met four times a year with the sale on its table. In ',
        marked('ad', 'smallCaps'),
        ' 1902 it voted the ringer a pension, “for the constant and audible discharge of his duty”. The vote was unanimous.',
      ),
      list('orderedList', 'The pension was paid until 1924.', 'The frame was painted every third year.', 'The rope was replaced twice.'),
      { type: 'horizontalRule' },
      paragraph(
        'The ledger is to be bound again in the spring, with leaf 11 where it was. The town has been asked whether it would like a bell. It has put the question on the agenda.',
      ),
    ],
  },
  {
    number: 41,
    edition: 2,
    publishedAt: { at: '2026-11-23T09:15:00+00:00', zone: 'Europe/London' },
    firstPublishedAt: { at: '2026-11-23T06:00:00+00:00', zone: 'Europe/London' },
    masthead: {
      date: '2026-11-23',
      place: 'London',
      time: '09.15',
      weather: { condition: 'light rain', temperature: 9, humidity: 88, wind: 14, source: 'entered at the desk', observedAt: '2026-11-23' },
    },
    previous: hashOf('entry\n', '40'),
  },
)

/** Its first edition, before the correction. */
export const bellBefore: Released = {
  ...bell,
  article: { ...bell.article, kind: 'original', correctionNotes: [], changeNote: '' },
  envelope: { ...bell.envelope, edition: 1, publishedAt: bell.envelope.firstPublishedAt, previous: hashOf('entry\n', '39') },
  digest: hashOf('entry\n', 'before the correction'),
}

export const earlierOfBell = earlierOf([bellBefore, bell])
