/** Pictures of an article: handed in as bytes, shown by their address `media/HASH` and never through a call. */
import { z } from 'zod'
import type { Hash } from '../canonical.ts'
import { articleId, ask, bytes } from './row.ts'

export interface AddedPicture {
  readonly hash: Hash
  readonly type: string
  /** Pixels. */
  readonly width: number
  readonly height: number
  /** What was done to it that a person should know, in words; empty for nothing. */
  readonly note: string
}

/** Bytes of a file that is taken in. */
export const largestPictureBytes = 50 * 1024 * 1024

export const media = {
  /** Decoded and encoded again; what comes back is kept, and the article may show it. `name`: the file's, for sentences only. [SE9] */
  'media.add': ask<AddedPicture>()(z.strictObject({ id: articleId, name: z.string().max(400), bytes })),
} as const
