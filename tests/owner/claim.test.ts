/** One process owns a data folder: whoever comes second is shown to it, and the claim ends with its process. */
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { chmodSync, mkdirSync, statSync, writeFileSync } from 'node:fs'
import { connect } from 'node:net'
import path from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { claimDataFolder, type Duties, type Ownership } from '../../electron/owner/claim.ts'
import { readCard, socketPath } from '../../electron/owner/socket.ts'
import type { Terminal } from '../../electron/owner/terminal.ts'
import { temporaryFolder } from '../harness/folder.ts'

const duties: Duties = {
  address: () => 'http://127.0.0.1:1/?token=x',
  async run(argv, cwd, terminal) {
    terminal.out(`${argv.join('|')} in ${cwd}`)
    terminal.out(new Uint8Array([0xff, 0x00, 0x80]))
    terminal.err('a note: Zoë')
    return 3
  },
}

async function owned(folder: string): Promise<Ownership> {
  const claim = await claimDataFolder(folder)
  if (!claim.ok || !claim.value.mine) throw new Error('the folder was not free')
  return claim.value
}

function recorded(): Terminal & { readonly outs: Buffer[]; readonly errs: string[] } {
  const outs: Buffer[] = []
  const errs: string[] = []
  return { outs, errs, out: (text) => void outs.push(Buffer.from(text)), err: (text) => void errs.push(text) }
}

test('[OW1] a second claim is shown to the owner, which runs its command byte for byte', async () => {
  const folder = temporaryFolder()
  const ownership = await owned(folder)
  await ownership.serve(duties)
  const second = await claimDataFolder(folder)
  if (!second.ok || second.value.mine) throw new Error('two owners')
  expect(await second.value.owner.address()).toBe('http://127.0.0.1:1/?token=x')
  const terminal = recorded()
  expect(await second.value.owner.run(['list', '--state', 'in review'], '/somewhere', terminal)).toBe(3)
  expect(Buffer.concat(terminal.outs)).toEqual(
    Buffer.concat([Buffer.from('list|--state|in review in /somewhere'), Buffer.from([0xff, 0x00, 0x80])]),
  )
  expect(terminal.errs).toEqual(['a note: Zoë'])
  await ownership.release()
  const third = await owned(folder)
  await third.release()
})

test('[OW1] of many claims at once exactly one becomes the owner', async () => {
  const folder = temporaryFolder()
  const claims = await Promise.all(
    Array.from({ length: 12 }, async () => {
      const claim = await claimDataFolder(folder, 5000)
      if (claim.ok && claim.value.mine) await claim.value.serve(duties)
      return claim
    }),
  )
  const owners = claims.flatMap((claim) => (claim.ok && claim.value.mine ? [claim.value] : []))
  expect(claims.every((claim) => claim.ok)).toBe(true)
  expect(owners).toHaveLength(1)
  await owners[0]?.release()
})

test('[OW2] at kill -9 the operating system lets go of the folder', async () => {
  const folder = temporaryFolder()
  const program = `import { claimDataFolder } from ${JSON.stringify(path.resolve('electron/owner/claim.ts'))}
    const claim = await claimDataFolder(${JSON.stringify(folder)})
    await claim.value.serve({ address: () => 'there', run: async () => 0 })
    console.log('owned'); setInterval(() => {}, 1000)`
  const child = spawn(process.execPath, ['--input-type=module', '-e', program], { stdio: ['ignore', 'pipe', 'inherit'] })
  onTestFinished(() => void child.kill('SIGKILL'))
  await once(child.stdout, 'data')
  const before = await claimDataFolder(folder)
  expect(before.ok && before.value.mine).toBe(false)
  const gone = once(child, 'exit')
  child.kill('SIGKILL')
  await gone
  const after = await owned(folder)
  await after.serve(duties)
  await after.release()
})

test('[OW3] a claim on a folder whose owner does not answer ends in one sentence', async () => {
  const folder = temporaryFolder()
  const ownership = await owned(folder)
  const second = await claimDataFolder(folder, 60)
  expect(second).toMatchObject({ ok: false, error: { code: 'busy', message: expect.stringContaining('does not answer') } })
  await ownership.release()
})

test('[OW4] whoever does not know the secret is cut off, and so is a line that is no request', async () => {
  const folder = temporaryFolder()
  const ownership = await owned(folder)
  let ran = 0
  await ownership.serve({ ...duties, run: async () => ran++ })
  const card = readCard(folder)
  if (!card) throw new Error('no card')
  const lines = [
    'not json',
    JSON.stringify({ secret: '0'.repeat(64), ask: 'run', argv: [], cwd: '/' }),
    JSON.stringify({ secret: card.secret, ask: 'everything' }),
    'x'.repeat(5 * 1024 * 1024),
  ]
  for (const line of lines) {
    const socket = connect(card.socket)
    const closed = new Promise((resolve) => socket.once('close', resolve))
    socket
      .on('error', () => {})
      .on('data', () => expect.unreachable('it was answered'))
      .write(`${line}\n`)
    await closed
  }
  expect(ran).toBe(0)
  const after = await claimDataFolder(folder)
  expect(after.ok && !after.value.mine && (await after.value.owner.address())).toBe('http://127.0.0.1:1/?token=x')
  await ownership.release()
})

test('[SE12] the data folder and what the owner puts there are closed to others', async () => {
  const folder = path.join(temporaryFolder(), 'desk')
  const ownership = await owned(folder)
  await ownership.serve(duties)
  expect(statSync(folder).mode & 0o777).toBe(0o700)
  for (const name of ['owner.lock', 'owner.json', 'owner.sock'])
    expect([name, statSync(path.join(folder, name)).mode & 0o077]).toEqual([name, 0])
  await ownership.release()
})

test('[OW5] a folder with a long name is owned through a short socket', async () => {
  const folder = path.join(temporaryFolder(), 'a-very-long-name-'.repeat(8))
  const ownership = await owned(folder)
  await ownership.serve(duties)
  expect(Buffer.byteLength(socketPath(folder))).toBeLessThanOrEqual(100)
  expect(statSync(path.dirname(socketPath(folder))).mode & 0o777).toBe(0o700)
  const second = await claimDataFolder(folder)
  expect(second.ok && !second.value.mine).toBe(true)
  await ownership.release()
})

test('[OW6] a folder that cannot hold a desk is refused in one sentence and nothing is made', async () => {
  const folder = temporaryFolder()
  writeFileSync(path.join(folder, 'file'), 'x')
  for (const name of ['file', 'file/below']) {
    expect(await claimDataFolder(path.join(folder, name))).toMatchObject({
      ok: false,
      error: { code: 'invalid', message: expect.stringContaining('cannot hold a desk') },
    })
  }
  expect(await claimDataFolder(path.join(folder, 'n'.repeat(300)))).toMatchObject({
    ok: false,
    error: { message: expect.stringContaining('too long') },
  })
})

test.skipIf(process.platform !== 'linux')('[OW6] a place where nothing can be made is refused, not tried for ever', async () => {
  expect(await claimDataFolder('/proc/nowhere/desk')).toMatchObject({
    ok: false,
    error: { code: 'readOnly', message: expect.stringContaining('cannot be written to (ENOENT)') },
  })
})

test.skipIf(process.getuid?.() === 0)('[OW6] a folder without the right to write is refused in one sentence', async () => {
  const folder = path.join(temporaryFolder(), 'closed')
  mkdirSync(folder)
  chmodSync(folder, 0o500)
  expect(await claimDataFolder(folder)).toMatchObject({ ok: false, error: { code: 'readOnly' } })
})
