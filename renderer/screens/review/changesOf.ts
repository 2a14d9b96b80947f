/** What changed between two texts as a list that is complete without the marked-up text: one line a place, in the order it is read. */
import type { ChangedField } from '../../../shared/desk/changedFields.ts'
import { type FigureUse, figureOf } from '../../../shared/document/figureUses.ts'
import type { ComparedBlock, Comparison, Span } from '../../../shared/document/compare.ts'

export interface Change {
  /** Where it is shown: `field` and its name, `headline`, `standfirst`, or the number of a block. */
  readonly block: string
  /** `Added`, `Deleted`, `Replaced`, `Moved`, `Changed`. */
  readonly what: string
  /** `“persons” → “names”`. */
  readonly words: string
}

/** Characters of a longer passage that are shown. */
const shown = 90

export function changesOf({ headline, standfirst, blocks }: Comparison, fields: readonly ChangedField[] = []): readonly Change[] {
  return [
    ...fields.map(({ name, before, after }) => ({
      block: `field ${name}`,
      what: name,
      words: `${before === '' ? 'none' : quoted(before)} → ${after === '' ? 'none' : quoted(after)}`,
    })),
    ...within('headline', headline, ' in the headline'),
    ...within('standfirst', standfirst, ' in the standfirst'),
    ...blocks.flatMap((block, index) => ofBlock(String(index), block)),
  ]
}

function ofBlock(at: string, block: ComparedBlock): readonly Change[] {
  const { kind, type, spans } = block
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
      const found = [...ofFigure(at, block), ...within(at, spans, type === 'figure' ? ' in the caption' : '')]
      return found.length > 0 ? found : [{ block: at, what: `Changed: ${nameOf(type)}`, words: whole }]
    }
  }
}

/** What is told of a picture beside its caption. */
function ofFigure(block: string, { type, attrs, attrsBefore }: ComparedBlock): readonly Change[] {
  const read = (of: ComparedBlock['attrs']): FigureUse | undefined => (of ? figureOf({ type, attrs: of }) : undefined)
  const [was, now] = type === 'figure' ? [read(attrsBefore), read(attrs)] : []
  if (!was || !now) return []
  const said = (what: string, before: string, after: string) =>
    before === after
      ? []
      : [{ block, what, words: `${before === '' ? 'none' : quoted(before)} → ${after === '' ? 'none' : quoted(after)}` }]
  return [
    ...(was.media === now.media
      ? []
      : [{ block, what: 'Another picture', words: now.alt === '' ? 'without alternative text' : quoted(now.alt) }]),
    ...said('Alternative text of a picture', was.alt, now.alt),
    ...said('Credit of a picture', was.credit, now.credit),
  ]
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
  const words = line.length > shown ? `${line.slice(0, shown).trimEnd()}…` : line
  // Titles are in quotation marks of their own.
  return /^“.*”$/u.test(words) ? words : `“${words}”`
}

const names: Readonly<Record<string, string>> = {
  paragraph: 'paragraph',
  heading: 'heading',
  listItem: 'item of a list',
  blockquote: 'quotation',
  pullQuote: 'pull quote',
  figure: 'picture',
  horizontalRule: 'rule',
  tableCell: 'cell of a table',
  tableHeader: 'heading of a table',
}

function nameOf(type: string): string {
  return names[type] ?? 'part'
}
