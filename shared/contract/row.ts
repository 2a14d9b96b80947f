/** One row of the contract: the schema its input is parsed with once, at the border, and the type of its answer. */
import { z } from 'zod'

export interface Ask<I extends z.ZodType, O> {
  readonly input: I
  /** Carries the type only; never present at run time. */
  readonly output?: O
}

export function ask<O>() {
  return <I extends z.ZodType>(input: I): Ask<I, O> => ({ input })
}

export const articleId = z.string().regex(/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/, 'is not an article’s id')
export const personId = z.string().regex(/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/, 'is not a person’s id')
export const versionHash = z.string().regex(/^[0-9a-f]{64}$/, 'is not a version’s name')
export const nothing = z.strictObject({})
/** Uint8Array on every transport. At most 64 MB. */
export const bytes = z
  .custom<Uint8Array>((value) => value instanceof Uint8Array, 'is not bytes')
  .refine((value) => value.byteLength <= 64 * 1024 * 1024, 'is larger than 64 MB')
