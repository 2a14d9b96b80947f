/** Is a change only of spelling, punctuation, spaces and capitals? Whatever else changed is named. [WF11] [WF3] */
import type { ComparedBlock, Comparison } from './compare.ts'
import type { Span } from './tokens.ts'

/** The first larger change in words, such as `a figure, 1921 → 1912`; empty when there is none. */
export function largerChange(comparison: Comparison): string {
  if (comparison.headline.some(({ kind }) => kind !== 'same')) return 'the headline'
  if (comparison.standfirst.some(({ kind }) => kind !== 'same')) return largerIn(comparison.standfirst)
  for (const block of comparison.blocks) {
    const found = largerInBlock(block)
    if (found !== '') return found
  }
  return ''
}

function largerInBlock({ kind, type, spans, attrsBefore }: ComparedBlock): string {
  if (type === 'figure' && (kind !== 'same' || attrsBefore)) return largerInFigure(kind, spans, attrsBefore !== undefined)
  switch (kind) {
    case 'same':
      return ''
    case 'changed':
      return largerIn(spans)
    case 'inserted':
      return `a new passage, “${shortened(textOf(spans))}”`
    case 'deleted':
      return `a passage taken out, “${shortened(textOf(spans))}”`
    case 'moved':
      return `a passage moved, “${shortened(textOf(spans))}”`
  }
}

/** Of a figure only its caption can be put right typographically: what is seen, said of it or credited for it is not. */
function largerInFigure(kind: ComparedBlock['kind'], spans: readonly Span[], isOther: boolean): string {
  if (kind === 'inserted') return 'a new picture'
  if (kind === 'deleted') return 'a picture taken out'
  if (kind === 'moved') return 'a picture moved'
  return isOther ? 'a picture, its alternative text or its credit' : largerIn(spans)
}

function largerIn(spans: readonly Span[]): string {
  for (const [index, { before, after, isQuoted, marksChanged }] of changesOf(spans).entries()) {
    const shown = `${before || 'nothing'} → ${after || 'nothing'}`
    if (marksChanged) return `a link or its look, ${shown}`
    if (/\p{N}/u.test(before) || /\p{N}/u.test(after)) return `a figure, ${shown}`
    if (letters(before) === letters(after)) continue
    if (isQuoted) return `words in quotation marks, ${shown}`
    if (isName(before, index === 0 && startsWith(spans, before)) || isName(after, false)) return `a name, ${shown}`
    if (!isSpelling(before, after)) return `words, ${shown}`
  }
  return ''
}

interface Change {
  readonly before: string
  readonly after: string
  readonly isQuoted: boolean
  /** The words are the same, what they carry is not. */
  readonly marksChanged: boolean
}

/** Neighbouring deletions and insertions are one change. */
function changesOf(spans: readonly Span[]): readonly Change[] {
  const changes: Change[] = []
  let depth = 0
  let open: { before: string; after: string; marks: Set<string>; depth: number } | undefined
  const close = () => {
    if (!open) return
    const { before, after, marks } = open
    changes.push({ before: before.trim(), after: after.trim(), isQuoted: open.depth > 0, marksChanged: before === after || marks.size > 1 })
    open = undefined
  }
  for (const span of spans) {
    if (span.kind === 'same') close()
    else {
      open ??= { before: '', after: '', marks: new Set(), depth }
      open.marks.add(JSON.stringify(span.marks ?? []))
      if (span.kind === 'deleted') open.before += span.text
      else open.after += span.text
    }
    if (span.kind !== 'deleted') depth = Math.max(0, depth + countOf(span.text, /[“«]/gu) - countOf(span.text, /[”»]/gu))
  }
  close()
  return changes
}

function startsWith(spans: readonly Span[], before: string): boolean {
  return (
    spans
      .find(({ kind }) => kind !== 'inserted')
      ?.text.trimStart()
      .startsWith(before) ?? false
  )
}

/** A capital inside a sentence; the first word of a paragraph has one anyway. */
function isName(words: string, isFirst: boolean): boolean {
  const rest = isFirst ? words.slice(1) : words
  return /(?<!\p{L})\p{Lu}/u.test(rest)
}

/** As many words on both sides, each at most two letters from the other and longer than those. */
function isSpelling(before: string, after: string): boolean {
  const [old, fresh] = [wordsOf(before), wordsOf(after)]
  return (
    old.length === fresh.length &&
    old.every((word, index) => {
      const other = fresh[index] ?? ''
      return word === other || (Math.min(word.length, other.length) > 3 && distance(word, other) <= 2)
    })
  )
}

function wordsOf(text: string): readonly string[] {
  return text.toLowerCase().match(/\p{L}+/gu) ?? []
}

/** Letters alone: what is left when punctuation, spaces and capitals are taken away. */
function letters(text: string): string {
  return wordsOf(text).join('')
}

function textOf(spans: readonly Span[]): string {
  return spans.map(({ text }) => text).join('')
}

function shortened(text: string): string {
  return text.length > 60 ? `${text.slice(0, 60).trimEnd()} …` : text
}

function countOf(text: string, sign: RegExp): number {
  return text.match(sign)?.length ?? 0
}

/** Edits of one letter between two words: Levenshtein, a row at a time. */
function distance(one: string, other: string): number {
  let row = Array.from({ length: other.length + 1 }, (_, index) => index)
  for (const [i, letter] of [...one].entries()) {
    const next = [i + 1]
    for (const [j, wanted] of [...other].entries())
      next.push(Math.min((next[j] ?? 0) + 1, (row[j + 1] ?? 0) + 1, (row[j] ?? 0) + (letter === wanted ? 0 : 1)))
    row = next
  }
  return row.at(-1) ?? 0
}
