/** Every step of the workstation's tables, in order; a step once released is never edited. */
import type { Migration } from '../../../sqlite/migrate.ts'
import { begin } from './0001_begin.ts'
import { read } from './0002_read.ts'
import { waiting } from './0003_waiting.ts'
import { number } from './0004_number.ts'
import { year } from './0005_year.ts'
import { lead } from './0006_lead.ts'
import { merging } from './0007_merging.ts'
import { seen } from './0008_seen.ts'
import { kept } from './0009_kept.ts'
import { deskOperations } from './0010_desk_operations.ts'
import { rights } from './0011_rights.ts'
import { blank } from './0012_blank.ts'
import { listed } from './0013_listed.ts'
import { leaves } from './0014_leaves.ts'
import { undoneNotices } from './0015_undone_notices.ts'
import { indexByHand } from './0016_index_by_hand.ts'
import { seconds } from './0017_seconds.ts'

export const migrations: readonly Migration[] = [
  begin,
  read,
  waiting,
  number,
  year,
  lead,
  merging,
  seen,
  kept,
  deskOperations,
  rights,
  blank,
  listed,
  leaves,
  undoneNotices,
  indexByHand,
  seconds,
]
