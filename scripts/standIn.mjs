/** A folder laid out as Electron's, with nothing of Electron in it: enough for the packager to do all its steps without a net. */
import { chmodSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { tool } from './project.mjs'

/** Where the packager looks for the switches that it turns; then their version, their count, and one letter each. */
const fuses = `dL7pKGdnNz796PbbjQWNKmHXBZaB9tsX\u0001\u0008${'0'.repeat(8)}`
const program = `#!/bin/sh\necho 'This package was made without Electron: it shows its contents and cannot start.' >&2\nexit 1\n# ${fuses}\n`

/** Makes the folder anew and answers its path. */
export function makeStandIn(folder) {
  const { version } = JSON.parse(readFileSync(tool('electron', 'package.json'), 'utf8'))
  rmSync(folder, { recursive: true, force: true })
  mkdirSync(path.join(folder, 'locales'), { recursive: true })
  mkdirSync(path.join(folder, 'resources'))
  const files = {
    electron: program,
    version,
    LICENSE: 'See https://www.electronjs.org\n',
    'LICENSES.chromium.html': '<!doctype html><title>Licences</title>\n',
    'chrome-sandbox': '',
    'locales/en-GB.pak': '',
    'resources.pak': '',
  }
  for (const [name, text] of Object.entries(files)) writeFileSync(path.join(folder, name), text)
  chmodSync(path.join(folder, 'electron'), 0o755)
  return folder
}
