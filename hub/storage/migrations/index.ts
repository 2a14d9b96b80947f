/** Every step of the hub's tables, in order; a step once released is never edited. */
import type { Migration } from '../../../sqlite/migrate.ts'
import { begin } from './0001_begin.ts'

export const migrations: readonly Migration[] = [begin]
