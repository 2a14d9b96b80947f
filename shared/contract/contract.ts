/** Everything a screen, a script or a test may ask of the workstation: one table, one row a question. */
import type { z } from 'zod'
import type { Result } from '../result.ts'
import { articles } from './articles.ts'
import { backups } from './backups.ts'
import { desk } from './desk.ts'
import { front } from './front.ts'
import { jobs } from './jobs.ts'
import { media } from './media.ts'
import type { Ask } from './row.ts'
import { record } from './record.ts'
import { search } from './search.ts'
import { settings } from './settings.ts'
import { workflow } from './workflow.ts'

export const contract = {
  ...desk,
  ...settings,
  ...articles,
  ...search,
  ...workflow,
  ...front,
  ...record,
  ...media,
  ...jobs,
  ...backups,
} as const

export type Contract = typeof contract
export type CallName = keyof Contract
export type Input<N extends CallName> = z.input<Contract[N]['input']>
export type ParsedInput<N extends CallName> = z.output<Contract[N]['input']>
export type Output<N extends CallName> = Contract[N] extends Ask<z.ZodType, infer O> ? O : never

/** What the renderer holds: ask by name, get a value, never an exception for an expected outcome. */
export type Call = <N extends CallName>(name: N, input: Input<N>) => Promise<Result<Output<N>>>

export function isCallName(name: string): name is CallName {
  return Object.hasOwn(contract, name)
}

/** The one event: it says what changed, never how to react. Readers ask again. */
export interface Changed {
  readonly topic: 'desk' | 'articles' | 'article' | 'words' | 'queue' | 'delivery' | 'sent' | 'jobs' | 'settings' | 'people'
  readonly id?: string
  /** Session whose call caused it; empty for the hub and the clock. */
  readonly source: string
}
