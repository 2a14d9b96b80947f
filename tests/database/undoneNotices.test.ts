/** A notice that was undone was once taken for the edition that work goes into: a desk from then opens with the piece where it was before. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { migrations as workstationSteps } from '../../electron/database/migrations/index.ts'
import { migrations as hubSteps } from '../../hub/storage/migrations/index.ts'
import type { ArticleState } from '../../shared/desk/article.ts'
import { openEncrypted } from '../../sqlite/open.ts'
import { importText, must } from '../factories/people.ts'
import { openTestDesk, openTestWorkstation } from '../factories/workstation.ts'

const why = { note: 'The register was of another bridge.', reason: 'A reader showed it.' }

test('[DU3] [SY22] [PS1] a piece whose notice was undone under an older program is live in every list, and its log still gives the same', {
  timeout: 180_000,
}, async () => {
  const desk = await openTestDesk()
  const { call } = await desk.sit(desk.people.writer)
  const id = await importText(call, 'The tolls\n\nThe bridge was free.')
  const set = await importText(call, 'The lamp\n\nIt is seen.')
  must(await call('workflow.act', { id: set, act: 'spike' }))
  must(await call('workflow.act', { id, act: 'submit', version: must(await call('articles.read', { id })).draftVersion }))
  must(await (await desk.sit(desk.people.editor)).call('workflow.act', { id, act: 'approve' }))
  const publisher = (await desk.sit(desk.people.publisher)).call
  must(await publisher('workflow.act', { id, act: 'publish', now: true }))
  must(await publisher('queue.work', {}))
  must(await publisher('workflow.act', { id, act: 'withdraw', ...why }))
  must(await publisher('workflow.act', { id, act: 'unschedule' }))
  await desk.close()

  const key = new Uint8Array(Buffer.from(readFileSync(join(desk.folder, 'key'), 'utf8').trim(), 'hex'))
  for (const [name, steps] of [
    ['workstation.db', workstationSteps],
    ['hub.db', hubSteps],
  ] as const) {
    const db = openEncrypted({ file: join(desk.folder, name), key })
    const rows = () => db.prepare<[], { id: string; state: string }>('SELECT * FROM article ORDER BY id').all()
    const after = rows()
    const state = JSON.parse(after.find((row) => row.id === id)?.state ?? '') as ArticleState
    expect(state.history.at(-1)).toMatchObject({ act: 'unschedule', edition: 1 })
    // As an older program wrote it.
    const older = { ...state, history: state.history.map((entry) => (entry.act === 'unschedule' ? { ...entry, edition: 2 } : entry)) }
    db.prepare(`UPDATE article SET state = ?, edition_state = 'spiked' WHERE id = ?`).run(JSON.stringify(older), id)
    expect(rows()).not.toEqual(after)
    steps.find((step) => step.name.endsWith('_undone_notices'))?.up(db)
    expect(rows()).toEqual(after)
    db.close()
  }
  const later = await openTestWorkstation(desk.folder)
  const { call: ask } = await later.sit(desk.people.editor)
  const listed = must(await ask('articles.list', { filter: 'all' })).articles
  expect(listed.map((row) => [row.id, row.state])).toEqual([[id, 'published']])
  expect(must(await later.workstation.admin.verify()).problems).toEqual([])
})
