/** A line of an article's history in words; of a notice to readers it names which one it was. */
import type { ArticleState, HistoryEntry } from './article.ts'
import type { EditionKind } from './edition.ts'
import { historyWords } from './everyAct.ts'
import { type NoticeStatus, noticeStatuses, statusMoves } from './publicStatus.ts'

/** What is known of the article beside the line. `proposal`: the one that waits, if any. */
export interface HistoryAround {
  readonly history: readonly HistoryEntry[]
  readonly editions: readonly { readonly n: number; readonly kind: EditionKind }[]
  readonly proposal?: ArticleState['proposal'] | null
}

const words: Record<NoticeStatus, { readonly proposed: string; readonly done: string; readonly seen: string }> = {
  withdrawn: { proposed: 'Withdrawal proposed', done: 'Withdrawn', seen: 'The withdrawal was confirmed' },
  retracted: { proposed: 'Retraction proposed', done: 'Retracted', seen: 'The retraction was confirmed' },
  taken_down: { proposed: 'Taking down proposed', done: 'Taken down', seen: 'The taking down was confirmed by a second person' },
}

/** The log names the notice where it is proposed; the line of it does not, and is told from the edition that came of it. */
export function historyLine(entry: HistoryEntry, around: HistoryAround): string {
  const status = entry.act.startsWith('status.') ? statusOf(entry, around) : undefined
  if (!status) return historyWords(entry.act)
  switch (entry.act) {
    case 'status.propose':
      return words[status].proposed
    // A notice has a version of its own; who only agrees to what was done names none.
    case 'status.confirm':
      return entry.version ? words[status].done : words[status].seen
    default:
      return historyWords(entry.act)
  }
}

function statusOf(entry: HistoryEntry, { history, editions, proposal }: HistoryAround): NoticeStatus | undefined {
  if (entry.act === 'status.confirm') return statusOfKind(editions.find(({ n }) => n === entry.edition)?.kind)
  const next = history.find(({ seq, act }) => seq > entry.seq && act.startsWith('status.'))
  if (next === undefined) return proposal?.status
  return next.act === 'status.confirm' && next.version ? statusOfKind(editions.find(({ n }) => n === next.edition)?.kind) : undefined
}

function statusOfKind(kind: EditionKind | undefined): NoticeStatus | undefined {
  return noticeStatuses.find((status) => statusMoves[status].kind === kind)
}
