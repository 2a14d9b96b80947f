/** What changed between two texts as a list that is complete without the marked-up text: one line a place, in the order it is read. */
import type { ComparedBlock, Comparison, Span } from '../../../shared/document/compare.ts'

export interface Change {
  /** Where `ComparisonView` shows it: `headline`, `standfirst`, or the number of a block. */
  readonly block: string
  /** `Added`, `Deleted`, `Replaced`, `Moved`, `Changed`. */
  readonly what: string
  /** `“persons” → “names”`. */
  readonly words: string
}

/** Characters of a longer passage that are shown. */
const shown = 90

export function changesOf({ headline, standfirst, blocks }: Comparison): readonly Change[] {
  return [
    ...within('headline', headline, ' in the headline'),
    ...within('standfirst', standfirst, ' in the standfirst'),
    ...blocks.flatMap((block, index) => ofBlock(String(index), block)),
  ]
}

function ofBlock(at: string, { kind, type, spans }: ComparedBlock): readonly Change[] {
  const whole = quoted(spans.map(({ text }) => text).join(''))
  switch (kind) {
    case 'same':
      return []
    case 'inserted':
    case 'deleted':
      return [{ block: at, what: `${kind === 'inserted' ? 'Added' : 'Deleted'}: ${nameOf(type)}`, words: whole }]
    case 'moved':
      return [{ block: at, what: `Moved: ${nameOf(type)}`, words: whole }, ...within(at, spans, '')]
    case 'changed': {
      const found = within(at, spans, '')
      return found.length > 0 ? found : [{ block: at, what: `Changed: ${nameOf(type)}`, words: whole }]
    }
  }
}

/** Neighbouring deletions and insertions are one place. */
function within(block: string, spans: readonly Span[], where: string): readonly Change[] {
  const found: Change[] = []
  for (let at = 0; at < spans.length; ) {
    if (spans[at]?.kind === 'same') {
      at += 1
      continue
    }
    let end = at
    while (end < spans.length && spans[end]?.kind !== 'same') end += 1
    found.push(place(block, spans.slice(at, end), where))
    at = end
  }
  return found
}

function place(block: string, spans: readonly Span[], where: string): Change {
  const of = (kind: Span['kind']) =>
    spans
      .filter((span) => span.kind === kind)
      .map(({ text }) => text)
      .join('')
  const [before, after] = [of('deleted'), of('inserted')]
  if (before === '') return { block, what: `Added${where}`, words: quoted(after) }
  if (after === '') return { block, what: `Deleted${where}`, words: quoted(before) }
  // The same letters in another dress: only how they are marked is another.
  if (before === after) return { block, what: `Marked otherwise${where}`, words: quoted(after) }
  return { block, what: `Replaced${where}`, words: `${quoted(before)} → ${quoted(after)}` }
}

function quoted(text: string): string {
  const line = text.replaceAll(/\s+/gu, ' ').trim()
  if (line === '') return 'a space'
  return `“${line.length > shown ? `${line.slice(0, shown).trimEnd()}…` : line}”`
}

const names: Readonly<Record<string, string>> = {
  paragraph: 'paragraph',
  heading: 'heading',
  listItem: 'item of a list',
  blockquote: 'quotation',
  pullQuote: 'pull quote',
  figure: 'picture',
  horizontalRule: 'rule',
}

function nameOf(type: string): string {
  return names[type] ?? 'part'
}
