/** Writing files and nothing else: what building and publishing are compared with. */
import { mkdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'

export interface BareFile {
  readonly name: string
  readonly bytes: Uint8Array
}

/** `folder`: a new one, or one with the same files. */
export function writeBare(folder: string, files: readonly BareFile[]): void {
  for (const { name, bytes } of files) {
    const file = path.join(folder, name)
    mkdirSync(path.dirname(file), { recursive: true })
    writeFileSync(file, bytes)
  }
}
