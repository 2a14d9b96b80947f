/**
 * Noticing that npm is gone. npm and the shell it starts scripts with pass few signals on, so that a program that lives long would go on
 * with nobody left to end it.
 */
import { spawnSync } from 'node:child_process'
import path from 'node:path'
import process from 'node:process'

/** Milliseconds between two looks. */
const interval = 500
const shells = new Set(['sh', 'bash', 'dash', 'ash', 'zsh', 'ksh', 'busybox'])

/**
 * Calls `act` once when one of the processes by which npm started this one has ended. What npm did not start has nobody to miss: it may be
 * meant to outlive the terminal. Answers what ends the looking.
 *
 * @param {() => void} act
 * @returns {() => void}
 */
export function onceNpmIsGone(act) {
  // Windows knows no such signals and keeps the number of a parent that is gone.
  if (process.env.npm_lifecycle_event === undefined || process.platform === 'win32') return () => {}
  const parent = process.ppid
  const npm = startedByShell(parent)
  const timer = setInterval(() => {
    if (process.ppid === parent && (npm === undefined || isAlive(npm))) return
    clearInterval(timer)
    act()
  }, interval)
  timer.unref()
  return () => clearInterval(timer)
}

/** The process above `pid` where `pid` is a shell, which then stands between npm and this process; undefined: it is npm itself, or is not known. */
function startedByShell(pid) {
  const { stdout } = spawnSync('ps', ['-o', 'ppid=,comm=', '-p', String(pid)], { encoding: 'utf8' })
  const [, above, name = ''] = /^\s*(\d+)\s+(.+?)\s*$/.exec(stdout ?? '') ?? []
  return above !== undefined && shells.has(path.basename(name)) ? Number(above) : undefined
}

function isAlive(pid) {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return error.code === 'EPERM'
  }
}
