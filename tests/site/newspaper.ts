/** A small newspaper of our own invention: every kind of piece the pages have to carry, with its awkward cases. */
import { blobName, hashOf } from '../../shared/canonical.ts'
import type { Released } from '../../shared/site/model.ts'
import { bell, picture } from './bell.ts'
import { list, paragraph } from './nodes.ts'
import { released } from './released.ts'

/** A headline of fourteen words, initials, no dateline, a lead picture. */
export const lighthouse = released(2, {
  slug: 'a-committee-of-harbour-masters',
  headline: 'A committee of harbour masters agrees to count the lighthouse only once a year',
  standfirst: 'Until now each of the four ports that can see it had entered it as its own.',
  byline: { kind: 'initials', text: 'E. M.' },
  category: 'administration',
  lead: {
    media: blobName(picture),
    alt: 'A bell in a frame, a boat beyond it',
    caption: 'The harbour that counts first.',
    credit: '',
    width: 600,
    height: 400,
    focus: { x: 30, y: 62 },
  },
  media: [
    {
      hash: blobName(picture),
      alt: 'A bell in a frame, a boat beyond it',
      caption: 'The harbour that counts first.',
      credit: '',
      renditions: [],
    },
  ],
})

/** Unsigned, no standfirst, no weather. */
export const keys = released(
  3,
  {
    slug: 'sixty-one-keys',
    headline: 'Sixty-one keys, and the doors they outlived',
    byline: { kind: 'none', text: '' },
    category: 'archives',
  },
  { masthead: { date: '2026-11-22', place: 'London', time: '07.40', weather: null } },
)

/** Three corrections, one of which must not repeat the error; a name; an article that ends in a list. */
export const envoys = released(
  4,
  {
    slug: 'envoys-by-the-wrong-door',
    headline: 'Envoys by the wrong door',
    standfirst: 'A protocol of 1908 has four entrances. The palace has three.',
    kind: 'correction',
    category: 'diplomacy',
    byline: { kind: 'named', text: 'Marta Quill' },
    changeNote: 'Two dates and a description.',
    correctionNotes: [
      {
        wrote: 'The palace has two doors.',
        shouldSay: 'The palace has three doors.',
        note: 'We counted the south front only.',
        doNotRepeat: false,
      },
      { wrote: '', shouldSay: 'The protocol is of 1908.', note: '', doNotRepeat: false },
      {
        wrote: 'A sentence that harmed somebody.',
        shouldSay: '',
        note: 'An earlier edition described an usher in a way that was untrue. The sentence has been taken out.',
        doNotRepeat: true,
      },
    ],
    body: [
      paragraph('The list gives an entrance for each rank.'),
      list('bulletList', 'Ambassadors, north.', 'Ministers, east.', 'Chargés d’affaires, “the fourth door”.'),
    ],
  },
  { edition: 4 },
)

/** A notice for registered readers, by an office. */
export const commissions = released(5, {
  slug: 'commissions-returned',
  headline: 'Commissions of two honorary consuls returned sealed',
  standfirst: 'The originals may be collected until Friday.',
  pieceKind: 'notice',
  category: 'notices',
  access: 'registered',
  byline: { kind: 'issuer', text: 'The Chancery' },
  body: [paragraph('The registered words of this notice stand in no public file.')],
  media: [{ hash: 'ab'.repeat(32), alt: '', caption: 'The two seals, before they were closed.', credit: '', renditions: [] }],
})

export const cellars = released(
  6,
  {
    slug: 'the-cellars-of-the-winter-house',
    headline: 'The cellars of the winter house',
    standfirst: 'A list was said to name every cask.',
    kind: 'withdrawal',
    changeNote: 'The list we described is a copy, made forty years later. Two of our findings rest on its date and cannot stand.',
    body: [paragraph('The list begins at the north stair and ends at a wall.')],
  },
  { edition: 3, publishedAt: { at: '2026-11-22T17:30:00+00:00', zone: 'Europe/London' } },
  'withdrawn',
)

/** Its first edition; a second one was begun and set aside. */
export const cellarsBefore: Released = {
  ...cellars,
  article: { ...cellars.article, kind: 'original', changeNote: '' },
  envelope: { ...cellars.envelope, edition: 1, publishedAt: cellars.envelope.firstPublishedAt },
  digest: hashOf('entry\n', 'before the withdrawal'),
  status: 'live',
}

