/** A long list a page at a time: the newest first, earlier ones when they are asked for. */
import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query'
import type { Input, Output } from '../../shared/contract/contract.ts'
import type { Failure, Result } from '../../shared/result.ts'
import { bridge } from '../bridge/bridge.ts'
import { answered, failureOf } from './answered.ts'

/** Questions whose answer names where the next page begins. */
type Paged = 'articles.list' | 'queue.list' | 'record.corrections' | 'settings.history'

export interface Pages<T> {
  /** In their order; undefined before the first answer. */
  readonly pages: readonly T[] | undefined
  readonly failure: Failure | undefined
  /** Asks for the next page; undefined when there is none. */
  readonly more: (() => void) | undefined
}

/** Keyed by the question's name, so that what makes its answer stale makes all its pages stale. */
export function usePages<N extends Paged>(name: N, input: Input<N>): Pages<Output<N>> {
  const query = useInfiniteQuery({
    queryKey: [name, input, 'pages'],
    queryFn: ({ pageParam }): Promise<Result<Output<N>>> => answered(bridge.call(name, { ...input, cursor: pageParam })),
    initialPageParam: '',
    getNextPageParam: nextOf,
    placeholderData: keepPreviousData,
  })
  const answers = query.data?.pages
  return {
    pages: answers?.flatMap((answer) => (answer.ok ? [answer.value] : [])),
    failure: failureOf(answers?.find((answer) => !answer.ok) ?? answers?.[0], query.error),
    more: query.hasNextPage ? () => void query.fetchNextPage() : undefined,
  }
}

function nextOf(last: Result<unknown>): string | undefined {
  // Every paged answer has it; TypeScript cannot see that through the union of their types.
  const next = last.ok ? (last.value as { readonly next: string }).next : ''
  return next === '' ? undefined : next
}
