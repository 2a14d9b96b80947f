/** The axis readers see: from which public status to which, by whom, and whether a second person has to agree. */
import { z } from 'zod'
import type { EditionKind } from './edition.ts'
import type { Role } from './person.ts'

/** Statuses that a notice edition brings about. */
export const noticeStatuses = ['withdrawn', 'retracted', 'taken_down'] as const
export const NoticeStatus = z.enum(noticeStatuses)
export type NoticeStatus = z.infer<typeof NoticeStatus>
export type ReaderStatus = 'live' | NoticeStatus

export interface StatusMove {
  readonly from: readonly ReaderStatus[]
  /** The edition that tells readers. */
  readonly kind: EditionKind
  /** Who may propose it. */
  readonly proposedBy: readonly Role[] | 'anyone'
  /** Who brings it about. */
  readonly confirmedBy: readonly Role[]
  /** `none`: one person is enough. `before`: publisher and records editor, two people. `after`: at once, and a second person within a week. */
  readonly second: 'none' | 'before' | 'after'
}

export const statusMoves = {
  withdrawn: {
    from: ['live'],
    kind: 'withdrawal',
    proposedBy: 'anyone',
    confirmedBy: ['publisher', 'recordsEditor'],
    second: 'none',
  },
  retracted: {
    from: ['live', 'withdrawn'],
    kind: 'retraction',
    proposedBy: ['publisher', 'recordsEditor'],
    confirmedBy: ['publisher', 'recordsEditor'],
    second: 'before',
  },
  taken_down: {
    from: ['live', 'withdrawn', 'retracted'],
    kind: 'takedown',
    proposedBy: ['publisher'],
    confirmedBy: ['publisher'],
    second: 'after',
  },
} as const satisfies Record<NoticeStatus, StatusMove>

/** Days in which a second person confirms that something was taken down. */
export const daysToConfirm = 7

/** What readers meet once an edition of this kind is released; any other kind brings the article back. */
export function statusAfter(kind: EditionKind): ReaderStatus {
  return noticeStatuses.find((status) => statusMoves[status].kind === kind) ?? 'live'
}

/** Acts on the public status, as buttons and the command line name them. */
export const statusActs = {
  ask_to_withdraw: { label: 'Ask to withdraw…', done: 'Withdrawal asked for' },
  withdraw: { label: 'Withdraw…', done: 'The notice is on its way to readers' },
  retract: { label: 'Retract…', done: 'Retraction proposed' },
  take_down: { label: 'Take down…', done: 'The notice is on its way to readers' },
  confirm_status: { label: 'Confirm…', done: 'Confirmed' },
  decline_status: { label: 'Decline…', done: 'Declined' },
} as const

export type StatusAct = keyof typeof statusActs
export const statusActNames = Object.keys(statusActs) as readonly StatusAct[]

export function isStatusAct(name: string): name is StatusAct {
  return Object.hasOwn(statusActs, name)
}

/** The status an act asks for; undefined for those about a proposal that stands. */
export function statusAskedBy(act: StatusAct): NoticeStatus | undefined {
  switch (act) {
    case 'ask_to_withdraw':
    case 'withdraw':
      return 'withdrawn'
    case 'retract':
      return 'retracted'
    case 'take_down':
      return 'taken_down'
    default:
      return undefined
  }
}

/** In words, as the screens and sentences say it. */
export const statusWords: Record<ReaderStatus, string> = {
  live: 'live',
  withdrawn: 'withdrawn',
  retracted: 'retracted',
  taken_down: 'taken down',
}
