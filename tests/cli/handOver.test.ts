/** Commands while Chancery is open on the desk: the owner runs them, and outlives whoever asked. */
import { once } from 'node:events'
import { connect } from 'node:net'
import { expect, it } from 'vitest'
import { claimDataFolder } from '../../electron/owner/claim.ts'
import { readCard } from '../../electron/owner/socket.ts'
import { openShell } from '../e2e/shell.ts'
import { temporaryFolder } from '../harness/folder.ts'
import { deskIn, documentOf, notBuilt, type Refusal } from './chancery.ts'

it.skipIf(notBuilt !== '')('[OW1] runs on the open desk, byte for byte, and refuses what needs it closed', async () => {
  const folder = temporaryFolder()
  const desk = deskIn(folder, folder)
  await desk.ask('init', '--sample')
  const { articles } = await desk.ask<{ articles: readonly { id: string }[] }>('list', '--state', 'published')
  const id = articles[0]?.id ?? ''
  const alone = await desk.run('preview', id)
  const shell = await openShell(folder)
  const handed = await desk.run('preview', id)
  expect(handed).toMatchObject({ exit: 0, err: '' })
  expect(handed.out.equals(alone.out)).toBe(true)
  const refused = await desk.run('restore', 'x', '--code', 'y', '--json')
  expect(refused.exit).toBe(1)
  expect(documentOf<Refusal>(refused).error.code).toBe('busy')
  expect((await desk.run('act', 'x')).exit).toBe(2)
  await shell.close()
  expect(await desk.ask('verify')).toEqual({ ok: true, problems: [] })
})

it('[CL4] a guest that is gone before its answer ends its own line only', async () => {
  const folder = temporaryFolder()
  const claim = await claimDataFolder(folder)
  if (!claim.ok || !claim.value.mine) throw new Error('the folder was not free')
  let told = () => {}
  const ended = new Promise<void>((resolve) => (told = resolve))
  await claim.value.serve({
    address: () => 'here',
    async run(_argv, _cwd, terminal) {
      // More than the socket holds: some of it lies unread when the guest goes.
      for (let piece = 0; piece < 200; piece += 1) terminal.out('x'.repeat(10_000))
      told()
      return 0
    },
  })
  const card = readCard(folder)
  for (let guest = 0; guest < 3; guest += 1) {
    const socket = connect(card?.socket ?? '')
    await once(socket, 'connect')
    socket.write(`${JSON.stringify({ secret: card?.secret, ask: 'run', argv: [], cwd: '/' })}\n`)
    await ended
    socket.destroy()
    await once(socket, 'close')
  }
  const second = await claimDataFolder(folder)
  expect(second.ok && !second.value.mine && (await second.value.owner.address())).toBe('here')
  await claim.value.release()
})
