/** Starting another program so that signals reach it, its exit code comes back, and it does not outlive the runner. */
import { spawn } from 'node:child_process'
import os from 'node:os'
import path from 'node:path'
import process from 'node:process'
import { pathToFileURL } from 'node:url'
import { chosenNode, environment, root } from './project.mjs'
import { onceNpmIsGone } from './starters.mjs'

/** @type {readonly NodeJS.Signals[]} */
const passedOn = ['SIGINT', 'SIGTERM', 'SIGHUP']
const lifeline = pathToFileURL(path.join(root, 'scripts', 'lifeline.mjs')).href

/**
 * Runs a program to its end with this process's streams and passes signals on.
 * Answers its exit code (128 + n when signal n ended it); `quiet` collects its output and shows it only when it fails;
 * `endsWithNpm` asks it to end when the npm that started this process is gone.
 *
 * @param {string} file
 * @param {readonly string[]} args
 * @param {{ env?: NodeJS.ProcessEnv, cwd?: string, quiet?: boolean, stdio?: import('node:child_process').StdioOptions, shell?: boolean, endsWithNpm?: boolean }} [options]
 * @returns {Promise<number>}
 */
export function run(
  file,
  args,
  { env = environment(), cwd = root, quiet = false, stdio = 'inherit', shell = false, endsWithNpm = false } = {},
) {
  return new Promise((resolve, reject) => {
    const child = spawn(file, args, { cwd, env, shell, stdio: quiet ? ['ignore', 'pipe', 'pipe'] : stdio })
    const heard = []
    for (const stream of [child.stdout, child.stderr]) stream?.on('data', (bytes) => heard.push(bytes))
    const forward = Object.fromEntries(passedOn.map((signal) => [signal, () => child.kill(signal)]))
    for (const signal of passedOn) process.on(signal, forward[signal])
    const lookAway = endsWithNpm ? onceNpmIsGone(() => child.kill('SIGTERM')) : () => {}
    const release = () => {
      lookAway()
      for (const signal of passedOn) process.off(signal, forward[signal])
    }
    child.on('error', (error) => {
      release()
      reject(error)
    })
    child.on('close', (code, signal) => {
      release()
      const status = signal === null ? (code ?? 1) : 128 + (os.constants.signals[signal] ?? 1)
      if (quiet && status !== 0) process.stderr.write(Buffer.concat(heard))
      resolve(status)
    })
  })
}

/** Runs a script with the chosen Node. */
export function runNode(args, options) {
  return run(chosenNode(), args, options)
}

/** Runs a script that lives long (a shell): it ends by itself when the runner is killed without a chance to say so, or npm is. */
export function runNodeForLife(args) {
  return run(chosenNode(), ['--import', lifeline, ...args], {
    stdio: ['inherit', 'inherit', 'inherit', 'ipc'],
    cwd: process.cwd(),
    endsWithNpm: true,
  })
}
