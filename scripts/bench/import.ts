/** Importing many text files through the workstation, against the same text as bare rows with full-text search, a transaction a batch. */
import { randomBytes, randomUUID } from 'node:crypto'
import path from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { begin } from '../../electron/database/migrations/0001_begin.ts'
import { type Database, openEncrypted } from '../../sqlite/open.ts'
import { bodyTextOf, type Corpus, corpusOf, textOf } from './corpus.ts'
import { type BenchDesk, openDesk, openFile, settled } from './desk.ts'
import { type Disk, openDisk } from './disk.ts'
import { type Benchmark, duration, figure } from './measure.ts'
import { byTurns, timed } from './rounds.ts'

const words = 700

export const measure: Benchmark = async ({ quick, folder }) => {
  const batch = quick ? 100 : 1000
  const rounds = quick ? 1 : 10
  const corpus = corpusOf(17)
  const desk = await openDesk(path.join(folder, 'desk'))
  const file = openFile(path.join(folder, 'desk'))
  const disk = openDisk()
  const bare = openBare(path.join(folder, 'bare.db'))
  try {
    const taken = await byTurns(rounds, [
      { name: 'ours', run: (round) => importInto({ desk, file, disk }, corpus, round * batch, batch) },
      { name: 'peer', run: (round) => insertInto({ bare, disk }, corpus, round * batch, batch) },
    ])
    return [
      {
        what: `importing ${figure(rounds * batch)} files of ${words} words, indexed and at the desk (rate)`,
        peer: 'bare rows and FTS5, encrypted, FULL',
        ratio: taken.total('peer') / taken.total('ours'),
        budget: { least: 0.5 },
        ours: `${duration(taken.total('ours') / rounds / batch)} each`,
        theirs: `${duration(taken.total('peer') / rounds / batch)} each`,
      },
    ]
  } finally {
    bare.close()
    disk.close()
    file.close()
    await desk.close()
  }
}

interface Ours {
  readonly desk: BenchDesk
  /** The desk's file, read beside the desk. */
  readonly file: Database
  readonly disk: Disk
}

/** Until the last of them can be found. */
async function importInto({ desk, file, disk }: Ours, corpus: Corpus, from: number, count: number): Promise<number> {
  const files = Array.from({ length: count }, (_, index) => ({
    name: `piece-${from + index}.txt`,
    bytes: new TextEncoder().encode(textOf(corpus.article(from + index, words))),
  }))
  await disk.settle()
  const took = await timed(async () => {
    let job = await desk.ask('imports.start', { files })
    while (job.state === 'running') {
      await wait(5)
      job = await desk.ask('jobs.read', { id: job.id })
    }
    if (job.articles.length !== count) throw new Error(`${job.articles.length} of ${count} files came: ${job.notes.join(' ')}`)
    while (file.prepare('SELECT 1 FROM unindexed').get() !== undefined) await wait(5)
  })
  await settled(desk)
  return took
}

/** As it lies ready in memory: files were read before the clock starts for the workstation as well. */
interface Piece {
  readonly headline: string
  readonly standfirst: string
  readonly body: string
  readonly file: Uint8Array
}

interface Theirs {
  readonly bare: ReturnType<typeof openBare>
  readonly disk: Disk
}

async function insertInto({ bare, disk }: Theirs, corpus: Corpus, from: number, count: number): Promise<number> {
  const pieces = Array.from({ length: count }, (_, index): Piece => {
    const piece = corpus.article(from + index, words)
    return {
      headline: piece.headline,
      standfirst: piece.standfirst,
      body: bodyTextOf(piece),
      file: new TextEncoder().encode(textOf(piece)),
    }
  })
  await disk.settle()
  return timed(() => bare.insert(pieces, from))
}

/** An article's row, its words, its text and the index of it: what must be written in any case. */
function openBare(file: string) {
  const db = openEncrypted({ file, key: new Uint8Array(randomBytes(32)) })
  begin.up(db)
  const article = db.prepare(
    `INSERT INTO article (key, id, state, edition_state, created_by, last_at, slug, address) VALUES (?, ?, '{}', 'draft', '', ?, '', '')`,
  )
  const document = db.prepare('INSERT INTO document_update (article, bytes) VALUES (?, ?)')
  const text = db.prepare('INSERT INTO article_text (key, headline, standfirst, body, byline, words) VALUES (?, ?, ?, ?, ?, ?)')
  const size = 100
  return {
    insert(pieces: readonly Piece[], from: number) {
      for (let first = 0; first < pieces.length; first += size) {
        db.transaction(() => {
          for (const [index, { headline, standfirst, body, file: bytes }] of pieces.slice(first, first + size).entries()) {
            const [key, id] = [from + first + index + 1, randomUUID()]
            article.run(key, id, new Date().toISOString())
            document.run(id, bytes)
            text.run(key, headline, standfirst, body, 'Staff', words)
          }
        }).immediate()
      }
    },
    close: () => db.close(),
  }
}
