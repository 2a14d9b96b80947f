/** Packages the built product: with the Electron of this computer, or, where there is none, in a stand-in folder that proves all but the start. */
import { existsSync } from 'node:fs'
import path from 'node:path'
import process from 'node:process'
import { run } from './children.mjs'
import { executableIn } from './electronBinary.mjs'
import { cache, chosenNode, environment, root, tool } from './project.mjs'
import { makeStandIn } from './standIn.mjs'

const args = process.argv.slice(2)
// Without words of one's own: the folder as it would be installed, for this computer.
const isPlain = !args.some((arg) => !arg.startsWith('--config.'))
const folder = [process.env.ELECTRON_OVERRIDE_DIST_PATH, tool('electron', 'dist')]
  .filter(Boolean)
  .find((place) => existsSync(executableIn(place)))
const electron = folder ?? (isPlain ? makeStandIn(path.join(cache, 'electron-stand-in')) : undefined)

if (folder === undefined && isPlain)
  console.log(
    'There is no Electron on this computer: the package is made around a stand-in. It shows what would be shipped and does not start.',
  )
process.exitCode = await run(
  chosenNode(),
  [
    tool('electron-builder', 'cli.js'),
    ...(isPlain ? ['--dir'] : []),
    '--config',
    path.join(root, 'electron-builder.yml'),
    // Without one of its own, the packager fetches it.
    ...(electron === undefined ? [] : [`--config.electronDist=${electron}`]),
    '--publish=never',
    ...args,
  ],
  { env: environment({ CSC_IDENTITY_AUTO_DISCOVERY: process.env.CSC_LINK ? undefined : 'false' }) },
)
