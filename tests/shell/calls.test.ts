/** The page and the workstation: who is heard, what is served, how the program ends. */
import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import type { Changed } from '../../shared/contract/contract.ts'
import { root } from '../harness/sources.ts'
import { witness } from './fakeElectron.ts'
import { type Frame, FakeWindow } from './fakePages.ts'
import { type Shell, startShell } from './startShell.ts'

vi.mock('electron', async () => {
  const { electron } = await import('./fakeElectron.ts')
  return { ...electron, default: electron }
})

let shell: Shell

beforeAll(async () => {
  shell = await startShell()
})

describe('calls', () => {
  it('[SE2] reach the workstation from the interface, bytes as bytes', async () => {
    const begun = await shell.call('desk.begin', { publication: 'The Fixture', name: 'Ada', shape: 'justMe' })
    expect(begun).toMatchObject({ ok: true, value: { phase: 'ready', publication: 'The Fixture' } })
    const made = await shell.call('articles.create', {})
    if (!made.ok) throw new Error(made.error.message)
    const opened = await shell.call('articles.open', { id: made.value.row.id })
    if (!opened.ok) throw new Error(opened.error.message)
    expect(Object.prototype.toString.call(opened.value.update)).toBe('[object Uint8Array]')
  })

  const main: Frame = { url: 'app://chancery/', parent: null }
  it.each([
    ['a frame in the interface', { url: 'app://chancery/', parent: main }],
    ['a page of the site', { url: 'app://chancery/preview/a/', parent: null }],
    ['another host', { url: 'app://elsewhere/', parent: null }],
    ['a host that only begins alike', { url: 'app://chancery.example.org/', parent: null }],
    ['another protocol', { url: 'https://chancery/', parent: null }],
    ['a blank page', { url: 'about:blank', parent: null }],
    ['a frame that is gone', null],
  ] as const)('[SE2] are refused from %s', async (_who, frame) => {
    for (const channel of ['call', 'duty']) {
      const answer = await shell.window.webContents.invoke(channel, ['desk.status', {}], frame)
      expect(answer).toMatchObject({ ok: false, error: { code: 'notAllowed' } })
    }
  })

  it.each([
    ['no name', undefined, {}],
    ['a name that is no text', { toString: 'desk.status' }, {}],
    ['a name nobody knows', 'desk.burn', {}],
    ['a name of every object', 'constructor', {}],
    ['too much', 'desk.status', { extra: true }],
    ['too little', 'articles.read', {}],
    ['nothing at all', 'articles.read', undefined],
  ])('[SE2] are answered in words when they make no sense: %s', async (_what, name, input) => {
    expect(await shell.window.webContents.invoke('call', [name, input])).toMatchObject({
      ok: false,
      error: { message: expect.stringMatching(/\S/) },
    })
  })

  it('tell every page what changed', async () => {
    const heard: Changed[] = []
    const stop = shell.window.webContents.exposed.onChanged?.(...([(event: Changed) => heard.push(event)] as never[])) as () => void
    await shell.call('people.add', { name: 'Grace', roles: ['editor'] })
    await vi.waitFor(() => expect(heard.map(({ topic }) => topic)).toContain('people'))
    stop()
  })
})

describe('pages', () => {
  const get = async (address: string, init?: RequestInit) => {
    const answer = await witness.serve.get('app')?.(new Request(address, init))
    if (!answer) throw new Error('nothing serves app://')
    return answer
  }

  it('[SE3] come with a policy: no inline script, no other host', async () => {
    const answer = await get('app://chancery/')
    expect(answer.status).toBe(200)
    expect(answer.headers.get('content-type')).toMatch(/^text\/html/)
    const policy = answer.headers.get('content-security-policy') ?? ''
    expect(policy).toContain(`default-src 'none'`)
    expect(policy).toContain(`script-src 'self';`)
    expect(policy).not.toMatch(/unsafe|https?:|\*/)
    expect(answer.headers.get('x-content-type-options')).toBe('nosniff')
    expect(answer.headers.get('referrer-policy')).toBe('no-referrer')
    expect(await answer.text()).toBe(readFileSync(path.join(root, 'out/client/index.html'), 'utf8'))
  })

  it('[SE3] of the site run no script', async () => {
    for (const address of ['app://chancery/preview/none/', 'app://chancery/media/none', 'app://chancery/site/none']) {
      const policy = (await get(address)).headers.get('content-security-policy') ?? ''
      expect(policy).toContain(`default-src 'none'`)
      expect(policy).not.toContain('script-src')
    }
  })

  it('are the same for every screen, and nothing beside them is served', async () => {
    expect((await get('app://chancery/review')).status).toBe(200)
    for (const address of [
      'app://elsewhere/',
      'app://chancery/../../package.json',
      'app://chancery/%2e%2e%2fpackage.json',
      'app://chancery/preview/%2e%2e%2fhub.db',
      'app://chancery/no.js',
      'app://chancery/preview/%',
    ]) {
      expect((await get(address)).status, address).toBe(404)
    }
    expect((await get('app://chancery/', { method: 'POST', body: 'a' })).status).toBe(405)
  })

  it('[SE5] see named functions and nothing of Electron', () => {
    const { exposed } = shell.window.webContents
    expect(Object.fromEntries(Object.entries(exposed).map(([name, value]) => [name, typeof value]))).toMatchInlineSnapshot(`
      {
        "call": "function",
        "duty": "function",
        "onChanged": "function",
        "onCommand": "function",
      }
    `)
    const file = readFileSync(path.join(root, 'out/preload/preload.cjs'), 'utf8')
    expect([...file.matchAll(/require\(([^)]*)\)/g)].map((match) => match[1])).toEqual(['"electron"'])
    expect(file).not.toMatch(/\bimport\b\s*[({'"]/)
    expect(file.length).toBeLessThan(4000)
  })
})

describe('quitting', () => {
  it('lets the last call be answered, closes the workstation and lets go of the folder', async () => {
    const last = shell.call('people.add', { name: 'Late', roles: ['writer'] })
    const held = existsSync(path.join(shell.dataFolder, 'owner.json'))
    const code = await shell.quit()
    expect(await last).toMatchObject({ ok: true })
    expect(held).toBe(true)
    expect(code).toBe(0)
    expect(FakeWindow.all).toEqual([])
    expect(witness.errors).toEqual([])
  })
})

afterAll(() => expect(witness.exits).toEqual([0]))
