/** Files that the system handed to the program, to be imported: kept until the page asks for them, read then, with the pictures beside them, and not before. */
import { readFile, stat } from 'node:fs/promises'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import type { TakenFile, TakenFiles } from '../../shared/contract/shellDuties.ts'
import { picturesBeside } from '../importing/picturesBeside.ts'

/** As `electron-builder.yml` names them to the system. */
const extensions: ReadonlySet<string> = new Set(['.txt', '.md', '.markdown', '.html', '.htm'])
const largest = 50 * 1024 * 1024
/** More at once are left to a second look at the folder; a hand selects no more by chance. */
const most = 200
/** Bytes after which the page gets what was read, and asks again: two hundred texts with all their pictures would be more than fits. */
const atOnce = 200 * 1024 * 1024

export interface OpenedFiles {
  /** Files named by a command line, whole: switches, the program and `--data DIR` are passed over. True: there were some. */
  addFrom(args: readonly string[], cwd: string): boolean
  add(file: string): void
  /** What was added since the last time, or the first of it: until there is neither a file nor a note there may be more. */
  take(): Promise<TakenFiles>
}

export function openedFiles(): OpenedFiles {
  let waiting: string[] = []
  const add = (file: string) => {
    if (!waiting.includes(file)) waiting.push(file)
  }
  return {
    addFrom(args, cwd) {
      const named = filesIn(args, cwd)
      for (const file of named) add(file)
      return named.length > 0
    },
    add,
    async take() {
      const notes: string[] = []
      if (waiting.length > most) {
        notes.push(`Only the first ${most} of ${waiting.length} files were taken. Nothing is lost: open the others again.`)
        waiting = waiting.slice(0, most)
      }
      const files: TakenFile[] = []
      for (let bytes = 0; bytes < atOnce; ) {
        const file = waiting.shift()
        if (file === undefined) break
        const read = await readOne(file)
        if ('note' in read) notes.push(read.note)
        else {
          files.push(read)
          for (const part of [read, ...read.pictures]) bytes += part.bytes.byteLength
        }
      }
      return { files, notes }
    },
  }
}

function filesIn(args: readonly string[], cwd: string): readonly string[] {
  return args.flatMap((arg, index) => {
    if (arg.startsWith('-') || args[index - 1] === '--data') return []
    const file = arg.startsWith('file://') ? fileURLToPath(arg) : path.resolve(cwd, arg)
    return extensions.has(path.extname(file).toLowerCase()) ? [file] : []
  })
}

async function readOne(file: string): Promise<TakenFile | { readonly note: string }> {
  const name = path.basename(file)
  try {
    const { size } = await stat(file)
    if (size > largest)
      return {
        note: `“${name}” has ${Math.round(size / 1024 / 1024)} MB; a text may have 50 MB at the most. Nothing was imported from it.`,
      }
    const bytes = new Uint8Array(await readFile(file))
    return { name, bytes, pictures: await picturesBeside(path.dirname(file), name, bytes) }
  } catch (error) {
    return {
      note: `“${name}” could not be read (${error instanceof Error && 'code' in error ? String(error.code) : 'unknown'}). Nothing was imported from it, and the file is as it was.`,
    }
  }
}
