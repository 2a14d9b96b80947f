/** Starts that cannot be: a taken port, a folder that takes nothing, a desk that is open. One sentence, exit code 1, nothing made. */
import { spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { type AddressInfo, createServer } from 'node:net'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { noSmallDisk, smallDisk } from '../factories/smallDisk.ts'
import { temporaryFolder } from '../harness/folder.ts'

const program = join(import.meta.dirname, '../../electron/web.ts')
const env = { ...process.env, CHANCERY_OPEN: 'no' }

const noRoom = /^The disk is full\. .*try again\.\n$|no room left on the disk .*start again\.\n$/

function start(...args: readonly string[]): { readonly exit: number | null; readonly out: string; readonly err: string } {
  const { status, stdout, stderr } = spawnSync(process.execPath, [program, ...args], { env, encoding: 'utf8', timeout: 60_000 })
  return { exit: status, out: stdout, err: stderr }
}

test('a port that another program has is named, with what to do, and no desk is made for it', async () => {
  const other = createServer().listen(0, '127.0.0.1')
  await once(other, 'listening')
  onTestFinished(() => void other.close())
  const { port } = other.address() as AddressInfo
  const folder = join(temporaryFolder(), 'desk')
  const child = spawn(process.execPath, [program, '--data', folder, '--port', String(port)], { env, stdio: ['ignore', 'ignore', 'pipe'] })
  let err = ''
  child.stderr.on('data', (bytes: Buffer) => {
    err += bytes.toString()
  })
  expect(await once(child, 'close')).toEqual([1, null])
  expect(err).toBe(
    `Port ${port} is taken by another program. Choose another with --port, or leave it out for any free one. Nothing was changed.\n`,
  )
  expect(readdirSync(folder)).toEqual(['owner.lock'])
})

test('[OW6] a data folder below a file is refused in one sentence, and the file stays', () => {
  const folder = temporaryFolder()
  writeFileSync(join(folder, 'file'), 'kept')
  const { exit, out, err } = start('--data', join(folder, 'file', 'desk'))
  expect([exit, out]).toEqual([1, ''])
  expect(err).toMatch(
    /is a file or lies below one, so it cannot hold a desk\. Choose another folder with --data\. Nothing was changed\.\n$/,
  )
  expect(readFileSync(join(folder, 'file'), 'utf8')).toBe('kept')
})

test('[OW1] a second start on the same data shows the address of the first and ends well; the first goes on', async () => {
  const folder = temporaryFolder()
  const first = spawn(process.execPath, [program, '--data', folder], { env, stdio: ['ignore', 'pipe', 'inherit'] })
  onTestFinished(() => void first.kill('SIGKILL'))
  const [said] = (await once(first.stdout, 'data')) as [Buffer]
  const address = /http:\S+/.exec(said.toString())?.[0] ?? ''
  const second = start('--data', folder)
  expect(second).toEqual({ exit: 0, out: `Chancery is open already at ${address}\n`, err: '' })
  expect((await fetch(address, { redirect: 'manual' })).status).toBe(303)
  const ended = once(first, 'exit')
  first.kill('SIGTERM')
  await ended
})

test.skipIf(noSmallDisk !== '')(
  `[OW6] a data folder that may only be read is refused with its reason and stays as it is${noSmallDisk && ` (skipped: ${noSmallDisk})`}`,
  () => {
    const disk = smallDisk()
    writeFileSync(join(disk.folder, 'kept'), 'x')
    disk.remount('ro')
    const { exit, err } = start('--data', disk.folder)
    disk.remount('rw')
    expect(exit).toBe(1)
    expect(err).toMatch(
      /cannot be written to \(EROFS\)\. Choose another folder with --data, or change its rights\. Nothing was changed\.\n$/,
    )
    expect(readdirSync(disk.folder)).toEqual(['kept'])
  },
)

test.skipIf(noSmallDisk !== '')(
  `[DU2] a first start without room says so, and goes on from what it left when there is room${noSmallDisk && ` (skipped: ${noSmallDisk})`}`,
  async () => {
    // A desk that begins takes nearly one.
    const disk = smallDisk('2m')
    const folder = join(disk.folder, 'new')
    mkdirSync(folder, { mode: 0o700 })
    // Before the files, between their creation and their tables, in the hub's.
    for (const left of [0, 4096, 8192, 20_000, 60_000, 180_000, 260_000]) {
      disk.empty()
      disk.fill(left)
      expect(start('--data', folder)).toEqual({ exit: 1, out: '', err: expect.stringMatching(noRoom) })
    }
    disk.empty()
    const child = spawn(process.execPath, [program, '--data', folder], { env, stdio: ['ignore', 'pipe', 'inherit'] })
    onTestFinished(() => void child.kill('SIGKILL'))
    const [said] = (await once(child.stdout, 'data')) as [Buffer]
    expect(said.toString()).toContain('Chancery is open at http://127.0.0.1:')
    const ended = once(child, 'exit')
    child.kill('SIGTERM')
    await ended
    // The same for a desk that is there: full is not damaged.
    disk.fill()
    expect(start('--data', folder)).toEqual({ exit: 1, out: '', err: expect.stringMatching(noRoom) })
  },
)
