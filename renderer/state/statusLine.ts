/** What the status line says about saving: three words, and what the screen in front adds. */
import { create } from 'zustand'
import type { Failure } from '../../shared/result.ts'

export type Saving =
  | { readonly kind: 'none' }
  | { readonly kind: 'saving' }
  /** `at`: the instant the workstation committed it. */
  | {
      readonly kind: 'saved'
      readonly at: string
      /** It was ordered by the hub before it was answered: fields and versions are, words follow by themselves. */
      readonly isAtDesk?: true
    }
  | { readonly kind: 'failed'; readonly failure: Failure }

interface StatusLine {
  readonly saving: Saving
  /** Articles whose words could not be saved, with the reason: nothing else that is saved may cover it up. */
  readonly failing: Readonly<Record<string, Failure>>
  /** Why nothing answers this page; absent: it is answered. */
  readonly silence?: Failure | undefined
  /** A sentence about what was just done, such as *Submitted for review.*; empty after the next act, and on the next screen. */
  readonly said: string
  /** The address of the screen on which it stands; absent for the moment in which it is said, since what says it often leads on. */
  readonly saidOn?: string | undefined
  /** What takes it back, while that can be done; absent: nothing does. */
  readonly undo?: (() => void) | undefined
  /** Facts about what is in front: words, reading time. */
  readonly facts: readonly string[]
}

export const useStatusLine = create<StatusLine>(() => ({ saving: { kind: 'none' }, failing: {}, said: '', facts: [] }))

/** `article`: whose words it is about; empty: a field or a version. */
export function showSaving(saving: Saving, article = ''): void {
  const { saving: before, failing: failingBefore } = useStatusLine.getState()
  if (before.kind === 'saving' && saving.kind === 'saving') return
  const { [article]: _healed, ...others } = failingBefore
  const failing = saving.kind === 'failed' ? { ...others, [article]: saving.failure } : saving.kind === 'saving' ? failingBefore : others
  const [failure] = Object.values(failing)
  useStatusLine.setState({ failing, saving: failure ? { kind: 'failed', failure } : saving })
}

/** Says what an act did, where everybody looks for it; no toast. */
export function say(said: string, undo?: () => void): void {
  useStatusLine.setState({ said, undo, saidOn: undefined })
  queueMicrotask(() => useStatusLine.setState({ saidOn: window.location.pathname }))
}

/** Another screen: what was said on the one before is over, unless it can still be taken back. */
export function leaveSaid(path: string): void {
  const { said, saidOn, undo } = useStatusLine.getState()
  if (said !== '' && saidOn !== undefined && saidOn !== path && undo === undefined) say('')
}

export function showSilence(silence: Failure | undefined): void {
  useStatusLine.setState({ silence })
}

export function showFacts(facts: readonly string[]): void {
  useStatusLine.setState({ facts })
}
