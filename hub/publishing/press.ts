/** The press: everything a page is made with beside the record – the house, this renderer, the theme – under one name. */
import { statSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { canonicalText, type Hash, hashOf } from '../../shared/canonical.ts'
import type { DeskState } from '../../shared/desk/desk.ts'
import type { HouseSettings } from '../../shared/desk/settings.ts'
import { frontName, type FrontSlots, noFront } from '../../shared/desk/front.ts'
import { themeAssets } from '../../shared/site/assets.ts'
import type { House } from '../../shared/site/model.ts'
import { rendererVersion } from '../../shared/site/renderer.ts'
import type { HubContext } from '../context.ts'
import { contentHash } from './contentHash.ts'
import { readDesk } from '../storage/projections.ts'

export interface Press {
  readonly house: House
  readonly theme: ReadonlyMap<string, Uint8Array>
  /** Changes whenever any page could look different for the same record; the subject of a rebuild. [QU3] */
  readonly made: Hash
  readonly destinations: HouseSettings['destinations']
  readonly front: PressFront
}

/** What stands where on the front: no part of `made`, so that arranging it writes the front and nothing else. */
export interface PressFront {
  readonly slots: FrontSlots
  /** By what it holds. */
  readonly name: string
  /** By the act that arranged it so: the subject of its queue entry. */
  readonly subject: Hash
}

/** Undefined before the desk has begun. Throws when a file of the theme is missing: the program is incomplete. */
export async function openPress(hub: Pick<HubContext, 'db' | 'resources'>): Promise<Press | undefined> {
  const desk = await readDesk(hub.db)
  return desk && pressOf(hub.resources, desk)
}

/** The press of a desk as it stands, or as it would stand with other settings. */
export async function pressOf(resources: string, desk: Pick<DeskState, 'settings' | 'front'>): Promise<Press> {
  const theme = new Map<string, Uint8Array>()
  const files: string[] = []
  for (const { name } of themeAssets) {
    const { bytes, content } = await themeFile(join(resources, 'theme', name))
    theme.set(name, bytes)
    files.push(`${name} ${content}\n`)
  }
  const settings = printed(desk.settings)
  const settingsHash = hashOf('chancery/printed-settings/1\n', canonicalText(settings))
  return {
    house: { settings, settingsHash, rendererVersion },
    theme,
    made: hashOf('chancery/press/1\n', settingsHash, rendererVersion, '\n', ...files),
    destinations: desk.settings.destinations,
    front: pressFront(desk.front?.slots ?? noFront, desk.front?.seq ?? 0),
  }
}

export function pressFront(slots: FrontSlots, seq: number): PressFront {
  const name = frontName(slots)
  return { slots, name, subject: hashOf('chancery/arranged/1\n', `${name} ${seq}`) }
}

/** What pages can read of the settings; today's weather, the undo window and the destinations would rebuild a site that shows none of them. */
function printed(settings: HouseSettings): HouseSettings {
  return {
    ...settings,
    weather: { date: '', condition: '', temperature: null, humidity: null, wind: null },
    undoSeconds: 0,
    destinations: [],
  }
}

interface ThemeFile {
  readonly bytes: Uint8Array
  readonly content: Hash
  /** Changes with the file. */
  readonly stamp: string
}

/** By path: every delivery asks for all of them, and they change with the program, or under the hands of who draws them. */
const kept = new Map<string, ThemeFile>()

async function themeFile(path: string): Promise<ThemeFile> {
  const { mtimeMs, ctimeMs, size, ino } = statSync(path)
  // A copy may bring along when its original was written; when it came here it cannot.
  const stamp = `${mtimeMs} ${ctimeMs} ${size} ${ino}`
  const known = kept.get(path)
  if (known?.stamp === stamp) return known
  const bytes = await readFile(path)
  const file = { bytes, content: contentHash(bytes), stamp }
  kept.set(path, file)
  return file
}
