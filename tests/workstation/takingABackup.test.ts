/** A backup brought back from the first screen, in the windows that are open. */
import { randomUUID } from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import type { Call, Changed } from '../../shared/contract/contract.ts'
import { callOf, must } from '../factories/people.ts'
import { openTestDesk, openTestWorkstation } from '../factories/workstation.ts'
import { temporaryFolder } from '../harness/folder.ts'

async function handIn(call: Call, file: Uint8Array): Promise<string> {
  const upload = randomUUID()
  const piece = Math.ceil(file.byteLength / 3)
  for (let offset = 0; offset < file.byteLength; offset += piece)
    must(await call('desk.uploadBackup', { upload, offset, bytes: file.slice(offset, offset + piece) }))
  return upload
}

test('[BK1] [BK3] handed in in pieces, refused with a wrong code, brought back with the right one into the windows that are open', async () => {
  const desk = await openTestDesk()
  const { call } = await desk.sit(desk.founder)
  const article = must(await call('articles.create', {}))
  const file = join(temporaryFolder(), 'desk.backup')
  const { recoveryCode } = must(await desk.workstation.admin.backup(file))

  const empty = await openTestWorkstation()
  const heard: Changed[] = []
  const window = empty.workstation.connect((event) => heard.push(event))
  const ask = callOf(window)
  const other = callOf(empty.workstation.connect(() => {}))
  const upload = await handIn(ask, new Uint8Array(readFileSync(file)))
  const wrong = await ask('desk.restore', { upload, name: 'desk.backup', code: recoveryCode.replaceAll(/[0-9]/g, '7') })
  expect(wrong).toMatchObject({ ok: false, error: { message: expect.stringMatching(/Nothing was changed/) } })
  expect(must(await ask('desk.status', {})).phase).toBe('none')
  expect(JSON.stringify(wrong)).not.toContain(empty.folder)

  must(await ask('desk.restore', { upload, name: 'desk.backup', code: recoveryCode }))
  expect(heard.some(({ topic }) => topic === 'desk')).toBe(true)
  for (const each of [ask, other]) expect(must(await each('desk.status', {})).publication).toBe('The Test Record')
  must(await ask('people.sitDown', { id: desk.founder }))
  expect(must(await ask('articles.read', { id: article.row.id })).row.id).toBe(article.row.id)
  // It goes on: what is signed here is a stream of its own, and the hub takes it.
  must(await ask('articles.create', {}))
  expect(must(await empty.workstation.admin.verify()).problems).toEqual([])
  expect(existsSync(join(empty.folder, 'uploads'))).toBe(false)
})

test('[BK4] a desk that is begun is never replaced, and what is no backup leaves the first screen as it was', async () => {
  const desk = await openTestDesk()
  const { call } = await desk.sit(desk.founder)
  expect(await call('desk.uploadBackup', { upload: randomUUID(), offset: 0, bytes: new Uint8Array(4) })).toMatchObject({
    ok: false,
    error: { code: 'conflict' },
  })
  const empty = await openTestWorkstation()
  const ask = callOf(empty.workstation.connect(() => {}))
  const upload = await handIn(ask, new TextEncoder().encode('A letter, and no backup at all.'))
  expect(await ask('desk.restore', { upload, name: 'letter.txt', code: 'x' })).toMatchObject({
    ok: false,
    error: { message: expect.stringMatching(/^letter\.txt is not a backup/) },
  })
  expect(await ask('desk.restore', { upload: randomUUID(), name: 'a', code: 'x' })).toMatchObject({
    ok: false,
    error: { code: 'notFound' },
  })
  must(await ask('desk.begin', { publication: 'Anew', name: '', shape: 'justMe' }))
})
