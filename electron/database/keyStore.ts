/** Where the database's key is kept. For now a file that only its owner can read; passphrases come behind the same interface. [SE6] */
import { randomBytes } from 'node:crypto'
import { closeSync, existsSync, fsyncSync, openSync, readFileSync, renameSync, writeSync } from 'node:fs'
import { join } from 'node:path'

export interface KeyStore {
  /** The key, or undefined when none was ever made. */
  read(): Uint8Array | undefined
  /** Makes, keeps and answers a new key. Throws when there is one. */
  create(): Uint8Array
}

/** A database without its key: never answered with a new, empty one. */
export class MissingKey extends Error {
  constructor(folder: string) {
    super(`The desk in ${folder} is there, but its key file is not. Put the file “key” back, or restore a backup. Nothing was changed.`)
    this.name = 'MissingKey'
  }
}

export function fileKeyStore(folder: string): KeyStore {
  const file = join(folder, 'key')
  return {
    read() {
      if (!existsSync(file)) {
        if (existsSync(join(folder, 'workstation.db'))) throw new MissingKey(folder)
        return undefined
      }
      const key = Buffer.from(readFileSync(file, 'utf8').trim(), 'hex')
      if (key.byteLength !== 32) throw new MissingKey(folder)
      return new Uint8Array(key)
    },
    create() {
      const key = randomBytes(32)
      if (existsSync(file)) throw new Error(`a key is in ${folder} already`)
      // Whole or not there: half a key would be taken for a lost one at every later start.
      const beside = `${file}.unfinished`
      const handle = openSync(beside, 'w', 0o600)
      try {
        writeSync(handle, `${key.toString('hex')}\n`)
        fsyncSync(handle)
      } finally {
        closeSync(handle)
      }
      renameSync(beside, file)
      return new Uint8Array(key)
    },
  }
}
