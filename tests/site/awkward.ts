/** Awkward pieces: what a page must bear without breaking, and a report in parts. */
import type { Released } from '../../shared/site/model.ts'
import { paragraph } from './nodes.ts'
import { released } from './released.ts'

const longWord = 'Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft'

function list(type: 'bulletList' | 'orderedList', ...items: readonly string[]) {
  return { type, content: items.map((item) => ({ type: 'listItem', content: [paragraph(item)] })) }
}

/** Nine columns, the first a heading. */
const wideTable = {
  type: 'table',
  content: ['tableHeader', 'tableCell', 'tableCell'].map((type) => ({
    type: 'tableRow',
    content: Array.from({ length: 9 }, (_, column) => ({
      type,
      content: [paragraph(column === 0 ? 'Counted at the quay' : `1,${column}04`)],
    })),
  })),
}

/** Fourteen words over the page, three corrections, eight items in a list, no standfirst. */
export const crowded = released(
  60,
  {
    slug: 'crowded',
    headline: 'Fourteen words stand over a page whose harbour office has corrected itself three times',
    kind: 'correction',
    changeNote: 'Three figures.',
    correctionNotes: ['1', '2', '3'].map((n) => ({
      wrote: `Figure ${n} was nine.`,
      shouldSay: `Figure ${n} was six.`,
      note: '',
      doNotRepeat: false,
    })),
    body: [
      paragraph('What the office counted:'),
      list('orderedList', 'ropes', 'lamps', 'buoys', 'keys', 'ledgers', 'bells', 'boats', 'clerks'),
      wideTable,
      { type: 'pullQuote', content: [{ type: 'text', text: '“We counted the clerks last, and one was missing.”' }] },
      paragraph('Nobody has said which.'),
    ],
  },
  { edition: 4 },
)

/** One word wider than a phone, in every place that has words. */
export const endless = released(61, {
  slug: 'endless',
  headline: longWord,
  standfirst: `${longWord} ${longWord}`,
  byline: { kind: 'named', text: longWord },
  tags: [longWord],
  dateline: { place: longWord, date: '2026-11-20' },
  body: [
    paragraph(longWord.repeat(4)),
    { type: 'heading', attrs: { level: 2 }, content: [{ type: 'text', text: longWord }] },
    paragraph(longWord),
  ],
  sources: [{ text: longWord, address: `https://archive.example/${longWord.toLowerCase().replace('ä', 'ae').repeat(3)}` }],
})

/** Words that run from the right, in an English paper. */
export const fromTheRight = released(62, {
  slug: 'from-the-right',
  headline: 'السجل الذي لم يُفتح منذ عام 1921',
  standfirst: 'وثيقتان في خزانة واحدة، ولا يتفقان إلا في عدد الصفحات.',
  lang: 'ar',
  body: [
    paragraph('قال أمين السجل إن الخزانة لم تُفتح منذ 1921، وإن المفتاح محفوظ في مكان آخر (في Bern).'),
    paragraph('ولم يُسأل أحد عن السبب.'),
    list('bulletList', 'الوثيقة الأولى', 'الوثيقة الثانية'),
  ],
})

/** Without anything that can be left out. */
export const bare = released(
  63,
  { slug: 'bare', headline: 'Short', byline: { kind: 'none', text: '' }, category: 'gone', body: [paragraph('One sentence.')] },
  {
    masthead: { date: '2026-11-20', place: '', time: '', weather: null },
  },
)

/** Three parts of a report. */
export const parts: readonly Released[] = [1, 2, 3].map((number) =>
  released(63 + number, {
    slug: `shelves-${number}`,
    headline: ['A key with no room', 'Thirty years, then thirty more', 'The reader who came daily'][number - 1] ?? '',
    pieceKind: 'reportPart',
    category: 'special-reports',
    series: { name: 'The Closed Shelves', number },
  }),
)

export const awkward: readonly Released[] = [crowded, endless, fromTheRight, bare, ...parts]
