/** Building only when something changed, and never twice at once. */
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import process from 'node:process'
import { setTimeout as wait } from 'node:timers/promises'
import { runNode } from './children.mjs'
import { cache, root, tool } from './project.mjs'

const folders = ['shared', 'sqlite', 'electron', 'hub', 'renderer', 'resources']
const files = ['vite.config.ts', 'tsconfig.base.json', 'package.json', 'package-lock.json']
const stampFile = path.join(root, 'out', '.stamp')
const lockFolder = path.join(cache, 'build.lock')

/** Builds `out/` if its sources changed since; answers true when it built. Throws when the build fails. */
export async function buildIfStale({ quiet = false } = {}) {
  if (isFresh(sourceStamp())) return false
  await underLock(async () => {
    const stamp = sourceStamp()
    if (isFresh(stamp)) return
    if (!quiet) console.error('Building…')
    rmSync(stampFile, { force: true })
    const status = await runNode(
      [tool('vite', 'bin', 'vite.js'), 'build', '--app', '--logLevel', 'warn', '--config', path.join(root, 'vite.config.ts')],
      { quiet: true },
    )
    if (status !== 0) throw new Error('The build failed; its words are above.')
    // Taken before the build: a file saved during it makes the next run build again.
    writeFileSync(stampFile, stamp)
  })
  return true
}

function isFresh(stamp) {
  return existsSync(stampFile) && readFileSync(stampFile, 'utf8') === stamp
}

/** Names, sizes and times of all sources: 1,000 files take a few milliseconds. */
function sourceStamp() {
  const hash = createHash('sha256')
  for (const folder of folders) addFolder(hash, folder)
  for (const file of files) addFile(hash, file)
  return hash.digest('hex')
}

function addFolder(hash, folder) {
  const full = path.join(root, folder)
  if (!existsSync(full)) return
  for (const entry of readdirSync(full, { withFileTypes: true }).sort((a, b) => (a.name < b.name ? -1 : 1))) {
    const name = path.join(folder, entry.name)
    if (entry.isDirectory()) addFolder(hash, name)
    else if (entry.isFile()) addFile(hash, name)
  }
}

function addFile(hash, name) {
  const { size, mtimeMs } = statSync(path.join(root, name))
  hash.update(`${name}\0${size}\0${mtimeMs}\n`)
}

/** A folder is made atomically everywhere; the process id in it tells a lock that was left behind from one that is held. */
async function underLock(work) {
  mkdirSync(cache, { recursive: true })
  const owner = path.join(lockFolder, 'pid')
  for (;;) {
    try {
      mkdirSync(lockFolder)
      break
    } catch (error) {
      if (error.code !== 'EEXIST') throw error
      if (isLeftBehind(owner)) rmSync(lockFolder, { recursive: true, force: true })
      else await wait(100)
    }
  }
  writeFileSync(owner, String(process.pid))
  try {
    await work()
  } finally {
    rmSync(lockFolder, { recursive: true, force: true })
  }
}

function isLeftBehind(owner) {
  if (!existsSync(owner)) {
    const made = statSync(lockFolder, { throwIfNoEntry: false })
    return made !== undefined && Date.now() - made.mtimeMs > 2000
  }
  try {
    process.kill(Number(readFileSync(owner, 'utf8')), 0)
    return false
  } catch (error) {
    // ENOENT: released this very moment; the next round takes it.
    return error.code === 'ESRCH'
  }
}
