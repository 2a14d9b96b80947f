/** What the window remembers between starts: its place, its zoom, light or dark. Plain text beside the desk, and nothing else in it. */
import ElectronStore from 'electron-store'
import { z } from 'zod'
import type { Appearance } from '../../shared/contract/shellDuties.ts'

const Place = z.object({
  x: z.int().optional(),
  y: z.int().optional(),
  width: z.int().min(400).max(20_000),
  height: z.int().min(300).max(20_000),
  maximised: z.boolean(),
})

const Settings = z.object({
  place: Place.optional().catch(undefined),
  zoom: z.number().min(-4).max(8).catch(0),
  theme: z.enum(['system', 'light', 'dark']).catch('system'),
})

export type WindowPlace = z.infer<typeof Place>

export interface ShellSettings {
  readonly place: WindowPlace | undefined
  readonly zoom: number
  readonly theme: Appearance['theme']
  change(some: { readonly place?: WindowPlace; readonly zoom?: number; readonly theme?: Appearance['theme'] }): void
}

/** Reads `settings.json` in `folder`; a damaged file counts as an empty one. */
export function openSettings(folder: string): ShellSettings {
  const store = new ElectronStore<Record<string, unknown>>({
    cwd: folder,
    name: 'settings',
    clearInvalidConfig: true,
    configFileMode: 0o600,
  })
  const read = () => Settings.parse(store.store)
  return {
    get place() {
      return read().place
    },
    get zoom() {
      return read().zoom
    },
    get theme() {
      return read().theme
    },
    change: (some) => store.set({ ...some }),
  }
}
