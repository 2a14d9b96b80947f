/** What the queue still has to do, and when: for keeping the computer awake, and for asking before the program ends. [QU14] */
import type { QueueRow } from '../../shared/contract/workflow.ts'

export interface DueWork {
  /** How many go out within a day, or are on their way. */
  readonly withinADay: number
  /** The first of them; empty when there is none. */
  readonly nextAt: string
  /** Something is on its way, or goes out within ten minutes. */
  readonly isSoon: boolean
  /** How many wait for somebody. */
  readonly needsSomebody: number
}

export const nothingDue: DueWork = { withinADay: 0, nextAt: '', isSoon: false, needsSomebody: 0 }

const minutes = 60_000
const aDay = 24 * 60 * minutes
const soon = 10 * minutes

export function dueWork(rows: readonly Pick<QueueRow, 'word' | 'at' | 'isHeld'>[], now: Date): DueWork {
  const within = (span: number) =>
    rows.filter(({ word, at, isHeld }) => isToCome(word) && !isHeld && Date.parse(at) <= now.getTime() + span)
  const day = within(aDay)
  return {
    withinADay: day.length,
    nextAt: day.map(({ at }) => at).toSorted()[0] ?? '',
    isSoon: within(soon).length > 0,
    needsSomebody: rows.filter(({ word }) => word === 'Needs you').length,
  }
}

function isToCome(word: string): boolean {
  return word === 'Waiting' || word === 'Sending' || word === 'Sent, not yet seen'
}
