/** Saving a few typed words through the workstation, against the same rows in a bare encrypted transaction with synchronous=FULL. */
import { randomBytes, randomUUID } from 'node:crypto'
import path from 'node:path'
import { begin } from '../../electron/database/migrations/0001_begin.ts'
import { introducedClients } from '../../shared/document/merge.ts'
import { writeBodyFrame } from '../../shared/sync/bodyFrame.ts'
import { openEncrypted } from '../../sqlite/open.ts'
import { corpusOf, documentOf } from './corpus.ts'
import { openDesk, settled, writeInto } from './desk.ts'
import { type Benchmark, duration } from './measure.ts'
import { byTurns, timed } from './rounds.ts'
import { typist } from './typist.ts'

export const measure: Benchmark = async ({ quick, folder }) => {
  const desk = await openDesk(path.join(folder, 'desk'))
  const bare = openBare(path.join(folder, 'bare.db'))
  try {
    const id = await writeInto(desk, documentOf(corpusOf(5).article(1, 600)))
    const opened = await desk.ask('articles.open', { id })
    const type = typist(opened.update)
    const taken = await byTurns(quick ? 60 : 400, [
      {
        name: 'ours',
        async run() {
          const update = type()
          const took = await timed(() => desk.ask('articles.save', { id, update }))
          await settled(desk)
          return took
        },
      },
      {
        name: 'peer',
        run() {
          const update = type()
          return timed(() => bare.save(id, update))
        },
      },
    ])
    return [
      {
        what: 'saving typed words (rate)',
        peer: 'the same rows, encrypted, FULL',
        ratio: 1 / taken.ratio('ours', 'peer'),
        budget: { least: 0.5 },
        ours: duration(taken.median('ours')),
        theirs: duration(taken.median('peer')),
      },
    ]
  } finally {
    bare.close()
    await desk.close()
  }
}

/** The rows of one save and nothing else: operation, place in its stream, words, mark for the index. */
function openBare(file: string) {
  const db = openEncrypted({ file, key: new Uint8Array(randomBytes(32)) })
  begin.up(db)
  const stream = randomUUID()
  db.prepare('INSERT INTO stream (id, actor, secret, n, chain, acked) VALUES (?, ?, ?, 0, ?, 0)').run(
    stream,
    randomUUID(),
    randomBytes(48),
    '',
  )
  const operation = db.prepare(
    `INSERT INTO outbox (stream, n, prev, hash, sig, kind, v, subject, cmd_id, body, blob, salt, digest, claimed_at)
     VALUES (?, ?, ?, ?, ?, 'body', 1, ?, ?, ?, '', ?, ?, ?)`,
  )
  const advance = db.prepare('UPDATE stream SET n = ?, chain = ? WHERE id = ?')
  const words = db.prepare('INSERT INTO document_update (article, bytes) VALUES (?, ?)')
  const mark = db.prepare('INSERT INTO unindexed (article) VALUES (?) ON CONFLICT DO NOTHING')
  const hash = randomBytes(32).toString('hex')
  const [signature, salt] = [randomBytes(64), randomBytes(16)]
  let n = 0
  return {
    save(article: string, update: Uint8Array) {
      n += 1
      const frame = writeBodyFrame({ clients: introducedClients(update), update })
      db.transaction(() => {
        operation.run(stream, n, hash, hash, signature, article, randomUUID(), frame, salt, hash, new Date().toISOString())
        advance.run(n, hash, stream)
        words.run(article, update)
        mark.run(article)
      }).immediate()
    },
    close: () => db.close(),
  }
}
