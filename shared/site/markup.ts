/** Markup as a type of its own: every interpolation is escaped unless it already is markup. */
import { escapeHtml } from '../document/html.ts'

export interface Markup {
  readonly html: string
  /** The same object comes again on page after page. */
  readonly isRepeated?: true
}

type Piece = Markup | string | number | false | undefined | readonly Piece[]

export const nothing: Markup = { html: '' }

/** Words, numbers and markup into markup; `false`, `undefined` and `''` leave nothing, lists are set one after another. */
export function html(strings: TemplateStringsArray, ...pieces: readonly Piece[]): Markup {
  let text = strings[0] ?? ''
  for (let index = 0; index < pieces.length; index += 1) text += written(pieces[index]) + (strings[index + 1] ?? '')
  return { html: text }
}

/** Takes what a serialiser of ours has escaped already; nothing else may come in here. */
export function alreadyMarkup(serialised: string): Markup {
  return { html: serialised }
}

/** JSON for a script element: nothing in it can end the element or begin a comment. [SI7] */
export function jsonMarkup(value: unknown): Markup {
  return { html: JSON.stringify(value, null, 1).replaceAll('<', String.raw`\u003c`).replaceAll('>', String.raw`\u003e`) }
}

/** Lines of markup joined by `separator`, empty ones left out. */
export function joined(pieces: readonly Markup[], separator: Markup | string): Markup {
  const between = typeof separator === 'string' ? escapeHtml(separator) : separator.html
  return {
    html: pieces
      .filter((piece) => piece.html !== '')
      .map((piece) => piece.html)
      .join(between),
  }
}

function written(piece: Piece): string {
  if (piece === false || piece === undefined) return ''
  if (typeof piece === 'string') return escapeHtml(piece)
  if (typeof piece === 'number') return String(piece)
  return isList(piece) ? piece.map(written).join('') : piece.html
}

function isList(piece: Markup | readonly Piece[]): piece is readonly Piece[] {
  return Array.isArray(piece)
}
