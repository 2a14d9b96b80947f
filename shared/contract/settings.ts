/** The house settings: read, changed, their history, and standing words that wait for a second person. */
import { z } from 'zod'
import type { PersonId } from '../desk/person.ts'
import type { Rewrites } from '../desk/rewrites.ts'
import { HouseSettings } from '../desk/settings.ts'
import type { SettingsEntry } from '../desk/settingsHistory.ts'
import { partNames, type SettingsPart, type StandingPart, standingParts } from '../desk/settingsParts.ts'
import { decidingActs, type WordsAct } from '../desk/standingWords.ts'
import { ask, nothing } from './row.ts'

/** Words that wait for somebody: for agreement, or, sent back, for whoever proposed them. */
export interface WaitingWords {
  readonly part: StandingPart
  /** Number of the proposing operation, and the name of what it says: what a decision is about. */
  readonly proposal: number
  readonly words: string
  readonly by: PersonId
  readonly at: string
  /** The settings as they would be. */
  readonly proposed: HouseSettings
  readonly sentBack: { readonly by: PersonId; readonly at: string; readonly reason: string } | null
  /** What this person may do about it, each with its refusal in words; empty when allowed. */
  readonly acts: readonly { readonly act: WordsAct; readonly refusal: string }[]
  readonly waitsForMe: boolean
}

export interface SettingsView {
  readonly settings: HouseSettings
  /** Names them: what a change is made from. */
  readonly hash: string
  readonly waiting: readonly WaitingWords[]
  /** Whether somebody else has to agree to standing words that this person saves. */
  readonly isAgreedToByAnother: boolean
}

/** What saving came to. */
export interface Saved {
  /** Number of the change in the desk's order; 0: nothing was changed at once. */
  readonly change: number
  readonly changed: readonly SettingsPart[]
  /** Standing words that now wait for somebody else. */
  readonly proposed: readonly StandingPart[]
  readonly rewrites: Rewrites
}

export interface SettingsHistoryRow extends SettingsEntry {
  /** Why it cannot be undone as it is; empty: it can. */
  readonly undoRefusal: string
}

const change = z.int().min(1)

export const settings = {
  'settings.read': ask<SettingsView>()(nothing),
  /** `base`: the hash the change was made from; another one meanwhile answers `conflict`. Standing words are proposed where somebody else can agree. */
  'settings.change': ask<SettingsView & { readonly saved: Saved }>()(z.strictObject({ base: z.string(), settings: HouseSettings })),
  /** How many files of the site would differ. */
  'settings.rewrites': ask<{ readonly rewrites: Rewrites }>()(z.strictObject({ settings: HouseSettings })),
  /** Newest first; `cursor`: `next` of the page before. */
  'settings.history': ask<{ readonly entries: readonly SettingsHistoryRow[]; readonly next: string }>()(
    z.strictObject({
      cursor: z
        .string()
        .regex(/^\d{0,15}$/)
        .default(''),
      limit: z.int().min(1).max(200).default(30),
    }),
  ),
  /** What an entry of the history changed, with the settings before and after; of a proposal as it would have been. */
  'settings.entry': ask<{ readonly entry: SettingsHistoryRow; readonly before: HouseSettings; readonly after: HouseSettings }>()(
    z.strictObject({ change }),
  ),
  /** Puts back what a change changed, as a new change; refused where any of it was changed again since. */
  'settings.undo': ask<SettingsView & { readonly saved: Saved }>()(z.strictObject({ change })),
  /** Brings a part back to how it stood before, or after, an entry of the history: saved the ordinary way. */
  'settings.bringBack': ask<SettingsView & { readonly saved: Saved }>()(
    z.strictObject({ change, part: z.enum(partNames as [SettingsPart, ...SettingsPart[]]), state: z.enum(['before', 'after']) }),
  ),
  /** Decides about proposed words; `reason`: for sending back. */
  'settings.decide': ask<SettingsView & { readonly saved: Saved }>()(
    z.strictObject({
      part: z.enum(standingParts),
      act: z.enum(decidingActs),
      proposal: change,
      words: z.string().max(64),
      reason: z.string().max(4000).default(''),
    }),
  ),
} as const
