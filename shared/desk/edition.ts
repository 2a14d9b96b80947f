/** An edition: one numbered text of an article, and the state it is in. */
import { z } from 'zod'
import type { Hash } from '../canonical.ts'
import type { PersonId } from './person.ts'

export const editionKinds = [
  'original',
  'update',
  'correction',
  'clarification',
  'editors_note',
  'typographical',
  'withdrawal',
  'retraction',
  'takedown',
] as const
export const EditionKind = z.enum(editionKinds)
export type EditionKind = z.infer<typeof EditionKind>

export const editionStates = [
  'draft',
  'in_review',
  'changes_requested',
  'approved',
  'scheduled',
  'published',
  'superseded',
  'spiked',
] as const
export const EditionState = z.enum(editionStates)
export type EditionState = z.infer<typeof EditionState>

export const gateNames = ['facts', 'legal', 'identity', 'rights'] as const
export const GateName = z.enum(gateNames)
export type GateName = z.infer<typeof GateName>

/** A gate stands beside the state, so that gates run in parallel. Absent: not asked for. [WF9] */
export interface Gate {
  readonly state: 'required' | 'complete'
  readonly by: PersonId
  readonly at: string
  readonly of?: PersonId
  readonly wantedBy?: string
  /** The version it was completed for. */
  readonly version?: Hash
}

export interface Submission {
  readonly version: Hash
  readonly by: PersonId
  readonly at: string
  readonly note: string
  /** The stream it came from: its own workstation knows it again, and nobody else which computer that is. [WF8] */
  readonly stream: string
}

export interface Approval {
  /** The approved bytes, and no others, can be published. [WF4] */
  readonly version: Hash
  readonly by: PersonId
  readonly at: string
  /** Said by the workstation it was made on: the submission came from one of its own streams. [WF8] */
  readonly sameComputer: boolean
}

export interface Schedule {
  readonly version: Hash
  readonly by: PersonId
  /** The instant of release. */
  readonly at: string
  readonly zone: string
  /** True for *Publish* (now + the undo window), false for a chosen time. */
  readonly immediate: boolean
  /** Published without review: the typed reason. */
  readonly override?: string
  /** State to return to when it is undone. */
  readonly before: EditionState
}

export interface Publication {
  readonly version: Hash
  /** Number in the record. */
  readonly number: number
  readonly at: string
  readonly address: string
  /** Digest of the record entry. */
  readonly digest: Hash
  /** Seen live at a destination: the first instant; empty until then. */
  readonly liveAt: string
}

export interface Edition {
  readonly n: number
  readonly kind: EditionKind
  readonly state: EditionState
  readonly submission?: Submission
  readonly approval?: Approval
  readonly schedule?: Schedule
  readonly publication?: Publication
  readonly hold?: { readonly by: PersonId; readonly at: string; readonly reason: string; readonly until: string }
  readonly gates: Partial<Record<GateName, Gate>>
  /** Published by override and not yet approved afterwards by a third person. */
  readonly notReviewed: boolean
  /** Approved or scheduled, it goes out as it is, and words are written on for the next edition; absent: they are not. */
  readonly writesOn?: true
}

/** In words, as the screens and the command line say it. */
export const stateWords: Record<EditionState, string> = {
  draft: 'Draft',
  in_review: 'In review',
  changes_requested: 'Changes requested',
  approved: 'Approved',
  scheduled: 'Scheduled',
  published: 'Published',
  superseded: 'Superseded',
  spiked: 'Spiked',
}

/** The state as a sentence says it: an edition *is* so. */
export function inSentence(state: EditionState): string {
  if (state === 'draft') return 'a draft'
  return state === 'changes_requested' ? 'back for changes' : stateWords[state].toLowerCase()
}
