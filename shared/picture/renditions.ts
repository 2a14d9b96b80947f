/** Smaller copies of a picture: made when it is taken in, named by their bytes, offered to readers whose screens need no more. */
import type { Hash } from '../canonical.ts'

/** Pixels across, ascending. A list of renditions is read by this order: it never changes, and other widths would be another list. */
const widths = [480, 960, 1600] as const

export const mostRenditions = widths.length

/** Widths of the copies that a picture of this width has: only ever smaller ones. */
export function renditionWidths(width: number): readonly number[] {
  return widths.filter((smaller) => smaller < width)
}

/** Each copy with its width; none where they are not those that a picture of this width has. */
export function renditionsBy(width: number, renditions: readonly Hash[]): readonly { readonly hash: Hash; readonly width: number }[] {
  const expected = renditionWidths(width)
  return renditions.length === expected.length ? renditions.map((hash, index) => ({ hash, width: expected[index] ?? 0 })) : []
}
