/** Bringing to the disk what was written: a few files each by itself, many of them by one flush of the disk they stand on. */
import { spawn } from 'node:child_process'
import { open } from 'node:fs/promises'
import process from 'node:process'
import { absentOnly } from './folderTrouble.ts'

/** From so many on, waiting for all that is being written to the disk costs less than waiting for each. */
const many = 64

/** What stands in these files lasts through a loss of power. */
export async function flushFiles(folder: string, files: readonly string[]): Promise<void> {
  if (files.length >= many && (await flushDisk(folder))) return
  await sideBySide(files, async (file) => {
    const handle = await open(file, 'r+')
    try {
      await handle.datasync()
    } finally {
      await handle.close()
    }
  })
}

/** The names in these folders last through a loss of power. Windows opens no folders and has no need to. */
export async function flushFolders(folder: string, inside: readonly string[]): Promise<void> {
  if (process.platform === 'win32') return
  if (inside.length >= many && (await flushDisk(folder))) return
  await sideBySide(inside, async (path) => {
    const handle = await open(path, 'r').catch(absentOnly)
    try {
      await handle?.sync()
    } finally {
      await handle?.close()
    }
  })
}

/** Linux alone does it for one disk and says whether it came off: `syncfs`, by the command that nearly every Linux has. False: it did not. */
function flushDisk(folder: string): Promise<boolean> {
  if (process.platform !== 'linux') return Promise.resolve(false)
  return new Promise((resolve) => {
    const sync = spawn('/bin/sync', ['-f', folder], { stdio: 'ignore' })
    sync.once('error', () => resolve(false))
    sync.once('exit', (code) => resolve(code === 0))
  })
}

/** As many at once as the process has threads for files. All are waited for; then the first failure is thrown. */
async function sideBySide<T>(list: readonly T[], act: (item: T) => Promise<void>): Promise<void> {
  const left = list.values()
  const worker = async () => {
    for (const item of left) await act(item)
  }
  const ends = await Promise.allSettled([worker(), worker(), worker(), worker()])
  for (const end of ends) if (end.status === 'rejected') throw end.reason
}
