/** Figures: a picture of the desk's own with its words, named by its bytes and never by an address elsewhere. */
import type { Attributed, PastedElement } from './marks.ts'
import type { DocumentNodeSpec } from './nodes.ts'

/** Characters of an alternative text and of a credit. */
export const longestAlt = 1000
export const longestCredit = 300
/** No picture that is kept is wider or higher. */
export const largestSide = 16_383

const hash = /^[0-9a-f]{64}$/

export const figureSpecs = {
  figure: {
    content: 'inline*',
    group: 'block',
    isolating: true,
    attrs: {
      // No default: a figure without a picture is none, and its words are shown as such.
      media: { validate: validMedia },
      alt: { default: '', validate: (value: unknown) => validLine(value, longestAlt) },
      credit: { default: '', validate: (value: unknown) => validLine(value, longestCredit) },
      width: { default: 0, validate: validSide },
      height: { default: 0, validate: validSide },
    },
    parseDOM: [{ tag: 'figure', getAttrs: attrsOf, contentElement: '.caption' }],
    toDOM: (node) => ['figure', picture(node), ['figcaption', ['span', { class: 'caption' }, 0], ...credit(node)]],
  },
} as const satisfies Record<string, DocumentNodeSpec>

export function isMedia(value: unknown): value is string {
  return typeof value === 'string' && hash.test(value)
}

export function isSide(value: unknown): value is number {
  return typeof value === 'number' && Number.isInteger(value) && value >= 0 && value <= largestSide
}

function lineOf(value: unknown): string {
  return typeof value === 'string' ? value : ''
}

/** Without a sound picture, none: an address is judged where it is written, whatever a document holds. [DO2] */
function picture({ attrs }: Attributed): [string, Record<string, string | number>] {
  const alt = lineOf(attrs['alt'])
  if (!isMedia(attrs['media'])) return ['img', { alt }]
  const { width, height } = attrs
  const size = isSide(width) && isSide(height) && width > 0 && height > 0 ? { width, height } : {}
  return ['img', { src: `media/${attrs['media']}`, alt, ...size }]
}

function credit({ attrs }: Attributed): readonly [string, Record<string, string>, string][] {
  const words = lineOf(attrs['credit'])
  return words === '' ? [] : [['span', { class: 'credit' }, words]]
}

function validMedia(value: unknown): void {
  if (!isMedia(value)) throw new RangeError(`not the name of a picture: ${String(value)}`)
}

function validLine(value: unknown, longest: number): void {
  if (typeof value !== 'string' || value.length > longest || /[\u0000-\u001f\u007f]/u.test(value))
    throw new RangeError(`not a line of at most ${longest} characters`)
}

function validSide(value: unknown): void {
  if (!isSide(value)) throw new RangeError(`a picture has 0 to ${largestSide} pixels a side, not ${String(value)}`)
}

/** A figure of this desk only: one from elsewhere would make the reader's computer, or the writer's, ask its host. */
function attrsOf(element: PastedElement): Record<string, string | number> | false {
  const image = element.querySelector('img')
  const media = /^media\/([0-9a-f]{64})$/u.exec(image?.getAttribute('src') ?? '')?.[1]
  if (!image || media === undefined || !element.querySelector('.caption')) return false
  const side = (name: string) => {
    const given = Number(image.getAttribute(name) ?? '0')
    return isSide(given) ? given : 0
  }
  return {
    media,
    alt: (image.getAttribute('alt') ?? '').slice(0, longestAlt),
    credit: (element.querySelector('.credit')?.textContent ?? '').slice(0, longestCredit),
    width: side('width'),
    height: side('height'),
  }
}
