/** Finding an Electron that can be started here, and fetching one when the net answers. */
import { existsSync, mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import process from 'node:process'
import { runNode } from './children.mjs'
import { cache, environment, tool } from './project.mjs'

const inFolder = { darwin: 'Electron.app/Contents/MacOS/Electron', win32: 'electron.exe' }
const source = 'https://github.com/electron/electron/releases/download/'
const answersWithin = 5000
/** A net that did not answer is not asked again for this long, so that every start is quick. */
const askAgainAfter = 3_600_000

/** The executable of an Electron folder. */
export function executableIn(folder) {
  return path.join(folder, inFolder[process.platform] ?? 'electron')
}

/** Path of an Electron executable, or undefined when there is none on this computer. */
export function findElectron() {
  const folders = [process.env.ELECTRON_OVERRIDE_DIST_PATH, tool('electron', 'dist')]
  return folders
    .filter(Boolean)
    .map(executableIn)
    .find((file) => existsSync(file))
}

/** Why a window cannot be opened here even with an Electron, in words; undefined when it can. */
export function noWindowBecause() {
  if (process.platform !== 'linux') return undefined
  if (!process.env.DISPLAY && !process.env.WAYLAND_DISPLAY) return 'there is no screen to open a window on'
  if (process.getuid?.() === 0) return 'Electron’s sandbox does not work for root'
  return undefined
}

/** Fetches Electron if the net answers within five seconds; answers its executable, or undefined. */
export async function fetchElectron() {
  const failed = path.join(cache, 'electron-not-fetched')
  const before = statSync(failed, { throwIfNoEntry: false })
  if (before !== undefined && Date.now() - before.mtimeMs < askAgainAfter) return undefined
  if (await netAnswers()) {
    console.error('Fetching Electron, once (about 110 MB)…')
    const status = await runNode([tool('electron', 'install.js')], { env: environment(), quiet: true })
    if (status === 0) return findElectron()
  }
  mkdirSync(cache, { recursive: true })
  writeFileSync(failed, '')
  return undefined
}

async function netAnswers() {
  const { version } = JSON.parse(readFileSync(tool('electron', 'package.json'), 'utf8'))
  const mirror = process.env.ELECTRON_MIRROR ?? process.env.npm_config_electron_mirror ?? source
  try {
    const address = new URL(`v${version}/SHASUMS256.txt`, mirror.endsWith('/') ? mirror : `${mirror}/`)
    const answer = await fetch(address, { method: 'HEAD', signal: AbortSignal.timeout(answersWithin) })
    return answer.ok
  } catch {
    return false
  }
}
