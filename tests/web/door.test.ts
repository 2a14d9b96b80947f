/** Who the web shell lets in: one browser, by the printed address; no other page, name or program. */
import { connect } from 'node:net'
import { request } from 'node:http'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { startWeb } from '../../electron/web/start.ts'
import { openTab, openTestWeb, postFrame, type TestWeb } from '../factories/webShell.ts'

let shell: TestWeb
beforeAll(async () => {
  shell = await openTestWeb()
})
afterAll(() => shell.close())

/** As any program on this computer may ask, with headers of its own choice. */
async function ask(
  path: string,
  headers: Readonly<Record<string, string>> = {},
  method = 'GET',
): Promise<{ readonly status: number; readonly text: string; readonly headers: NodeJS.Dict<string | string[]> }> {
  return new Promise((resolve, reject) => {
    const asked = request({ host: '127.0.0.1', port: shell.web.port, path, method, headers }, (answer) => {
      let text = ''
      answer.setEncoding('utf8').on('data', (part: string) => {
        text += part
      })
      answer.on('end', () => resolve({ status: answer.statusCode ?? 0, text, headers: answer.headers }))
    })
    asked.on('error', reject).end()
  })
}

describe('[SE4] the web shell', () => {
  test('[SE4] lets nobody in without the token, and says how to come in', async () => {
    for (const path of [
      '/',
      '/desk',
      '/events',
      '/preview/x/',
      '/site/',
      '/assets/index-1a2b.js',
      '/?token=',
      '/?token=x',
      `/?token=${'A'.repeat(43)}`,
    ]) {
      const answer = await ask(path)
      expect([path, answer.status]).toEqual([path, 403])
      expect(answer.text).toContain('the whole address that Chancery printed')
      expect(answer.headers['set-cookie']).toBe(undefined)
    }
    expect((await ask('/call/desk.status', {}, 'POST')).status).toBe(403)
    expect((await ask('/', { cookie: `chancery_${shell.web.port}=x` })).status).toBe(403)
  })

  test('[SE4] turns the printed address into a cookie that no page and no other site can use', async () => {
    const path = new URL(shell.web.address).pathname + new URL(shell.web.address).search
    const entered = await ask(path)
    expect([entered.status, entered.headers.location]).toEqual([303, '/'])
    expect(String(entered.headers['set-cookie'])).toMatch(/^chancery_\d+=[\w-]{43}; Path=\/; HttpOnly; SameSite=Strict$/)
    expect((await ask('/', { cookie: shell.cookie })).text).toContain('The interface')
  })

  test('[SE4] answers to its own address only, so that no foreign name can be pointed at it', async () => {
    const { cookie } = shell
    const token = new URL(shell.web.address).search
    for (const host of [
      'evil.example',
      `evil.example:${shell.web.port}`,
      '127.0.0.1',
      `localhost:${shell.web.port}`,
      `127.0.0.1:${shell.web.port}.evil.example`,
    ]) {
      expect((await ask('/', { cookie, host })).status, host).toBeOneOf([400, 403])
      expect([host, (await ask(`/${token}`, { host })).headers['set-cookie']]).toEqual([host, undefined])
    }
  })

  test('[SE4] answers no page from elsewhere, the cookie notwithstanding', async () => {
    const { cookie } = shell
    for (const origin of ['http://evil.example', 'null', `http://127.0.0.1:${shell.web.port + 1}`, `https://127.0.0.1:${shell.web.port}`]) {
      expect([origin, (await ask('/call/desk.status', { cookie, origin, 'content-type': 'application/json' }, 'POST')).status]).toEqual([
        origin,
        403,
      ])
      expect([origin, (await ask('/events', { cookie, origin })).status]).toEqual([origin, 403])
    }
    for (const site of ['cross-site', 'same-site', 'none']) {
      expect([
        site,
        (await ask('/call/desk.status', { cookie, 'sec-fetch-site': site, 'content-type': 'application/json' }, 'POST')).status,
      ]).toEqual([site, 403])
    }
  })

  test('[SE4] opens no socket to anybody who is not let in', async () => {
    const { port } = shell.web
    const upgrade = async (headers: string) =>
      new Promise<string>((resolve) => {
        const socket = connect(port, '127.0.0.1')
        let text = ''
        socket.on('data', (part) => {
          text += part.toString('latin1')
        })
        socket.on('close', () => resolve(text.split('\r\n')[0] ?? ''))
        socket.write(
          `GET / HTTP/1.1\r\nHost: 127.0.0.1:${port}\r\nConnection: Upgrade\r\nUpgrade: websocket\r\nSec-WebSocket-Version: 13\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n${headers}\r\n`,
        )
      })
    expect(await upgrade('')).toContain('403')
    expect(await upgrade(`Cookie: ${shell.cookie}\r\n`)).toContain('403')
    expect(await upgrade(`Cookie: ${shell.cookie}\r\nOrigin: http://evil.example\r\n`)).toContain('403')
  })

  test('[SE4] listens on this computer alone', async () => {
    const refused = await new Promise<string>((resolve) => {
      // Another address of the loopback network: a server on every address would answer there.
      const socket = connect(shell.web.port, '127.0.0.2')
      socket.on('connect', () => resolve('open')).on('error', (error: NodeJS.ErrnoException) => resolve(error.code ?? ''))
    })
    expect(refused).toBe('ECONNREFUSED')
  })
})

