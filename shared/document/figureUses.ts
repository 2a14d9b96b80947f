/** The figures of a document: which pictures it shows, with what words. */
import { isMedia, isSide } from './figures.ts'
import type { BlocksJson, NodeJson } from './json.ts'
import { inlineText } from './text.ts'

/** A picture as a document uses it; `width` and `height` in pixels, 0 where they are not known. */
export interface FigureUse {
  readonly media: string
  readonly alt: string
  readonly credit: string
  /** Plain text. */
  readonly caption: string
  readonly width: number
  readonly height: number
}

/** The figures of a body in reading order, wherever they stand. */
export function figuresIn(blocks: BlocksJson): readonly FigureUse[] {
  const found: FigureUse[] = []
  collect(blocks, found)
  return found
}

function collect(blocks: BlocksJson, found: FigureUse[]): void {
  for (const block of blocks) {
    if (block.type !== 'figure') {
      if (block.content !== undefined) collect(block.content, found)
      continue
    }
    const figure = figureOf(block)
    if (figure !== undefined) found.push(figure)
  }
}

/** Undefined for a node that is no figure, or names no picture. */
export function figureOf({ type, attrs = {}, content = [] }: NodeJson): FigureUse | undefined {
  if (type !== 'figure' || !isMedia(attrs['media'])) return undefined
  const side = (value: unknown) => (isSide(value) ? value : 0)
  return {
    media: attrs['media'],
    alt: textOf(attrs['alt']),
    credit: textOf(attrs['credit']),
    caption: inlineText(content),
    width: side(attrs['width']),
    height: side(attrs['height']),
  }
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? value : ''
}
