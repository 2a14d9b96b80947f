/** A run of words as CommonMark: escapes, and emphasis that holds whatever stands beside it. */
import { equalMark, joinedText, ranked } from './inline.ts'
import type { InlineJson, MarkJson, NodeJson } from './json.ts'

/** A piece of the output. `char`: the one character of text it stands for, which may be written as an entity instead. */
interface Piece {
  out: string
  readonly kind: 'text' | 'opening' | 'closing' | 'link' | 'code' | 'break'
  readonly char?: string
}

const writable = ['link', 'strong', 'em', 'code']

/** One paragraph. Its lines are parted by hard breaks only. */
export function lineMarkdown(inline: InlineJson): string {
  const pieces = piecesOf(withoutLastBreaks(joinedText(inline.map(plainMarks))))
  escapeLineStarts(pieces)
  encodeOuterSpaces(pieces)
  settleEmphasis(pieces)
  return pieces.map((piece) => piece.out).join('')
}

function plainMarks(node: NodeJson): NodeJson {
  const written = ranked((node.marks ?? []).filter((mark) => writable.includes(mark.type)))
  // `[` and `]:` at the head of a paragraph would make it a definition that nobody sees, and code cannot be escaped.
  const isDefinition = written[0]?.type === 'link' && node.text?.includes(']:') === true
  const marks = isDefinition ? written.filter((mark) => mark.type !== 'code') : written
  if (node.text === undefined) return node.type === 'hardBreak' ? { type: 'hardBreak' } : { type: 'text', text: wordsInside(node) }
  return marks.length === 0 ? { type: 'text', text: node.text } : { type: 'text', text: node.text, marks }
}

function wordsInside(node: NodeJson): string {
  return node.text ?? (node.content ?? []).map(wordsInside).join('')
}

function withoutLastBreaks(inline: InlineJson): InlineJson {
  return inline.slice(0, inline.findLastIndex((node) => node.type !== 'hardBreak') + 1)
}

function piecesOf(inline: InlineJson): Piece[] {
  const pieces: Piece[] = []
  let open: readonly MarkJson[] = []
  for (const node of inline) {
    const marks = (node.marks ?? []).filter((mark) => mark.type !== 'code')
    let kept = 0
    while (kept < open.length && kept < marks.length && equalMark(open[kept] as MarkJson, marks[kept])) kept += 1
    pieces.push(...open.slice(kept).reverse().map(closing), ...marks.slice(kept).map(opening))
    open = marks
    if (node.type === 'hardBreak') pieces.push({ kind: 'break', out: '\\\n' })
    else if (node.marks?.some((mark) => mark.type === 'code')) pieces.push({ kind: 'code', out: codeSpan(node.text ?? '') })
    // A piece a character: a long paragraph has more of them than a call may have arguments.
    else for (const piece of textPieces(node.text ?? '')) pieces.push(piece)
  }
  return [...pieces, ...[...open].reverse().map(closing)]
}

function opening(mark: MarkJson): Piece {
  return mark.type === 'link' ? { kind: 'link', out: '[' } : { kind: 'opening', out: delimiter(mark) }
}

function closing(mark: MarkJson): Piece {
  if (mark.type !== 'link') return { kind: 'closing', out: delimiter(mark) }
  const href = mark.attrs?.['href']
  return { kind: 'link', out: `](${destination(typeof href === 'string' ? href : '')})` }
}

/** Strong and emphasis use different characters, so that their runs never touch. */
function delimiter(mark: MarkJson): string {
  return mark.type === 'strong' ? '**' : '_'
}

function destination(href: string): string {
  const safe = href.replace(/[<>]|&(?=#?\w+;)/g, '\\$&')
  return /^[\w:/.?=&%#+,;@~\\-]+$/.test(safe) ? safe : `<${safe}>`
}

function codeSpan(text: string): string {
  const longest = [...text.matchAll(/`+/g)].reduce((most, [run]) => Math.max(most, run.length), 0)
  const fence = '`'.repeat(longest + 1)
  const needsRoom = /^`|`$/.test(text) || (/^ .* $/.test(text) && text.trim() !== '')
  return needsRoom ? `${fence} ${text} ${fence}` : fence + text + fence
}

function textPieces(text: string): Piece[] {
  const chars = [...text]
  let at = 0
  return chars.map((char, index) => {
    const rest = text.slice(at)
    at += char.length
    const isMarkup =
      /[\\`*_[\]<~]/.test(char) ||
      (char === '&' && /^&(#\d+|#x[\da-f]+|[a-z][a-z\d]*);/i.test(rest)) ||
      (char === '!' && index === chars.length - 1)
    return { kind: 'text', out: isMarkup ? `\\${char}` : char, char }
  })
}

/** At the start of a line `#`, `>`, `-`, `+`, `=` and `1.` would begin something. */
function escapeLineStarts(pieces: readonly Piece[]): void {
  pieces.forEach((piece, index) => {
    if (piece.kind !== 'text' || (index > 0 && pieces[index - 1]?.kind !== 'break')) return
    if (/^[#>+=-]$/.test(piece.out)) piece.out = `\\${piece.out}`
    let end = index
    while (/^\d$/.test(pieces[end]?.out ?? '')) end += 1
    const point = pieces[end]
    if (end > index && point !== undefined && /^[.)]$/.test(point.out)) point.out = `\\${point.out}`
  })
}

/** Spaces at the ends of a line would be stripped. */
function encodeOuterSpaces(pieces: readonly Piece[]): void {
  pieces.forEach((piece, index) => {
    const [before, after] = [pieces[index - 1], pieces[index + 1]]
    const isOuter = before === undefined || before.kind === 'break' || after === undefined || after.kind === 'break'
    if (isOuter && piece.kind === 'text' && /\s/.test(piece.out)) encode(piece)
  })
}

/**
 * Emphasis opens and closes only beside the right characters. A neighbour that forbids it is written as an entity, whose `&` and `;`
 * count as punctuation; that can disturb the next mark in turn, so it goes on until nothing changes.
 */
function settleEmphasis(pieces: readonly Piece[]): void {
  let isSettled = false
  while (!isSettled) {
    isSettled = true
    pieces.forEach((piece, index) => {
      if (piece.kind !== 'opening' && piece.kind !== 'closing') return
      const inner = pieces[piece.kind === 'opening' ? index + 1 : index - 1]
      const outer = pieces[piece.kind === 'opening' ? index - 1 : index + 1]
      const innerChar = edge(inner, piece.kind === 'opening')
      if (/\s/.test(innerChar) && encode(inner)) isSettled = false
      const needsRoom = piece.out === '_' || !/[\p{L}\p{N}]/u.test(edge(inner, piece.kind === 'opening'))
      const outerChar = edge(outer, piece.kind === 'closing')
      if (needsRoom && outer !== undefined && !/[\s!-/:-@[-`{-~]/.test(outerChar) && encode(outer)) isSettled = false
      // Other spaces than these two are spaces to some readers and not to others.
      if (needsRoom && /[^\S \n]/.test(outerChar) && encode(outer)) isSettled = false
    })
  }
}

/** The character of a piece that touches its neighbour. */
function edge(piece: Piece | undefined, isFirst: boolean): string {
  const chars = [...(piece?.out ?? '')]
  return (isFirst ? chars[0] : chars.at(-1)) ?? ''
}

/** Writes a piece's character as an entity; false when it has none or is one already. */
function encode(piece: Piece | undefined): boolean {
  if (piece?.char === undefined || piece.out.startsWith('&#')) return false
  piece.out = `&#${piece.char.codePointAt(0)};`
  return true
}
