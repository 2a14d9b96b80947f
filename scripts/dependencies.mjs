/** Installing what the lock file names, only when it is not there yet; install scripts are never run. [SE15] */
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import process from 'node:process'
import { run } from './children.mjs'
import { isNodeNewEnough, packagedNode, root } from './project.mjs'

/** Installs the project's packages and, where this computer's Node is too old, a packaged one. */
export async function install({ quiet = false } = {}) {
  await installPackages(quiet)
  await installNode(quiet)
}

async function installPackages(quiet) {
  const lock = readFileSync(path.join(root, 'package-lock.json'))
  const name = createHash('sha256').update(lock).digest('hex')
  const stamp = path.join(root, 'node_modules', '.chancery-lock')
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === name) return
  if (!holds(JSON.parse(lock.toString('utf8')))) {
    if (!quiet) console.error('Installing packages…')
    await npmCi(root, quiet)
  }
  mkdirSync(path.dirname(stamp), { recursive: true })
  writeFileSync(stamp, name)
}

/** True when every package of the lock file that belongs on this computer is installed in that version. */
function holds(lock) {
  const installedLock = path.join(root, 'node_modules', '.package-lock.json')
  if (!existsSync(installedLock)) return false
  const installed = JSON.parse(readFileSync(installedLock, 'utf8')).packages
  return Object.entries(lock.packages).every(([place, wanted]) => {
    if (place === '') return true
    const found = installed[place]
    return found === undefined ? wanted.optional === true || wanted.peer === true : found.version === wanted.version
  })
}

async function installNode(quiet) {
  if (isNodeNewEnough()) return
  const packaged = packagedNode()
  if (packaged === undefined || existsSync(packaged)) return
  if (!quiet) console.error(`Installing a newer Node beside yours (${process.versions.node}), for this folder only…`)
  await npmCi(path.join(root, 'scripts', 'node'), quiet)
}

async function npmCi(cwd, quiet) {
  const args = ['ci', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error']
  const npm = process.env.npm_execpath
  const options = { cwd, env: process.env, quiet: true }
  const status =
    npm !== undefined && /\.c?js$/.test(npm)
      ? await run(process.execPath, [npm, ...args], options)
      : await run('npm', args, { ...options, shell: process.platform === 'win32' })
  if (status !== 0) {
    throw new Error(
      `npm could not install the packages of ${quiet ? 'this folder' : path.relative(path.dirname(root), cwd)} (its words are above). Check the connection and try again.`,
    )
  }
}
