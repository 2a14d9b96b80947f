/** The program itself: its version, where its own files lie, and where a desk lives when nobody says otherwise. */
import { readFileSync } from 'node:fs'
import { homedir } from 'node:os'
import { basename, dirname, join, resolve } from 'node:path'

/** The folder that holds `package.json`, `resources` and `out`: above `electron/` in the source, above `out/main/` in the product. */
export function programFolder(): string {
  const here = import.meta.dirname
  return basename(here) === 'main' && basename(dirname(here)) === 'out' ? resolve(here, '../..') : resolve(here, '..')
}

/** Theme, icons, sample desk: files that ship with the program and are only read. */
export function resourcesFolder(): string {
  return join(programFolder(), 'resources')
}

/** The built interface: `index.html` and what it asks for. */
export function clientFolder(): string {
  return join(programFolder(), 'out', 'client')
}

/** As in `package.json`; told to the hub and printed by the command line. */
export const appVersion: string = readVersion()

function readVersion(): string {
  const { version } = JSON.parse(readFileSync(join(programFolder(), 'package.json'), 'utf8')) as { version: string }
  return version
}

/** A folder of this person's own on this computer, by the platform's custom. `CHANCERY_DATA` and `--data` come before it. */
export function defaultDataFolder(env: NodeJS.ProcessEnv = process.env, platform: NodeJS.Platform = process.platform): string {
  if (env.CHANCERY_DATA) return resolve(env.CHANCERY_DATA)
  if (platform === 'win32') return join(env.APPDATA ?? join(homedir(), 'AppData', 'Roaming'), 'Chancery')
  if (platform === 'darwin') return join(homedir(), 'Library', 'Application Support', 'Chancery')
  return join(env.XDG_DATA_HOME || join(homedir(), '.local', 'share'), 'chancery')
}
