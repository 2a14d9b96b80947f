/** A piece as readers have it, with what a test says of it and the rest as usual. */
import { hashOf } from '../../shared/canonical.ts'
import { lordsPress } from '../../shared/desk/lordsPress.ts'
import type { Envelope, PublicArticle } from '../../shared/desk/record.ts'
import { figuresIn } from '../../shared/document/figureUses.ts'
import type { Released } from '../../shared/site/model.ts'
import { line, paragraph } from './nodes.ts'

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
