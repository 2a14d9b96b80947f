/** What the status line says about saving, gathered from every part of every article, and what the screen in front adds. */
import { create } from 'zustand'
import type { FieldName } from '../../shared/desk/fields.ts'
import type { Failure } from '../../shared/result.ts'

/** What of an article is saved by itself. */
export interface Part {
  readonly article: string
  readonly what: 'words' | 'version' | FieldName
}

/** What is heard of one part. */
export type PartSaving =
  | { readonly kind: 'saving' }
  /** `at`: the instant the workstation committed it. */
  | {
      readonly kind: 'saved'
      readonly at: string
      /** It was ordered by the hub before it was answered: fields and versions are, words follow by themselves. */
      readonly isAtDesk?: true
    }
  | { readonly kind: 'failed'; readonly failure: Failure }

type Unsaved = Extract<PartSaving, { readonly kind: 'saving' | 'failed' }> & { readonly part: Part }

/** When everything was saved that was. */
interface Saved {
  readonly kind: 'saved'
  readonly at: string
  /** Until the hub has what was saved at this instant, not all of it is at the desk; empty: it is. */
  readonly awaited: string
}

/** What is said of all parts together. */
export type Saving =
  | { readonly kind: 'none' }
  | { readonly kind: 'saving' }
  | Saved
  /** `isWords`: of words, which stay on the screen and are tried again. */
  | { readonly kind: 'failed'; readonly failure: Failure; readonly isWords: boolean }

interface Undo {
  readonly take: () => void
  /** How long it is offered: until something else is said, or only on its screen, which has other ways back. */
  readonly on: 'anyScreen' | 'itsScreen'
}

interface StatusLine {
  /** Derived from `unsaved` and `saved` and from nothing else. */
  readonly saving: Saving
  /** Every part that is on its way or could not be saved, by its name: nothing that is saved meanwhile covers one of them up. */
  readonly unsaved: Readonly<Record<string, Unsaved>>
  readonly saved?: Saved | undefined
  /** Why nothing answers this page; absent: it is answered. */
  readonly silence?: Failure | undefined
  /** A sentence about what was just done, such as *Submitted for review.*; empty after the next act, and on the next screen. */
  readonly said: string
  /** The address of the screen on which it stands; absent for the moment in which it is said, since what says it often leads on. */
  readonly saidOn?: string | undefined
  /** What takes it back, while that can be done; absent: nothing does. */
  readonly undo?: Undo | undefined
  /** Facts about what is in front: words, reading time. */
  readonly facts: readonly string[]
}

export const useStatusLine = create<StatusLine>(() => ({ saving: { kind: 'none' }, unsaved: {}, said: '', facts: [] }))

/** Hears that `part` is on its way, saved or not, and says what is now true of all. [IN23] */
export function showSaving(part: Part, heard: PartSaving): void {
  const { unsaved: before, saved: savedBefore } = useStatusLine.getState()
  const name = `${part.article} ${part.what}`
  // Heard with every key; nothing is drawn for it.
  if (heard.kind === 'saving' && before[name]?.kind === 'saving') return
  const { [name]: _before, ...others } = before
  const unsaved = heard.kind === 'saving' || heard.kind === 'failed' ? { ...others, [name]: { ...heard, part } } : others
  const saved = heard.kind === 'saved' ? together(savedBefore, heard) : savedBefore
  useStatusLine.setState({ unsaved, saved, saving: savingOf(Object.values(unsaved), saved) })
}

/** The fields of `article` are not on the screen any more, nor is what could not be saved of them; what is on its way still is. */
export function giveUpFields(article: string): void {
  const { unsaved: before, saved } = useStatusLine.getState()
  const isGivenUp = ({ kind, part }: Unsaved) => kind === 'failed' && part.article === article && part.what !== 'words'
  const unsaved = Object.fromEntries(Object.entries(before).filter(([, one]) => !isGivenUp(one)))
  useStatusLine.setState({ unsaved, saving: savingOf(Object.values(unsaved), saved) })
}

function together(before: Saved | undefined, { at, isAtDesk }: Extract<PartSaving, { readonly kind: 'saved' }>): Saved {
  return { kind: 'saved', at: before && before.at > at ? before.at : at, awaited: isAtDesk ? (before?.awaited ?? '') : at }
}

/** What could not be saved first, words before fields; then what is on its way; only then what is saved. */
function savingOf(unsaved: readonly Unsaved[], saved: Saved | undefined): Saving {
  const failed = unsaved.filter((one) => one.kind === 'failed')
  const worst = failed.find(({ part }) => part.what === 'words') ?? failed[0]
  if (worst) return { kind: 'failed', failure: worst.failure, isWords: worst.part.what === 'words' }
  return unsaved.length > 0 ? { kind: 'saving' } : (saved ?? { kind: 'none' })
}

/** Says what an act did, where everybody looks for it; no toast. */
export function say(said: string, undo?: () => void, on: Undo['on'] = 'anyScreen'): void {
  useStatusLine.setState({ said, undo: undo && { take: undo, on }, saidOn: undefined })
  queueMicrotask(() => useStatusLine.setState({ saidOn: window.location.pathname }))
}

/** Another screen: what was said on the one before is over, unless it can still be taken back there. */
export function leaveSaid(path: string): void {
  const { said, saidOn, undo } = useStatusLine.getState()
  if (said === '' || saidOn === undefined || saidOn === path) return
  const stays = undo?.on === 'anyScreen' || (undo !== undefined && screenOf(saidOn) === screenOf(path))
  if (!stays) say('')
}

/** `settings` of `/settings/words`. */
function screenOf(path: string): string | undefined {
  return path.split('/')[1]
}

export function showSilence(silence: Failure | undefined): void {
  useStatusLine.setState({ silence })
}

export function showFacts(facts: readonly string[]): void {
  useStatusLine.setState({ facts })
}
