/** Backups made from the screens: into a folder that somebody names, by an administrator, stopped without a trace. */
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { restoreBackup } from '../../electron/backup/restore.ts'
import { callOf, must } from '../factories/people.ts'
import { openTestDesk } from '../factories/workstation.ts'
import { temporaryFolder } from '../harness/folder.ts'

test('[BK7] a backup made from the screens is listed in its folder, and its code alone brings the desk back', async () => {
  const desk = await openTestDesk()
  const { call } = await desk.sit(desk.founder)
  must(await call('articles.create', {}))
  const folder = temporaryFolder()
  expect(must(await call('backups.list', { folder })).backups).toEqual([])
  writeFileSync(join(folder, 'letter.chancery'), 'A letter, and no backup at all.')
  const { name, recoveryCode } = must(await call('backups.make', { folder }))
  const [listed, ...others] = must(await call('backups.list', { folder })).backups
  expect(others).toEqual([])
  const file = join(folder, name)
  expect(listed?.name).toBe(name)
  expect(name).toMatch(/^the-test-record-\d{4}-\d\d-\d\d-\d{6}\.chancery$/)
  expect(listed?.size).toBe(readFileSync(file).byteLength)
  expect(JSON.stringify(must(await call('jobs.list', {})))).not.toContain(recoveryCode)
  const dataFolder = temporaryFolder()
  expect(await restoreBackup({ dataFolder, file, recoveryCode })).toMatchObject({ ok: true })
})

test('[BK7] a backup whose code nobody wrote down is removed, and no other file ever is', async () => {
  const desk = await openTestDesk()
  const { call } = await desk.sit(desk.founder)
  const folder = temporaryFolder()
  writeFileSync(join(folder, 'mine.chancery'), 'mine')
  const { backup } = must(await call('backups.make', { folder }))
  const { call: writer } = await desk.sit(desk.people.writer)
  expect(await writer('backups.giveUp', { backup })).toMatchObject({ ok: false, error: { code: 'notFound' } })
  must(await call('backups.giveUp', { backup }))
  expect(await call('backups.giveUp', { backup })).toMatchObject({ ok: false, error: { code: 'notFound' } })
  expect(readdirSync(folder)).toEqual(['mine.chancery'])
})

test('[BK7] who is no administrator, and a folder that cannot keep one, are answered in a sentence and nothing is made', async () => {
  const desk = await openTestDesk()
  const folder = temporaryFolder()
  const writer = await desk.sit(desk.people.writer)
  expect(await writer.call('backups.make', { folder })).toMatchObject({ ok: false, error: { code: 'notAllowed' } })
  expect(await writer.call('backups.list', { folder })).toMatchObject({ ok: false, error: { code: 'notAllowed' } })
  const nobody = callOf(desk.workstation.connect(() => {}))
  expect(await nobody('backups.make', { folder })).toMatchObject({ ok: false, error: { code: 'notAllowed' } })

  const { call } = await desk.sit(desk.founder)
  writeFileSync(join(folder, 'file'), '')
  mkdirSync(join(desk.folder, 'copies'))
  const refused = [
    ['copies', /whole path/],
    [join(folder, 'none'), /There is no folder/],
    [join(folder, 'file'), /is a file/],
    [desk.folder, /own folder/],
    [join(desk.folder, 'copies'), /own folder/],
    // Where even root makes no file.
    ['/proc', /could not be written/],
  ] as const
  for (const [wanted, sentence] of refused) {
    expect(await call('backups.make', { folder: wanted }), wanted).toMatchObject({
      ok: false,
      error: { message: expect.stringMatching(sentence) },
    })
  }
  expect(readdirSync(folder)).toEqual(['file'])
})

test('[BK8] a backup that is stopped, and one while another is made, leave nothing behind', async () => {
  const desk = await openTestDesk()
  const { call } = await desk.sit(desk.founder)
  const folder = temporaryFolder()
  const making = call('backups.make', { folder })
  const [job] = must(await call('jobs.list', {})).jobs
  expect(job).toMatchObject({ kind: 'backup', state: 'running' })
  expect(await call('backups.make', { folder })).toMatchObject({ ok: false, error: { message: expect.stringMatching(/already/) } })
  must(await call('jobs.stop', { id: job?.id ?? '' }))
  expect(await making).toMatchObject({ ok: false, error: { message: 'The backup was stopped. No file was kept.' } })
  expect(readdirSync(folder)).toEqual([])
  await expect.poll(async () => must(await call('jobs.read', { id: job?.id ?? '' })).state).toBe('stopped')
  must(await call('backups.make', { folder }))
})
