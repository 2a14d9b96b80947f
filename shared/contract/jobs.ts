/** Long work: a row with an id that starts by a call, reports through `changed`, stops by a call and outlives its screen. */
import { z } from 'zod'
import { bytes, ask, nothing } from './row.ts'

export interface Job {
  readonly id: string
  readonly kind: 'import' | 'verify' | 'rebuild' | 'site' | 'backup'
  readonly state: 'running' | 'done' | 'stopped' | 'failed'
  /** What it is doing, in words, and how far. */
  readonly step: string
  readonly done: number
  readonly total: number
  readonly startedAt: string
  /** Plain sentences: what came, what did not and why. */
  readonly notes: readonly string[]
  /** Ids of articles an import made. */
  readonly articles: readonly string[]
}

export const jobs = {
  'jobs.list': ask<{ readonly jobs: readonly Job[] }>()(nothing),
  'jobs.read': ask<Job>()(z.strictObject({ id: z.string().max(60) })),
  'jobs.stop': ask<Job>()(z.strictObject({ id: z.string().max(60) })),
  'imports.start': ask<Job>()(
    z.strictObject({
      files: z
        .array(z.strictObject({ name: z.string().min(1).max(400), bytes }))
        .min(1)
        .max(1000),
      /** Pictures that they name, by their path from the file, or by their name alone. */
      pictures: z
        .array(z.strictObject({ name: z.string().min(1).max(1000), bytes }))
        .max(1000)
        .default([]),
      headline: z.string().max(400).optional(),
      category: z.string().max(80).optional(),
      byline: z.string().max(160).optional(),
    }),
  ),
  'verify.start': ask<Job>()(nothing),
  'rebuild.start': ask<Job>()(nothing),
} as const
