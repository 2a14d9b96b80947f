/** Writing files and nothing else: what building and publishing are compared with. */
import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'

export interface BareFile {
  readonly name: string
  readonly bytes: Uint8Array
}

export function writeBare(folder: string, files: readonly BareFile[]): void {
  rmSync(folder, { recursive: true, force: true })
  for (const { name, bytes } of files) {
    const file = path.join(folder, name)
    mkdirSync(path.dirname(file), { recursive: true })
    writeFileSync(file, bytes)
  }
}
