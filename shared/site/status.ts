/** What a reader meets at an article, told from the record alone: by the kind of its newest edition. [SI5] */
import type { Released } from './model.ts'

export function statusOf(kind: string): Released['status'] {
  if (kind === 'withdrawal') return 'withdrawn'
  if (kind === 'retraction') return 'retracted'
  return kind === 'takedown' ? 'taken_down' : 'live'
}
