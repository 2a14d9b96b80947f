/** Asking the workstation from a screen: one hook, keyed by name and input, answered with a value or a failure in words. */
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import type { CallName, Input, Output } from '../../shared/contract/contract.ts'
import type { Failure, Result } from '../../shared/result.ts'
import { bridge } from '../bridge/bridge.ts'
import { answered, failureOf } from './answered.ts'

export interface Asked<T> {
  /** The newest answer; undefined before the first one. */
  readonly value: T | undefined
  readonly failure: Failure | undefined
  readonly isPending: boolean
  /** True while what stands, if anything, is the answer to an input before this one. */
  readonly isBehind: boolean
}

export interface AskOptions {
  /** False: not asked yet. */
  readonly enabled?: boolean
  /** True: while a new input is asked for, the answer to the one before stands. */
  readonly keep?: boolean
  /** Asked again after so many milliseconds: what changes by time alone is told by nobody. */
  readonly every?: number
}

export function useAsk<N extends CallName>(name: N, input: Input<N>, options: AskOptions = {}): Asked<Output<N>> {
  const query = useQuery<Result<Output<N>>>({
    queryKey: [name, input],
    queryFn: () => answered(bridge.call(name, input)),
    enabled: options.enabled ?? true,
    ...(options.every ? { refetchInterval: options.every } : {}),
    ...(options.keep ? { placeholderData: keepPreviousData } : {}),
  })
  const result = query.data
  return {
    value: result?.ok ? result.value : undefined,
    failure: failureOf(result, query.error),
    // Looked at by those alone who want to know: whoever does is drawn again whenever it changes.
    get isPending() {
      return query.isPending
    },
    get isBehind() {
      return query.isFetching && (query.isPending || query.isPlaceholderData)
    },
  }
}
