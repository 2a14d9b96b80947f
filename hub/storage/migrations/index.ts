/** Every step of the hub's tables, in order; a step once released is never edited. */
import type { Migration } from '../../../sqlite/migrate.ts'
import { begin } from './0001_begin.ts'
import { pictures } from './0002_pictures.ts'
import { front } from './0003_front.ts'
import { named } from './0004_named.ts'
import { goneOut } from './0005_gone_out.ts'
import { renditions } from './0006_renditions.ts'
import { lists } from './0007_lists.ts'
import { queue } from './0008_queue.ts'
import { rights } from './0009_rights.ts'
import { undoneNotices } from './0010_undone_notices.ts'
import { standing } from './0011_standing.ts'

export const migrations: readonly Migration[] = [
  begin,
  pictures,
  front,
  named,
  goneOut,
  renditions,
  lists,
  queue,
  rights,
  undoneNotices,
  standing,
]
