/** The hub refuses whatever is done to a draft by somebody who does not see it, whoever asks past the workstation. */
import { expect, test } from 'vitest'
import { begunDesk, writtenArticle } from '../factories/streams.ts'

test('[WF12] commands on a draft by others are refused at the hub until it is shared', async () => {
  const hub = await begunDesk()
  const { id } = await writtenArticle(hub, hub.writer)
  const [held] = await hub.push(hub.editor, hub.editor.next('hold.set', id, { reason: 'Wait.', until: '' }))
  expect(held).toMatchObject({ outcome: 'refused', reason: expect.stringContaining('its writer’s alone') as string })
  const [shared] = await hub.push(hub.editor, hub.editor.next('share', id, { with: 'everybody' }))
  expect(shared).toMatchObject({ outcome: 'refused' })
  const [open] = await hub.push(hub.writer, hub.writer.next('share', id, { with: 'everybody' }))
  expect(open).toMatchObject({ outcome: 'accepted' })
  const [again] = await hub.push(hub.editor, hub.editor.next('hold.set', id, { reason: 'Wait.', until: '' }))
  expect(again).toMatchObject({ outcome: 'accepted' })
})
