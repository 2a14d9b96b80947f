/** The desk: whether one is begun here, who sits at it in this session, its settings. */
import { z } from 'zod'
import type { Person } from '../desk/person.ts'
import { Role } from '../desk/person.ts'
import { ask, bytes, nothing, personId } from './row.ts'

export interface DeskStatus {
  /** `none`: first run; nothing is stored yet. */
  readonly phase: 'none' | 'ready'
  readonly publication: string
  readonly zone: string
  readonly sample: boolean
  /** Who sits at the desk in this session; null until somebody chose. */
  readonly person: Person | null
  readonly people: readonly Person[]
  /** Work that waits for the person of this session, by screen. */
  readonly waiting: { readonly review: number; readonly queue: number; readonly mine: number; readonly settings: number }
  /** Operations kept here that the hub has not ordered yet, and since when it cannot be reached (empty: it can). */
  readonly unsent: number
  /** Articles among them. */
  readonly unsentArticles: number
  readonly offlineSince: string
  /** When the hub of this computer last ended by itself and was begun again; empty: never since the program was started. */
  readonly hubReopenedAt: string
  /** A sentence when the file can only be read (newer than this program, or damaged); empty otherwise. */
  readonly readOnly: string
  readonly dataFolder: string
}

export const desk = {
  'desk.status': ask<DeskStatus>()(nothing),
  /**
   * When the words that this window saved last came to the desk; where it saved none, when everything kept here did. Empty: they are on
   * their way, or nothing was sent since the program began.
   */
  'desk.sent': ask<{ readonly at: string }>()(nothing),
  /** Begins a desk and seats its founder in this session. A blank name becomes “The editor”. */
  'desk.begin': ask<DeskStatus>()(
    z.strictObject({
      publication: z.string().trim().min(1, 'needs a name').max(80),
      name: z.string().trim().max(120),
      shape: z.enum(['justMe', 'twoOfUs', 'aDesk']),
    }),
  ),
  'desk.beginSample': ask<DeskStatus>()(nothing),
  /** A backup, piece after piece, before a desk is begun; `upload` names what belongs together. Answers how much is there. */
  'desk.uploadBackup': ask<{ readonly size: number }>()(z.strictObject({ upload: z.uuid(), offset: z.int().min(0), bytes })),
  /** Brings back the desk that was handed in; it opens at once, in every window. `name`: the file's, for sentences only. */
  'desk.restore': ask<{ readonly restored: true }>()(
    z.strictObject({ upload: z.uuid(), name: z.string().max(400), code: z.string().max(200) }),
  ),
  'people.add': ask<Person>()(
    z.strictObject({ name: z.string().trim().min(1, 'needs a name').max(120), roles: z.array(Role).min(1, 'needs at least one role') }),
  ),
  'people.rename': ask<Person>()(z.strictObject({ id: personId, name: z.string().trim().min(1).max(120) })),
  'people.setRoles': ask<Person>()(z.strictObject({ id: personId, roles: z.array(Role) })),
  /** Seats a person in this session only; names are taken on trust. [WF8] */
  'people.sitDown': ask<DeskStatus>()(z.strictObject({ id: personId })),
  'people.getUp': ask<DeskStatus>()(nothing),
} as const
