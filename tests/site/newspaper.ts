/** A small newspaper of our own invention: every kind of piece the pages have to carry, with its awkward cases. */
import { readFileSync } from 'node:fs'
import path from 'node:path'
import type { HouseSettings } from '../../shared/desk/settings.ts'
import { lordsPress } from '../../shared/desk/lordsPress.ts'
import type { Envelope, PublicArticle } from '../../shared/desk/record.ts'
import type { NodeJson } from '../../shared/document/json.ts'
import { blobName, hashOf } from '../../shared/canonical.ts'
import { figuresIn } from '../../shared/document/figureUses.ts'
import { earlierOf } from '../../shared/site/earlier.ts'
import type { House, Released } from '../../shared/site/model.ts'
import { root } from '../harness/sources.ts'
import { rendererVersion } from '../../shared/site/renderer.ts'

export const house = houseWith({})

/** The default house with sponsors, links and an address, changed as a test wishes. */
export function houseWith(changes: Partial<HouseSettings>): House {
  const settings: HouseSettings = {
    ...lordsPress,
    baseUrl: 'https://paper.example/',
    follow: [{ label: 'Mastodon', address: 'https://social.example/@paper' }],
    newsletter: { ...lordsPress.newsletter, action: 'https://letter.example/sign-up' },
    contact: 'desk@paper.example',
    sponsors: [
      { name: 'The Tern Island Trust', address: 'https://tern.example/', kind: 'sponsor', from: '', until: '' },
      { name: 'Pell & Daughter, bookbinders', address: '', kind: 'sponsor', from: '', until: '' },
      { name: 'Marl Paper Mill', address: '', kind: 'sponsor', from: '', until: '' },
      { name: 'the Friday Readers', address: '', kind: 'patron', from: '', until: '' },
      { name: 'a reader in Ghent', address: '', kind: 'patron', from: '', until: '' },
    ],
    ...changes,
  }
  return { settings, settingsHash: hashOf('settings\n', JSON.stringify(settings)), rendererVersion }
}

/** The same house before it has an address, a form or anybody to thank. */
export const youngHouse = houseWith({ baseUrl: '', newsletter: lordsPress.newsletter, sponsors: [], follow: [], contact: '' })

export interface Piece extends Partial<Omit<PublicArticle, 'headline' | 'standfirst'>> {
  readonly headline: string
  readonly standfirst?: string
  readonly slug: string
}

/** A live first edition, changed as a test wishes. */
export function released(number: number, piece: Piece, envelope: Partial<Envelope> = {}, status: Released['status'] = 'live'): Released {
  const day = String(Math.max(1, 23 - Math.floor((number - 1) / 3))).padStart(2, '0')
  const time = { at: `2026-11-${day}T${String(6 + (number % 3)).padStart(2, '0')}:15:00+00:00`, zone: 'Europe/London' }
  const { slug, headline, standfirst = '', ...fields } = piece
  return {
    article: {
      v: 1,
      lang: 'en-GB',
      kind: 'original',
      pieceKind: 'article',
      headline: line(headline),
      standfirst: standfirst === '' ? [] : line(standfirst),
      body: [paragraph('The office confirmed the entry in writing. It gave no reason, and none was asked for.')],
      byline: { kind: 'staff', text: '' },
      contributorsNote: lordsPress.contributorsNotes[0]?.text ?? '',
      category: 'archives',
      tags: [],
      dateline: { place: '', date: '' },
      access: 'open',
      series: { name: '', number: 0 },
      media: figuresIn(fields.body ?? []).map(({ media, alt, caption, credit }) => ({ hash: media, alt, caption, credit, renditions: [] })),
      correctionNotes: [],
      changeNote: '',
      sources: [],
      ...fields,
    },
    envelope: {
      number,
      edition: 1,
      publishedAt: time,
      firstPublishedAt: time,
      address: `/2026/11/${slug}/`,
      masthead: {
        date: time.at.slice(0, 10),
        place: 'London',
        time: time.at.slice(11, 16).replace(':', '.'),
        weather: {
          condition: 'light rain',
          temperature: 9,
          humidity: 88,
          wind: 14,
          source: 'entered at the desk',
          observedAt: time.at.slice(0, 10),
        },
      },
      previous: number === 1 ? '0'.repeat(64) : hashOf('entry\n', String(number - 1)),
      ...envelope,
    },
    digest: hashOf('entry\n', String(number)),
    feedId: `00000000-0000-4000-8000-${String(number).padStart(12, '0')}`,
    status,
  }
}

export function paragraph(...content: readonly (string | NodeJson)[]): NodeJson {
  return { type: 'paragraph', content: content.map(run) }
}

export function run(piece: string | NodeJson): NodeJson {
  return typeof piece === 'string' ? { type: 'text', text: piece } : piece
}

export function marked(text: string, type: string, attrs?: Readonly<Record<string, unknown>>): NodeJson {
  return { type: 'text', text, marks: [attrs === undefined ? { type } : { type, attrs }] }
}

function line(text: string): readonly NodeJson[] {
  return [{ type: 'text', text }]
}

function heading(level: 2 | 3 | 4, text: string): NodeJson {
  return { type: 'heading', attrs: { level }, content: line(text) }
}

function list(type: 'bulletList' | 'orderedList', ...items: readonly string[]): NodeJson {
  return { type, content: items.map((item) => ({ type: 'listItem', content: [paragraph(item)] })) }
}

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
