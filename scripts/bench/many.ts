/** A desk of very many articles, made once in a run: lists and searches are measured on it. */
import { copyFileSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import process from 'node:process'
import Database from 'better-sqlite3'
import { unlock } from '../../sqlite/open.ts'
import { type Corpus, corpusOf } from './corpus.ts'
import { fillDesk, keyOf, openDesk } from './desk.ts'
import type { BenchOptions } from './measure.ts'

export interface ManyArticles {
  readonly folder: string
  readonly articles: number
  readonly corpus: Corpus
  /** The same tables with the same rows in a file that is not encrypted. */
  readonly plainFile: string
}

let made: Promise<ManyArticles> | undefined

/** Removed when the process ends. */
export function manyArticles(options: BenchOptions): Promise<ManyArticles> {
  made ??= make(options)
  return made
}

async function make({ quick, say }: BenchOptions): Promise<ManyArticles> {
  const articles = quick ? 5000 : 100_000
  say(`Making a desk of ${articles} articles …`)
  const folder = mkdtempSync(path.join(tmpdir(), 'chancery-bench-many-'))
  process.once('exit', () => rmSync(folder, { recursive: true, force: true }))
  const desk = await openDesk(folder)
  const { person } = desk
  await desk.close()
  const corpus = corpusOf(7)
  fillDesk(folder, person, corpus, { articles, words: 500 })
  const plainFile = path.join(folder, 'plain.db')
  decrypt(path.join(folder, 'workstation.db'), plainFile, keyOf(folder))
  return { folder, articles, corpus, plainFile }
}

function decrypt(file: string, plainFile: string, key: Uint8Array): void {
  copyFileSync(file, plainFile)
  const db = new Database(plainFile)
  unlock(db, key)
  // A file with a write-ahead log cannot change its key.
  db.pragma('journal_mode = DELETE')
  db.pragma(`rekey = ''`)
  db.pragma('journal_mode = WAL')
  db.close()
}
