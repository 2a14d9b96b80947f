/** The commands for those who work on Chancery, and its command line. */
import { existsSync } from 'node:fs'
import path from 'node:path'
import process from 'node:process'
import { pathToFileURL } from 'node:url'
import { runNode, runNodeForLife } from './children.mjs'
import { install } from './dependencies.mjs'
import { isNodeNewEnough, root, tool } from './project.mjs'
import { buildIfStale } from './sources.mjs'

/** Types, lint, format, dead code: all of them run, so that one look shows everything. */
export async function check() {
  await install()
  const checks = {
    // Forced: an added declaration file does not wake the incremental build.
    types: [tool('typescript', 'bin', 'tsc'), '-b', '--force'],
    lint: [tool('oxlint', 'bin', 'oxlint'), '--deny-warnings'],
    format: [tool('@biomejs', 'biome', 'bin', 'biome'), 'format', '--max-diagnostics=20'],
    'dead code': [tool('knip', 'bin', 'knip.js')],
  }
  const failed = []
  for (const [name, args] of Object.entries(checks)) {
    console.log(`— ${name}`)
    if ((await runNode(args)) !== 0) failed.push(name)
  }
  console.log(failed.length === 0 ? 'All checks pass.' : `Not right yet: ${failed.join(', ')}.`)
  return failed.length === 0 ? 0 : 1
}

export async function build() {
  await install()
  console.log((await buildIfStale()) ? 'Built into out/.' : 'Already built: no source changed.')
  return 0
}

/** The web shell hosting Vite: the page is served from its sources and follows them as they are saved; the rest is built. */
export async function dev(args) {
  await install()
  await buildIfStale()
  process.env.CHANCERY_DEV = '1'
  return runNodeForLife([path.join(root, 'out', 'main', 'web.js'), ...args])
}

export async function bench(args) {
  await install()
  await buildIfStale()
  return runNode(['--expose-gc', path.join(root, 'scripts', 'bench', 'run.mjs'), ...args])
}

export async function pack(args) {
  await install()
  await buildIfStale()
  return runNode([path.join(root, 'scripts', 'package.mjs'), ...args])
}

/** The command line: nothing but its own words on standard output. */
export async function chancery(args) {
  await install({ quiet: true })
  await buildIfStale({ quiet: true })
  const entry = path.join(root, 'out', 'main', 'cli.js')
  if (!existsSync(entry)) throw new Error('The command line was not built: out/main/cli.js is missing.')
  if (!isNodeNewEnough()) return runNode([entry, ...args], { cwd: process.cwd() })
  // The right Node is already running: a second one would only cost time.
  process.argv = [process.execPath, entry, ...args]
  await import(pathToFileURL(entry).href)
  return process.exitCode ?? 0
}
