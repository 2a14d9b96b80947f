/** What becomes of a file at the desk: an article by two operations, or nothing at all and a sentence. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { openEncrypted } from '../../sqlite/open.ts'
import type { Call, Input } from '../../shared/contract/contract.ts'
import { importText, must } from '../factories/people.ts'
import { openTestDesk } from '../factories/workstation.ts'

const filesOf = (count: number) =>
  Array.from({ length: count }, (_, n) => ({ name: `${n}.txt`, bytes: new TextEncoder().encode(`Piece ${n}\n\nThe river stood.`) }))

async function imported(call: Call, wanted: Input<'imports.start'>) {
  let job = must(await call('imports.start', wanted))
  while (job.state === 'running') {
    await new Promise((resolve) => setTimeout(resolve, 10))
    job = must(await call('jobs.read', { id: job.id }))
  }
  return job
}

test('[SY8] each file is begun with its category and byline, then has its words, and its commands have ids that ascend', async () => {
  const desk = await openTestDesk()
  const { call } = await desk.sit(desk.people.writer)
  const { articles } = await imported(call, { files: filesOf(40), category: 'archives', byline: 'initials:A. W.' })
  expect(articles).toHaveLength(40)
  for (const id of articles) {
    const { fields } = must(await call('articles.read', { id }))
    expect(fields).toMatchObject({ category: 'archives', byline: { kind: 'initials', text: 'A. W.' } })
  }
  await desk.close()
  const key = new Uint8Array(Buffer.from(readFileSync(join(desk.folder, 'key'), 'utf8').trim(), 'hex'))
  const db = openEncrypted({ file: join(desk.folder, 'workstation.db'), key, readonly: true })
  const rows = db
    .prepare<[], { subject: string; kind: string; cmd_id: string }>(`SELECT subject, kind, cmd_id FROM op WHERE subject <> '' ORDER BY seq`)
    .all()
  db.close()
  for (const id of articles) {
    expect(rows.filter(({ subject }) => subject === id).map(({ kind }) => kind)).toEqual(['article.create', 'body'])
  }
  const moments = rows.map(({ cmd_id: id }) => id.slice(0, 13))
  expect(moments).toEqual(moments.toSorted())
  expect(new Set(rows.map(({ cmd_id: id }) => id)).size).toBe(rows.length)
  // Those of one batch stand together in every index; two batches are two places.
  expect(new Set(articles.map((id) => id.slice(0, 13))).size).toBe(2)
})

test('[BY5] a file under initials that are somebody else’s is told in words, and no article is begun', async () => {
  const desk = await openTestDesk()
  const { call: first } = await desk.sit(desk.people.writer)
  const id = await importText(first, 'A headline\n\nWords.')
  must(
    await first('articles.setField', {
      id,
      field: 'byline',
      value: { kind: 'initials', text: 'A. W.' },
      base: { kind: 'staff', text: '' },
    }),
  )
  const { call } = await desk.sit(desk.people.editor)
  const total = must(await call('articles.list', { limit: 50 })).total
  const { articles, notes } = await imported(call, { files: filesOf(2), category: 'archives', byline: 'initials:a.w.' })
  expect(articles).toEqual([])
  const why = 'a.w. is registered to somebody else. Choose other initials or another byline.'
  expect(notes).toEqual([`0.txt: ${why}`, `1.txt: ${why}`])
  expect(must(await call('articles.list', { limit: 50 })).total).toBe(total)
  await desk.close()
  const key = new Uint8Array(Buffer.from(readFileSync(join(desk.folder, 'key'), 'utf8').trim(), 'hex'))
  const db = openEncrypted({ file: join(desk.folder, 'workstation.db'), key, readonly: true })
  const strays = `SELECT article FROM document_update UNION SELECT article FROM document UNION SELECT article FROM unindexed
    EXCEPT SELECT id FROM article`
  expect(db.prepare(strays).all()).toEqual([])
  db.close()
})
