/** What a run of words can carry: the marks of the document, outermost first. */
import type { AttributeSpec, DOMOutputSpec, MarkSpec } from 'prosemirror-model'
import { safeUrl } from './safeUrl.ts'

/** What `toDOM` may look at; JSON and ProseMirror marks both have it. */
export interface Attributed {
  readonly attrs: Readonly<Record<string, unknown>>
}

/** As much of a pasted HTMLElement as `parseDOM` rules look at; this folder knows no DOM. */
export interface PastedElement {
  readonly style: { readonly fontWeight?: string; readonly fontStyle?: string }
  readonly textContent: string | null
  getAttribute(name: string): string | null
  querySelector(selector: string): Pick<PastedElement, 'getAttribute' | 'textContent'> | null
}

export interface DocumentMarkSpec extends MarkSpec {
  readonly attrs?: Record<string, AttributeSpec>
  readonly toDOM: (mark: Attributed) => DOMOutputSpec
}

/** Order is rank: a mark further up encloses those below it. No mark excludes another, since two people may set both at once. */
export const markSpecs = {
  // Outermost, so that a note with emphasis in it is one note. Its id tells two notes apart that stand side by side.
  note: {
    attrs: { id: { default: '', validate: validNoteId } },
    parseDOM: [{ tag: 'span.note', getAttrs: noteIdOf }],
    toDOM: (mark) => ['span', { class: 'note', 'data-note': typeof mark.attrs.id === 'string' ? mark.attrs.id : '' }, 0],
  },
  link: {
    attrs: { href: { validate: validAddress } },
    inclusive: false,
    parseDOM: [{ tag: 'a[href]', getAttrs: addressOf }],
    toDOM: (mark) => {
      const address = typeof mark.attrs.href === 'string' ? safeUrl(mark.attrs.href) : undefined
      return address === undefined ? ['a', 0] : ['a', { href: address }, 0]
    },
  },
  strong: {
    parseDOM: [
      { tag: 'strong' },
      // Google Docs wraps a whole paste in <b style="font-weight: normal">.
      { tag: 'b', getAttrs: (element: PastedElement) => element.style.fontWeight !== 'normal' && null },
      { style: 'font-weight', getAttrs: (value: string) => /^(bold(er)?|[6-9]\d{2})$/.test(value) && null },
    ],
    toDOM: () => ['strong', 0],
  },
  em: {
    parseDOM: [
      { tag: 'em' },
      { tag: 'i', getAttrs: (element: PastedElement) => element.style.fontStyle !== 'normal' && null },
      { style: 'font-style=italic' },
    ],
    toDOM: () => ['em', 0],
  },
  smallCaps: {
    parseDOM: [{ tag: 'span.small-caps' }, { style: 'font-variant=small-caps' }, { style: 'font-variant-caps=small-caps' }],
    toDOM: () => ['span', { class: 'small-caps' }, 0],
  },
  sub: {
    parseDOM: [{ tag: 'sub' }],
    toDOM: () => ['sub', 0],
  },
  sup: {
    parseDOM: [{ tag: 'sup' }],
    toDOM: () => ['sup', 0],
  },
  code: {
    code: true,
    parseDOM: [{ tag: 'code' }],
    toDOM: () => ['code', 0],
  },
} as const satisfies Record<string, DocumentMarkSpec>

export type MarkName = keyof typeof markSpecs

/** The marks of a headline or standfirst: no links, since the line itself is a link wherever it is listed. */
export const lineMarks: readonly MarkName[] = ['strong', 'em', 'smallCaps', 'sub', 'sup', 'code']

function validNoteId(value: unknown): void {
  if (typeof value !== 'string' || !noteId.test(value)) throw new RangeError(`not the id of a note: ${String(value)}`)
}

const noteId = /^[a-z0-9]{0,20}$/

function noteIdOf(element: PastedElement): { id: string } {
  const id = element.getAttribute('data-note') ?? ''
  return { id: noteId.test(id) ? id : '' }
}

function validAddress(value: unknown): void {
  if (typeof value !== 'string' || safeUrl(value) === undefined) {
    throw new RangeError(`not an address a link may have: ${String(value)}`)
  }
}

function addressOf(element: PastedElement): { href: string } | false {
  const address = safeUrl((element.getAttribute('href') ?? '').trim())
  return address === undefined ? false : { href: address }
}
