/** What only the shell around the page can do: a second small table, with the answer of a shell that cannot. */
import { z } from 'zod'
import { type Ask, ask, nothing } from './row.ts'

export interface Appearance {
  readonly theme: 'system' | 'light' | 'dark'
}

/** Files that the system handed to the program to be imported; `notes` are sentences about those that could not be read. */
export interface TakenFiles {
  readonly files: readonly TakenFile[]
  readonly notes: readonly string[]
}

export interface TakenFile {
  readonly name: string
  readonly bytes: Uint8Array
  /** Those that it names and that lie beside it, by their path from it. */
  readonly pictures: readonly { readonly name: string; readonly bytes: Uint8Array }[]
}

export const shellDuties = {
  /** Asks the person, naming the host, then opens it in their browser or mail program; `opened` is false when they declined. [SE1] */
  openAddress: ask<{ readonly opened: boolean }>()(z.strictObject({ address: z.string().max(2000) })),
  /** Shows the folder that holds this desk in the system's file manager. */
  showDataFolder: ask<{ readonly opened: boolean }>()(nothing),
  /** What was handed over since the last time, or the first of it: asked again until nothing comes. The page is told by the message `openedFiles`. */
  takeFiles: ask<TakenFiles>()(nothing),
  readAppearance: ask<Appearance>()(nothing),
  /** Tells the menu which keys somebody chose, by the id of their command; empty: it has none. What is not named has the registry's. */
  showKeys: ask<{ readonly shown: boolean }>()(z.strictObject({ keys: z.record(z.string().max(60), z.string().max(60)) })),
  /** Tells the window whether settings are typed and not saved: it closes without asking the page, and so asks about them itself. */
  holdSettings: ask<{ readonly unsaved: boolean }>()(z.strictObject({ unsaved: z.boolean() })),
  setAppearance: ask<Appearance>()(z.strictObject({ theme: z.enum(['system', 'light', 'dark']) })),
} as const

export type ShellDuties = typeof shellDuties
export type DutyName = keyof ShellDuties
export type DutyOutput<N extends DutyName> = ShellDuties[N] extends Ask<z.ZodType, infer O> ? O : never

export function isDutyName(name: string): name is DutyName {
  return Object.hasOwn(shellDuties, name)
}
