/** The search index: what is found in it, and how it catches up when the program ended before it did. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import * as Y from 'yjs'
import type { Call } from '../../shared/contract/contract.ts'
import { openEncrypted } from '../../sqlite/open.ts'
import { importText, must } from '../factories/people.ts'
import { openTestDesk, openTestWorkstation } from '../factories/workstation.ts'

test('[DU6] headline, standfirst, body and byline are searched, whatever the accents and case', async () => {
  const desk = await openTestDesk()
  const { call } = await desk.sit(desk.people.writer)
  const id = await importText(call, 'The wéir opens\n\nIt stood at noon.')
  await importText(call, 'Another piece\n\nOf other words.')
  const doc = new Y.Doc()
  Y.applyUpdate(doc, must(await call('articles.open', { id })).update)
  const before = Y.encodeStateVector(doc)
  const line = new Y.XmlElement('paragraph')
  line.insert(0, [new Y.XmlText('Measured by candlelight')])
  doc.getXmlFragment('standfirst').insert(0, [line])
  must(await call('articles.save', { id, update: Y.encodeStateAsUpdate(doc, before) }))
  const byline = { kind: 'named', text: 'Odile Marchbanks' }
  must(await call('articles.setField', { id, field: 'byline', value: byline, base: { kind: 'staff', text: '' } }))
  for (const words of ['weir', 'CANDLELIGHT', 'noon', 'marchbanks', 'weir noon march'])
    expect([words, await found(call, words)]).toEqual([words, [id]])
  expect(await found(call, 'nowhere')).toEqual([])
  for (const words of ['"', 'weir OR', 'NEAR(', 'body:', '*', 'a"b*c']) await found(call, words)
})

test('[DU6] words saved before an end without warning are found after the next start', async () => {
  const desk = await openTestDesk()
  const { call } = await desk.sit(desk.people.writer)
  const id = await importText(call, 'A headline\n\nIt tells of lamplighters.')
  await desk.close()
  // As an end between the save and the index leaves it: the mark stands, the text is not there.
  const key = new Uint8Array(Buffer.from(readFileSync(join(desk.folder, 'key'), 'utf8').trim(), 'hex'))
  const db = openEncrypted({ file: join(desk.folder, 'workstation.db'), key })
  db.prepare(`INSERT INTO article_fts (article_fts) VALUES ('delete-all')`).run()
  db.prepare('DELETE FROM article_text').run()
  db.prepare('INSERT INTO unindexed (article) VALUES (?)').run(id)
  db.close()
  const later = await openTestWorkstation(desk.folder)
  const ask = (await later.sit(desk.people.writer)).call
  await expect.poll(() => found(ask, 'lamplighters'), { timeout: 5000 }).toEqual([id])
})

test('[DU6] an index made again finds the same, also when it was cut off half-way', async () => {
  const desk = await openTestDesk()
  const { call } = await desk.sit(desk.people.writer)
  const ids: string[] = []
  for (let n = 0; n < 12; n += 1) ids.push(await importText(call, `Piece ${n}\n\nAbout ferrymen.`))
  expect((await found(call, 'ferrymen')).length).toBe(12)
  must(await desk.workstation.admin.rebuild())
  expect((await found(call, 'ferrymen')).toSorted()).toEqual(ids.toSorted())
  await desk.close()
  const key = new Uint8Array(Buffer.from(readFileSync(join(desk.folder, 'key'), 'utf8').trim(), 'hex'))
  const db = openEncrypted({ file: join(desk.folder, 'workstation.db'), key })
  db.prepare(`INSERT INTO article_fts (article_fts) VALUES ('delete-all')`).run()
  db.prepare('INSERT INTO unindexed (article) SELECT id FROM article').run()
  db.prepare(`INSERT INTO meta (name, value) VALUES ('reindex', '0') ON CONFLICT (name) DO UPDATE SET value = '0'`).run()
  db.close()
  const later = await openTestWorkstation(desk.folder)
  const ask = (await later.sit(desk.people.writer)).call
  await expect.poll(async () => (await found(ask, 'ferrymen')).toSorted(), { timeout: 10_000 }).toEqual(ids.toSorted())
})

async function found(call: Call, words: string): Promise<readonly string[]> {
  return must(await call('search.find', { words })).results.map(({ id }) => id)
}