export const weights = released(
  7,
  {
    slug: 'the-keeper-of-weights',
    headline: 'The keeper of weights',
    standfirst: 'A standfirst that was retracted with the rest.',
    kind: 'retraction',
    changeNote: 'The office described does not exist.',
    body: [paragraph('The retracted words of this article stand in no public file.')],
  },
  { edition: 2 },
  'retracted',
)

export const letters = released(
  8,
  {
    slug: 'letters-from-the-annexe',
    headline: 'The headline that was taken down',
    standfirst: 'The standfirst that was taken down.',
    kind: 'takedown',
    changeNote: 'By order of a court.',
    byline: { kind: 'named', text: 'Name Taken Down' },
    body: [paragraph('The words that were taken down.')],
  },
  { edition: 2 },
  'taken_down',
)

/** A part of a series under a pen name, in German, with signs that markup must survive. */
export const shelves = released(9, {
  slug: 'was-das-register-verschweigt',
  headline: 'Was das Register <verschweigt> & „warum“',
  standfirst: 'Teil zwei: </script><b>Einträge</b> über Einträge.',
  lang: 'de',
  pieceKind: 'reportPart',
  category: 'special-reports',
  series: { name: 'The Closed Shelves', number: 2 },
  byline: { kind: 'penName', text: 'Corvus' },
})

/** The part before it. */
export const shelvesBefore = released(23, {
  slug: 'the-closed-shelves-one',
  headline: 'The closed shelves, and who may ask for them',
  standfirst: 'Part one: a list of the rooms without a catalogue.',
  pieceKind: 'reportPart',
  category: 'special-reports',
  series: { name: 'The Closed Shelves', number: 1 },
  byline: { kind: 'penName', text: 'Corvus' },
})

const shorter: readonly (readonly [string, string, string, string])[] = [
  [
    'a-river-commission',
    'A river commission meets to agree when to meet',
    'diplomacy',
    'The agenda has one item, carried forward since March.',
  ],
  ['the-note-verbale', 'The note verbale outlives another faster post', 'diplomacy', 'Third person, no signature, a stamp for a name.'],
  ['honorary-consuls', 'Honorary consuls: 214 posts, nine vacancies', 'diplomacy', 'The list was last printed with a coastline.'],
  [
    'order-of-precedence',
    'An order of precedence is printed again after fifty-eight years',
    'nobility-and-protocol',
    'Harbour masters rise by two places.',
  ],
  ['walking-backwards', 'A short history of walking backwards', 'nobility-and-protocol', 'Eleven steps, then nine, then a handrail.'],
  ['dormant-barony', 'The dormant barony and the parish clerk', 'nobility-and-protocol', 'He kept the book in which it was asleep.'],
  ['iron-gall', 'Iron-gall ink: a survey of four hundred volumes', 'archives', 'In nineteen the words have become windows.'],
  ['before-eight', 'Reading rooms that open before eight', 'archives', 'Four of them, and what is asked for at that hour.'],
  [
    'oldest-open-file',
    'Every ministry is asked for the age of its oldest open file',
    'administration',
    'The oldest so far concerns a footpath.',
  ],
  ['forms-that-ask', 'Forms that ask for a fact the office already holds', 'administration', 'One county found ninety-three of them.'],
  ['small-seal', 'The small seal is broken before two witnesses', 'notices', 'Impressions made before noon remain good.'],
  ['rag-paper', 'The last gazette printed on rag paper', 'administration', 'Its successor is printed on request.'],
]

/** Pieces that fill lists: a day has three. */
export const others = shorter.map(([slug, headline, category, standfirst], index) =>
  released(10 + index, {
    slug,
    headline,
    category,
    standfirst,
    pieceKind: category === 'notices' ? 'notice' : 'article',
    byline:
      category === 'notices'
        ? { kind: 'issuer', text: 'The Registry of Seals' }
        : index % 2 === 0
          ? { kind: 'staff', text: '' }
          : { kind: 'initials', text: 'T. H.' },
  }),
)

export const everything: readonly Released[] = [
  bell,
  lighthouse,
  keys,
  envoys,
  commissions,
  cellars,
  weights,
  letters,
  shelves,
  shelvesBefore,
  ...others,
]