test('[SE3] every answer carries its policy, and pages of the site run no script', async () => {
  const { cookie } = shell
  for (const path of ['/', '/review/some-id', '/assets/index-1a2b.js', '/none.js']) {
    const { headers } = await ask(path, { cookie })
    expect(headers['content-security-policy'], path).toContain("default-src 'none'; script-src 'self'; style-src 'self'")
    expect(headers['content-security-policy'], path).not.toContain('unsafe')
    expect([headers['x-content-type-options'], headers['referrer-policy'], headers['cross-origin-resource-policy']]).toEqual([
      'nosniff',
      'no-referrer',
      'same-origin',
    ])
  }
  for (const path of ['/preview/none/', '/site/', '/media/none']) {
    const policy = String((await ask(path, { cookie })).headers['content-security-policy'])
    expect(policy, path).toContain("frame-ancestors 'self'")
    expect(policy, path).not.toContain('script-src')
  }
})

test('[WS1] only files of the interface are served, and its one page for every screen', async () => {
  const { cookie } = shell
  expect((await ask('/compose/some-id', { cookie })).text).toContain('The interface')
  expect((await ask('/assets/index-1a2b.js', { cookie })).headers['cache-control']).toContain('immutable')
  for (const path of [
    '/assets/index-1a2b.js.map',
    '/../package.json',
    '/assets/../../desk/key.txt',
    '/%2e%2e/%2e%2e/etc/passwd.txt',
    '/preview/..%2f..%2fkey',
    '/preview/%00',
    '/site/..%5c..%5ckey',
    '/media/%ff',
  ]) {
    expect([path, (await ask(path, { cookie })).status]).toEqual([path, 404])
  }
  expect((await ask('/desk', { cookie }, 'DELETE')).status).toBe(405)
})

test('[WS2] more than 64 MB in one message is refused in words, and the next message is read', async () => {
  const large = await postFrame(shell, 'imports.start', new Uint8Array(66 * 1024 * 1024))
  expect(large).toMatchObject({ ok: false, error: { code: 'invalid', message: expect.stringContaining('at most 64 MB') } })
  expect(await postFrame(shell, 'desk.status', new Uint8Array([0x80]))).toMatchObject({ ok: true, value: { phase: 'none' } })
})

test('[WS3] scripts may speak JSON, and a type that is neither is refused in words', async () => {
  const { cookie, origin } = shell
  const post = async (type: string, body: string) =>
    fetch(`${origin}/call/desk.status`, { method: 'POST', headers: { cookie, 'content-type': type }, body })
  const json = await post('application/json; charset=utf-8', '{}')
  expect(json.headers.get('content-type')).toBe('application/json')
  expect(await json.json()).toMatchObject({ ok: true, value: { phase: 'none' } })
  expect(await (await post('application/json', '{"a":')).json()).toMatchObject({ ok: false, error: { code: 'invalid' } })
  const other = await post('text/plain', '{}')
  expect(Buffer.from(await other.arrayBuffer()).toString('latin1')).toContain('application/x-msgpack')
})

test('a port that is taken is said in one sentence', async () => {
  const second = await startWeb({ workstation: shell.workstation, port: shell.web.port, client: '/none' })
  expect(second).toMatchObject({ ok: false, error: { code: 'busy', message: expect.stringContaining(`Port ${shell.web.port} is taken`) } })
})

test('a request that is none ends its own line only', async () => {
  const answer = await new Promise<string>((resolve) => {
    const socket = connect(shell.web.port, '127.0.0.1')
    let text = ''
    socket.on('data', (part) => {
      text += part.toString('latin1')
    })
    socket.on('close', () => resolve(text)).on('error', () => {})
    socket.write('NONSENSE\r\n\r\n')
  })
  expect(answer).toContain('400')
  const tab = await openTab(shell)
  expect((await tab.call('desk.status', {})).ok).toBe(true)
  await tab.close()
})
