/** What is done to the files of a site folder, by calls that wait: in a thread of its own, where they hold up nobody. [SI3] */
import { accessSync, constants, readdirSync, renameSync, rmdirSync, rmSync, statSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { DeliveryFailure } from '../failure.ts'
import type { FileToWrite, Placing, Step } from './destination.ts'
import { flushFiles, flushFolders } from './flush.ts'
import { absentOnly } from './folderTrouble.ts'
import { type FolderOptions, laidAt, laidName, layFiles, makeFolder } from './laying.ts'
import { within } from './within.ts'

export function checkFolder({ folder, isOwn, isKnown }: FolderOptions): 'ready' | 'empty' {
  const found = statSync(folder, { throwIfNoEntry: false })
  if (!found) {
    if (isKnown && !isOwn) {
      throw new DeliveryFailure(
        'transient',
        `The folder ${folder} is not there any more. Nothing was published or lost; it is tried again by itself. Connect the disk, or choose another folder in Settings.`,
      )
    }
    makeFolder(folder)
    return 'empty'
  }
  if (!found.isDirectory())
    throw new DeliveryFailure(
      'permanent',
      `${folder} is a file, not a folder. Nothing was published or lost. Choose a folder in Settings, then try again.`,
    )
  accessSync(folder, constants.W_OK)
  return statSync(join(folder, 'index.html'), { throwIfNoEntry: false }) ? 'ready' : 'empty'
}

/** Removes what was laid beside these paths, and folders that then hold nothing. */
export function cleanFolder(folder: string, paths: readonly string[]): void {
  for (const inside of new Set(paths.map((path) => dirname(path)))) {
    const laid = namesIn(within(folder, inside)).filter((name) => laidName.test(name))
    for (const name of laid) rmSync(join(within(folder, inside), name), { force: true })
    if (laid.length > 0) removeEmpty(folder, inside)
  }
}

function namesIn(folder: string): readonly string[] {
  try {
    return readdirSync(folder)
  } catch (error) {
    return absentOnly(error) ?? []
  }
}

/** Answers the paths that were laid. When it throws, nothing of these files lies anywhere, nor a folder that was made for them. */
export function layBatch(options: FolderOptions, files: readonly FileToWrite[], step: Step = () => {}): readonly string[] {
  try {
    return layFiles(options, files, (path) => step(`laid ${path}`))
  } catch (error) {
    for (const { path } of files) {
      removeQuietly(laidAt(options.folder, path))
      removeEmpty(options.folder, dirname(path))
    }
    throw error
  }
}

export async function placeBatch({ folder }: FolderOptions, { laid, removals }: Placing, step: Step = () => {}): Promise<void> {
  // Together once all are written: the disk orders them better than we could, one by one.
  await flushFiles(
    folder,
    laid.map((path) => laidAt(folder, path)),
  )
  step('flushed')
  // One after another, in their order: nothing is named before it can be opened.
  for (const path of laid) {
    renameSync(laidAt(folder, path), within(folder, path))
    step(`placed ${path}`)
  }
  for (const path of removals) {
    rmSync(within(folder, path), { force: true })
    removeEmpty(folder, dirname(path))
    step(`removed ${path}`)
  }
}

/** Names, new and gone, stand in their folders. */
export async function settleFolder(folder: string, paths: readonly string[]): Promise<void> {
  await flushFolders(folder, [...new Set(paths.map((path) => dirname(within(folder, path))))])
}

function removeQuietly(file: string): void {
  try {
    rmSync(file, { force: true })
  } catch {
    // The failure that led here is the one to tell of.
  }
}

/** Folders that a removed page leaves empty; one that holds anything stays. */
function removeEmpty(folder: string, inside: string): void {
  for (let path = inside; path !== '.' && path !== ''; path = dirname(path)) {
    try {
      rmdirSync(within(folder, path))
    } catch {
      return
    }
  }
}
