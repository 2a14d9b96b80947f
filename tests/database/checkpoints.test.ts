/** The log of writes comes into the file beside the main loop. */
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { type Database, openDatabase } from '../../electron/database/open.ts'
import { Checkpoints } from '../../electron/jobs/checkpoints.ts'
import { bringOver, checkpointPages, logOfWrites, openEncrypted, pagesToBring } from '../../sqlite/open.ts'
import { temporaryFolder } from '../harness/folder.ts'

const key = new Uint8Array(32).fill(5)

function written(db: Database, pages: number): void {
  const fill = db.prepare('INSERT INTO blob (name, bytes) VALUES (?, zeroblob(4000))')
  const from = db.prepare<[], { n: number }>('SELECT count(*) AS n FROM blob').get()?.n ?? 0
  db.transaction(() => {
    for (let n = 0; n < pages; n += 1) fill.run(String(from + n))
  }).immediate()
}

test('[DU5] what a commit wrote stays in the log until a worker brings it into the file, and all of it is there', async () => {
  const file = join(temporaryFolder(), 'workstation.db')
  const { db } = openDatabase({ file, key })
  const checkpoints = new Checkpoints(db, { file, key })
  written(db, 100)
  checkpoints.written()
  const few = pagesToBring(db)
  expect(few).toBeGreaterThanOrEqual(100)
  written(db, checkpointPages)
  // The commit left it to the worker, and a few pages are left alone.
  expect(pagesToBring(db)).toBeGreaterThan(few + checkpointPages)
  checkpoints.written()
  checkpoints.written()
  await expect.poll(() => pagesToBring(db), { timeout: 60_000 }).toBe(0)
  await checkpoints.close()
  db.close()
  const again = openEncrypted({ file, key })
  onTestFinished(() => void again.close())
  expect(again.prepare('SELECT count(*) AS n FROM blob').get()).toEqual({ n: 100 + checkpointPages })
  expect(again.pragma('integrity_check', { simple: true })).toBe('ok')
})

test('[DU5] where no worker can do it, saving goes on and the commits bring the log over themselves', async () => {
  const file = join(temporaryFolder(), 'workstation.db')
  const { db } = openDatabase({ file, key })
  onTestFinished(() => void db.close())
  const checkpoints = new Checkpoints(db, { file, key: new Uint8Array(32).fill(6) })
  written(db, checkpointPages)
  checkpoints.written()
  await checkpoints.close()
  expect(pagesToBring(db)).toBeGreaterThan(checkpointPages)
  const left = Array.from({ length: 4 }, () => {
    written(db, checkpointPages)
    return pagesToBring(db)
  })
  expect(left).toContain(0)
})

test('[DU5] the log is brought over to its end though others go on writing, so that it begins anew and no commit has to do it', () => {
  const file = join(temporaryFolder(), 'workstation.db')
  const { db: writer } = openDatabase({ file, key })
  onTestFinished(() => void writer.close())
  const worker = openEncrypted({ file, key })
  onTestFinished(() => void worker.close())
  written(writer, 500)
  let commits = 8
  const pragma = worker.pragma.bind(worker)
  worker.pragma = (...asked) => {
    const answer = pragma(...asked)
    // Somebody commits while the pages are brought over.
    if (asked[0].includes('PASSIVE') && commits > 0) {
      commits -= 1
      written(writer, 20)
    }
    return answer
  }
  bringOver(worker)
  expect(commits).toBe(0)
  expect(pagesToBring(writer)).toBe(0)
})

test('[DU5] of a long log the little that the worker was kept from is brought over between two commits, and the log begins anew', async () => {
  const file = join(temporaryFolder(), 'workstation.db')
  const { db } = openDatabase({ file, key })
  onTestFinished(() => void db.close())
  const checkpoints = new Checkpoints(db, { file, key })
  written(db, 2 * checkpointPages)
  // What is written after somebody began to read stays in the log as long as they do.
  const reader = openEncrypted({ file, key, readonly: true })
  onTestFinished(() => void reader.close())
  reader.exec('BEGIN')
  reader.prepare('SELECT count(*) FROM blob').get()
  written(db, 100)
  const pragma = db.pragma.bind(db)
  db.pragma = (...asked) => {
    if (asked[0].includes('PASSIVE') && reader.inTransaction) reader.exec('COMMIT')
    return pragma(...asked)
  }
  checkpoints.written()
  await expect.poll(() => pagesToBring(db), { timeout: 60_000 }).toBe(0)
  written(db, 10)
  expect(logOfWrites(db).pages).toBeLessThan(checkpointPages)
  await checkpoints.close()
})
