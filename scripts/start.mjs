/** `npm start`: opens the workstation in Electron where that is possible, in the browser otherwise. */
import path from 'node:path'
import process from 'node:process'
import { runNodeForLife, run } from './children.mjs'
import { install } from './dependencies.mjs'
import { fetchElectron, findElectron, noWindowBecause } from './electronBinary.mjs'
import { environment, root } from './project.mjs'
import { buildIfStale } from './sources.mjs'

/** Exit code of a program whose libraries are missing, or that cannot be run at all. */
const cannotRun = new Set([126, 127])

/** Answers the shell's exit code. `CHANCERY_SHELL=web|electron` chooses; `--data DIR` and other words go to the shell. */
export async function start(args) {
  const shell = process.env.CHANCERY_SHELL ?? ''
  if (!['', 'web', 'electron'].includes(shell)) throw new Error(`CHANCERY_SHELL is “${shell}”; it can be web or electron.`)
  await install()
  await buildIfStale()
  if (shell === 'web') return startWeb(args)
  const { electron, because } = await electronHere(shell === 'electron')
  if (electron !== undefined) {
    const status = await run(electron, [root, ...args], {
      env: environment({ ELECTRON_RUN_AS_NODE: undefined }),
      cwd: process.cwd(),
      endsWithNpm: true,
    })
    if (!cannotRun.has(status) || shell === 'electron') return status
    return startWeb(args, 'Electron cannot be started on this computer')
  }
  if (shell === 'electron') throw new Error(`CHANCERY_SHELL asks for Electron, but ${because}.`)
  return startWeb(args, because)
}

async function electronHere(isAskedFor) {
  const because = noWindowBecause()
  if (because !== undefined && !isAskedFor) return { because }
  const electron = findElectron() ?? (await fetchElectron())
  return electron === undefined ? { because: 'there is no Electron on this computer and none could be fetched' } : { electron }
}

function startWeb(args, because) {
  if (because !== undefined) console.log(`Without Electron (${because}), Chancery opens in your browser.`)
  return runNodeForLife([path.join(root, 'out', 'main', 'web.js'), ...args])
}
