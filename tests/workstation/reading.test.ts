/** What a person last read in review is remembered for that person, on this computer. */
import { expect, test } from 'vitest'
import { importText, must, paragraphUpdate } from '../factories/people.ts'
import { openTestDesk, openTestWorkstation } from '../factories/workstation.ts'

test('[RV1] what was last read is each person’s own, outlives a restart, and stands in no operation', async () => {
  const desk = await openTestDesk()
  const [writer, editor] = [(await desk.sit(desk.people.writer)).call, (await desk.sit(desk.people.editor)).call]
  const id = await importText(writer, 'A headline\n\nThe first words.')
  const version = must(await writer('workflow.act', { id, act: 'submit' })).standingVersion
  const head = must(await editor('articles.read', { id })).history.length
  must(await editor('versions.markRead', { id, version }))
  expect(must(await editor('articles.read', { id }))).toMatchObject({ lastRead: version })
  expect(must(await writer('articles.read', { id })).lastRead).toBe('')
  expect(must(await editor('articles.read', { id })).history).toHaveLength(head)
  must(await editor('workflow.act', { id, act: 'request_changes', note: 'Say who.' }))
  must(await writer('articles.save', { id, update: await paragraphUpdate(writer, id, 'The harbour master.') }))
  must(await writer('workflow.act', { id, act: 'submit' }))
  await desk.close()
  const again = await openTestWorkstation(desk.folder)
  const view = must(await (await again.sit(desk.people.editor)).call('articles.read', { id }))
  expect(view.lastRead).toBe(version)
  expect(view.standingVersion).not.toBe(version)
})

test('[RV1] a version that is none of the article’s is refused', async () => {
  const desk = await openTestDesk()
  const { call } = await desk.sit(desk.people.writer)
  const id = await importText(call, 'A headline\n\nThe first words.')
  expect(await call('versions.markRead', { id, version: 'a'.repeat(64) })).toMatchObject({ ok: false, error: { code: 'notFound' } })
})
