/** The web shell's port: the last one again where it is free. */
import { createServer } from 'node:net'
import { writeFileSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'
import { choosePort, rememberPort } from '../../electron/web/port.ts'
import { temporaryFolder } from '../harness/folder.ts'

test('[WS6] the port of the last start is taken again; one that is taken, or no port at all, is any free one', async () => {
  const folder = temporaryFolder()
  expect(await choosePort(0, folder)).toEqual({ ok: true, value: 0 })
  const other = createServer()
  const port = await new Promise<number>((resolve) => {
    other.listen(0, '127.0.0.1', () => {
      const address = other.address()
      resolve(typeof address === 'object' && address ? address.port : 0)
    })
  })
  await rememberPort(folder, port)
  expect(await choosePort(0, folder)).toEqual({ ok: true, value: 0 })
  expect(await choosePort(port, folder)).toMatchObject({ ok: false, error: { code: 'busy' } })
  await new Promise((resolve) => other.close(resolve))
  expect(await choosePort(0, folder)).toEqual({ ok: true, value: port })
  writeFileSync(path.join(folder, 'port'), 'no port')
  expect(await choosePort(0, folder)).toEqual({ ok: true, value: 0 })
})
