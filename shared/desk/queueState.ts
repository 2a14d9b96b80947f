/** The third axis: how one edition gets to one destination. */
export const queueStates = [
  'waiting',
  'pending',
  'in_progress',
  'delivered',
  'live',
  'retrying',
  'failed',
  'unknown',
  'canceled',
  'error',
  'superseded',
] as const
export type QueueState = (typeof queueStates)[number]

/** From each state, the states that may follow. [QU10] No row is ever removed. [QU9] */
export const queueMoves: Readonly<Record<QueueState, readonly QueueState[]>> = {
  waiting: ['pending', 'canceled', 'superseded'],
  pending: ['in_progress', 'canceled', 'superseded'],
  in_progress: ['delivered', 'retrying', 'failed', 'unknown', 'error'],
  delivered: ['live', 'retrying', 'failed'],
  live: [],
  retrying: ['in_progress', 'canceled', 'superseded', 'failed'],
  failed: ['pending'],
  unknown: ['delivered', 'retrying', 'failed'],
  canceled: [],
  error: ['pending'],
  superseded: [],
}

/** Nothing more happens to it by itself. */
export function isGoneOut(state: QueueState): boolean {
  return state === 'live' || state === 'canceled' || state === 'superseded'
}

/** After this many transient failures an entry is `failed`. */
export const mostAttempts = 10

/** Minutes until attempt `n + 1` after `n` transient failures: 2^min(6, n). */
export function minutesUntilRetry(attempts: number): number {
  return 2 ** Math.min(6, attempts)
}

/** The five words of the Queue screen. */
export function queueWord(state: QueueState): string {
  switch (state) {
    case 'waiting':
    case 'pending':
    case 'retrying':
      return 'Waiting'
    case 'in_progress':
      return 'Sending'
    case 'delivered':
    case 'unknown':
      return 'Sent, not yet seen'
    case 'live':
      return 'Live'
    case 'failed':
    case 'error':
      return 'Needs you'
    case 'canceled':
      return 'Cancelled'
    case 'superseded':
      return 'Superseded'
  }
}
