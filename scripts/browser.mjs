/** A Chromium for the tests: named by CHROMIUM, found in its usual places, or installed from Debian when that is possible. */
import { existsSync } from 'node:fs'
import path from 'node:path'
import process from 'node:process'
import { run } from './children.mjs'

const usualPlaces = {
  linux: ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome', '/snap/bin/chromium'],
  darwin: ['/Applications/Chromium.app/Contents/MacOS/Chromium', '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome'],
  win32: [
    'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
    'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe',
  ],
}

/** Path of a Chromium; undefined, with a line that says what to install, when there is none. */
export async function chromium() {
  const found = findChromium()
  if (found !== undefined) return found
  if (process.platform === 'linux' && process.getuid?.() === 0 && existsSync('/usr/bin/apt-get')) {
    console.error('Installing Chromium for the tests…')
    if (await installFromDebian()) return findChromium()
  }
  console.error('No Chromium was found: tests in a real browser are skipped. Install Chromium, or name one in CHROMIUM.')
  return undefined
}

function findChromium() {
  const named = process.env.CHROMIUM
  if (named !== undefined && named !== '') {
    if (existsSync(named)) return named
    throw new Error(`CHROMIUM names ${named}, which does not exist.`)
  }
  return (usualPlaces[process.platform] ?? []).map((file) => path.normalize(file)).find((file) => existsSync(file))
}

async function installFromDebian() {
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
  const apt = (...args) => run('apt-get', ['-o', 'DPkg::Lock::Timeout=300', '-qq', ...args], { env, quiet: true })
  const packages = ['install', '-y', '--no-install-recommends', 'chromium', 'fonts-liberation']
  if ((await apt(...packages)) === 0) return true
  // A fresh machine has no package lists yet.
  return (await apt('update')) === 0 && (await apt(...packages)) === 0
}
