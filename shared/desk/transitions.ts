/** The table of `docs/rules/workflow.md`: every act on an edition, from which state to which, and whose right it is. [WF1] */
import { z } from 'zod'
import type { EditionState } from './edition.ts'
import type { CommandKind } from './operation.ts'
import type { Role } from './person.ts'

/** A right: a role, or a relation of the person to this article. */
export type Right = Role | 'ownWriter' | 'submitter' | 'approver' | 'thirdPerson' | 'hub'

export interface Transition {
  /** The operation that asks for it. */
  readonly operation: CommandKind
  /** As on the button and in the history. */
  readonly label: string
  readonly done: string
  readonly from: readonly EditionState[]
  /** `same`: a flag beside the state changes; `before`: back to the state it came from. */
  readonly to: EditionState | 'same' | 'before'
  readonly who: readonly Right[]
  /** Words that must, may or cannot go with it. */
  readonly note: 'required' | 'optional' | 'none'
}

const unpublished = ['draft', 'in_review', 'changes_requested', 'approved', 'scheduled'] as const satisfies readonly EditionState[]

export const transitions = {
  submit: {
    operation: 'workflow.submit',
    label: 'Submit for review',
    done: 'Submitted for review',
    from: ['draft', 'changes_requested'],
    to: 'in_review',
    who: ['ownWriter', 'editor'],
    note: 'optional',
  },
  recall: {
    operation: 'workflow.recall',
    label: 'Recall',
    done: 'Recalled',
    from: ['in_review'],
    to: 'draft',
    who: ['submitter'],
    note: 'none',
  },
  request_changes: {
    operation: 'workflow.request_changes',
    label: 'Request changes',
    done: 'Changes requested',
    from: ['in_review', 'approved', 'scheduled'],
    to: 'changes_requested',
    who: ['editor', 'checker', 'publisher'],
    note: 'required',
  },
  approve: {
    operation: 'workflow.approve',
    label: 'Approve',
    done: 'Approved',
    from: ['in_review'],
    to: 'approved',
    who: ['editor', 'publisher'],
    note: 'none',
  },
  take_back: {
    operation: 'workflow.take_back',
    label: 'Take back',
    done: 'Approval taken back',
    from: ['approved', 'scheduled'],
    to: 'in_review',
    who: ['approver', 'publisher'],
    note: 'required',
  },
  edit_again: {
    operation: 'workflow.edit_again',
    label: 'Edit again',
    done: 'Opened for editing again',
    from: ['approved', 'scheduled'],
    to: 'draft',
    who: ['ownWriter', 'editor'],
    note: 'none',
  },
  schedule: {
    operation: 'workflow.schedule',
    label: 'Schedule…',
    done: 'Scheduled',
    from: ['approved'],
    to: 'scheduled',
    who: ['publisher'],
    note: 'none',
  },
  reschedule: {
    operation: 'workflow.reschedule',
    label: 'Change time…',
    done: 'Time changed',
    from: ['scheduled'],
    to: 'same',
    who: ['publisher'],
    note: 'none',
  },
  unschedule: {
    operation: 'workflow.unschedule',
    label: 'Unschedule…',
    done: 'Unscheduled',
    from: ['scheduled'],
    to: 'before',
    who: ['publisher'],
    note: 'none',
  },
  publish: {
    operation: 'workflow.publish',
    label: 'Publish…',
    done: 'Publishing asked for',
    from: ['approved'],
    to: 'scheduled',
    who: ['publisher'],
    note: 'none',
  },
  release: {
    operation: 'hub.release',
    label: 'Release',
    done: 'Published',
    from: ['scheduled'],
    to: 'published',
    who: ['hub'],
    note: 'none',
  },
  override_publish: {
    operation: 'workflow.override_publish',
    label: 'Publish without review…',
    done: 'Publishing without review asked for',
    from: ['draft', 'in_review'],
    to: 'scheduled',
    who: ['publisher'],
    note: 'required',
  },
  approve_afterwards: {
    operation: 'workflow.approve_afterwards',
    label: 'Approve afterwards',
    done: 'Approved afterwards',
    from: ['scheduled', 'published'],
    to: 'same',
    who: ['thirdPerson'],
    note: 'none',
  },
  open_edition: {
    operation: 'edition.open',
    label: 'New edition…',
    done: 'New edition opened',
    from: ['published'],
    to: 'draft',
    who: ['editor', 'publisher', 'recordsEditor'],
    note: 'none',
  },
  supersede: {
    operation: 'hub.superseded',
    label: 'Supersede',
    done: 'Superseded by a newer edition',
    from: ['published'],
    to: 'superseded',
    who: ['hub'],
    note: 'none',
  },
  spike: {
    operation: 'workflow.spike',
    label: 'Spike',
    done: 'Spiked',
    from: unpublished,
    to: 'spiked',
    who: ['ownWriter', 'editor'],
    note: 'optional',
  },
  unspike: {
    operation: 'workflow.unspike',
    label: 'Unspike',
    done: 'Back from the spike',
    from: ['spiked'],
    to: 'draft',
    who: ['ownWriter', 'editor'],
    note: 'none',
  },
  hold: {
    operation: 'hold.set',
    label: 'Hold',
    done: 'Put on hold',
    from: unpublished,
    to: 'same',
    who: ['editor', 'checker', 'publisher'],
    note: 'required',
  },
  lift_hold: {
    operation: 'hold.lift',
    label: 'Lift the hold',
    done: 'Hold lifted',
    from: unpublished,
    to: 'same',
    who: ['editor', 'checker', 'publisher'],
    note: 'none',
  },
  require_gate: {
    operation: 'gate.require',
    label: 'Require a gate',
    done: 'Gate required',
    from: unpublished,
    to: 'same',
    who: ['editor', 'checker', 'publisher'],
    note: 'none',
  },
  complete_gate: {
    operation: 'gate.complete',
    label: 'Complete a gate',
    done: 'Gate completed',
    from: unpublished,
    to: 'same',
    who: ['editor', 'checker', 'publisher', 'recordsEditor'],
    note: 'none',
  },
} as const satisfies Record<string, Transition>

export type Act = keyof typeof transitions
export const acts = Object.keys(transitions) as readonly Act[]
/** Acts that people do; the hub alone does the others. */
export const peoplesActs = acts.filter((act) => !(transitions[act].who as readonly Right[]).includes('hub'))
export const Act = z.enum(Object.keys(transitions) as [Act, ...Act[]])

/** The act that an operation asks for, or undefined for operations outside the table. */
export function actOf(kind: string): Act | undefined {
  return acts.find((act) => transitions[act].operation === kind)
}

export function isAct(name: string): name is Act {
  return Object.hasOwn(transitions, name)
}
