/** Rights were one text once: a desk from then opens with them as whose they are, and its log still gives the same. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { migrations as workstationSteps } from '../../electron/database/migrations/index.ts'
import { migrations as hubSteps } from '../../hub/storage/migrations/index.ts'
import { openEncrypted } from '../../sqlite/open.ts'
import { importText, must } from '../factories/people.ts'
import { openTestDesk, openTestWorkstation } from '../factories/workstation.ts'

const noted = 'Ours; the drawing is the archive’s.\nAsked on 3 May.'

test('[DU3] [SY22] [SY15] rights of one text become whose they are, in the files and again from the log', {
  timeout: 180_000,
}, async () => {
  const desk = await openTestDesk()
  const { call } = await desk.sit(desk.people.writer)
  const id = await importText(call, 'The weir\n\nIt holds.')
  const other = await importText(call, 'The lamp\n\nIt is seen.')
  // As an older program wrote it: a text, made from a text.
  must(await call('articles.setField', { id, field: 'rights', value: noted, base: '' }))
  await desk.close()
  const key = new Uint8Array(Buffer.from(readFileSync(join(desk.folder, 'key'), 'utf8').trim(), 'hex'))
  for (const [name, steps] of [
    ['workstation.db', workstationSteps],
    ['hub.db', hubSteps],
  ] as const) {
    const db = openEncrypted({ file: join(desk.folder, name), key })
    db.prepare(`UPDATE article SET state = json_set(state, '$.fields.rights', CASE id WHEN ? THEN ? ELSE '' END)`).run(id, noted)
    // The steps after it are done already, and are not done twice.
    steps.find((step) => step.name.endsWith('_rights'))?.up(db)
    db.close()
  }
  const later = await openTestWorkstation(desk.folder)
  const { call: ask } = await later.sit(desk.people.writer)
  const rights = async (article: string) => must(await ask('articles.read', { id: article })).fields.rights
  expect(await rights(id)).toEqual({ whose: noted, licence: '', askedOn: '' })
  expect(await rights(other)).toEqual({ whose: '', licence: '', askedOn: '' })
  expect(must(await later.workstation.admin.verify()).problems).toEqual([])
  // From there on the three go on by themselves; a base of the old shape still names what stands.
  const value = { whose: 'The archive’s', licence: 'CC BY 4.0', askedOn: '2026-05-03' }
  must(await ask('articles.setField', { id, field: 'rights', value, base: noted }))
  expect(await rights(id)).toEqual(value)
  expect(await ask('articles.setField', { id, field: 'rights', value: { ...value, askedOn: '2026-02-31' }, base: value })).toMatchObject({
    ok: false,
    error: { code: 'invalid', message: '“2026-02-31” is no day of the calendar: write it as 2026-03-29. The field keeps what it had.' },
  })
  expect(await ask('articles.setField', { id, field: 'rights', value: { ...value, askedOn: 'in May' }, base: value })).toMatchObject({
    ok: false,
    error: { code: 'invalid', message: expect.stringContaining('such as 2026-03-29') },
  })
  expect(await rights(id)).toEqual(value)
  expect(must(await later.workstation.admin.rebuild()).changed).toEqual([])
})
