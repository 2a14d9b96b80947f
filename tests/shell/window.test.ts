/** The window: what it may not do, where it may not go, what it remembers. */
import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import { app, witness } from './fakeElectron.ts'
import { FakeWindow, type Frame, Refusable } from './fakePages.ts'
import { type Shell, startShell } from './startShell.ts'

vi.mock('electron', async () => {
  const { electron } = await import('./fakeElectron.ts')
  return { ...electron, default: electron }
})

let shell: Shell

beforeAll(async () => {
  shell = await startShell()
})
afterAll(() => shell.quit())
beforeEach(() => {
  witness.asked.length = 0
  witness.opened.length = 0
  witness.answer = 0
})

describe('the window', () => {
  it('[SE1] is made with frozen options: sandboxed, isolated, without Node', () => {
    const { options } = shell.window
    expect(Object.isFrozen(options)).toBe(true)
    expect(Object.isFrozen(options.webPreferences)).toBe(true)
    const { preload, ...preferences } = options.webPreferences
    expect(path.basename(preload ?? '')).toBe('preload.cjs')
    expect(preferences).toEqual({
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      nodeIntegrationInWorker: false,
      nodeIntegrationInSubFrames: false,
      webSecurity: true,
      allowRunningInsecureContent: false,
      experimentalFeatures: false,
      webviewTag: false,
      navigateOnDragDrop: false,
      spellcheck: false,
      devTools: true,
    })
  })

  it('[SE1] is sandboxed, named and given its scheme before the program is ready', () => {
    expect(witness.beforeReady).toEqual(
      expect.arrayContaining([
        'enableSandbox',
        'registerSchemesAsPrivileged',
        'setPath userData',
        'setPath sessionData',
        'requestSingleInstanceLock',
      ]),
    )
    expect(witness.schemes).toEqual([{ scheme: 'app', privileges: { standard: true, secure: true, supportFetchAPI: true, stream: true } }])
    expect(witness.paths.get('userData')?.startsWith(shell.dataFolder)).toBe(true)
  })

  it('[SE1] permits nothing', () => {
    const given: boolean[] = []
    for (const permission of ['media', 'geolocation', 'notifications', 'clipboard-read', 'openExternal']) {
      witness.permissions.request?.(...([{}, permission, (answer: boolean) => given.push(answer)] as never[]))
      expect(witness.permissions.check?.(...([{}, permission] as never[]))).toBe(false)
    }
    expect(given).toEqual([false, false, false, false, false])
    expect(witness.permissions.device?.()).toBe(false)
  })

  it.each([
    ['app://chancery/assets/a.js', false],
    ['data:image/png;base64,AAAA', false],
    ['blob:app://chancery/1', false],
    ['https://example.org/track.gif', true],
    ['http://127.0.0.1:80/', true],
    ['file:///etc/passwd', true],
    ['app://elsewhere/', true],
    ['ws://example.org/', true],
  ])('[SE1] asks nobody else: %s is stopped: %s', (url, cancel) => {
    const answers: unknown[] = []
    witness.permissions.request_out?.(...([{ url }, (answer: unknown) => answers.push(answer)] as never[]))
    expect(answers).toEqual([{ cancel }])
  })

  const main: Frame = { url: 'app://chancery/', parent: null }
  const inner: Frame = { url: 'app://chancery/preview/a/', parent: main }

  it.each([
    [main, 'app://chancery/review', true],
    [main, 'app://chancery/preview/a/', false],
    [main, 'https://example.org/', false],
    [main, 'app://elsewhere/', false],
    [main, 'file:///etc/passwd', false],
    [inner, 'app://chancery/preview/a/2026/03/b/', true],
    [inner, 'app://chancery/', false],
    [inner, 'https://example.org/', false],
  ])('[SE1] stays where it belongs: from %o to %s: %s', (frame, url, stays) => {
    witness.answer = 1
    const event = Object.assign(new Refusable(), { frame, url })
    shell.window.webContents.emit('will-frame-navigate', event)
    expect(event.defaultPrevented).toBe(!stays)
  })

  it('[SE1] opens no window and attaches no webview', () => {
    const event = new Refusable()
    shell.window.webContents.emit('will-attach-webview', event)
    expect(event.defaultPrevented).toBe(true)
    expect(shell.window.webContents.openHandler({ url: 'javascript:alert(1)' })).toEqual({ action: 'deny' })
    expect(witness.asked).toEqual([])
  })

  it('[SE1] shows a page of the site in a window that has no way to the workstation, and leads only to other pages of it', async () => {
    expect(shell.window.webContents.openHandler({ url: 'app://chancery/site/2026/03/a/' })).toEqual({ action: 'deny' })
    const site = FakeWindow.all[1]
    if (!site) throw new Error('no second window')
    expect(site.loaded).toBe('app://chancery/site/2026/03/a/')
    const { preload: _preload, ...preferences } = shell.window.options.webPreferences
    expect(site.options.webPreferences).toEqual(preferences)
    expect(site.webContents.exposed).toEqual({})
    expect(await site.webContents.invoke('call', ['desk.status', {}])).toMatchObject({ ok: false, error: { code: 'notAllowed' } })
    for (const [url, stays] of [
      ['app://chancery/site/', true],
      ['app://chancery/', false],
      ['https://example.org/', false],
    ] as const) {
      const event = Object.assign(new Refusable(), { frame: site.webContents.mainFrame, url })
      witness.answer = 1
      site.webContents.emit('will-frame-navigate', event)
      expect(event.defaultPrevented, url).toBe(!stays)
    }
    site.close()
    expect(FakeWindow.all).toEqual([shell.window])
  })

  it('[SE1] shows the real host before an address is handed to the system, and takes no for an answer', async () => {
    witness.answer = 1
    const address = 'https://xn--80ak6aa92e.com/lords?x=1'
    expect(shell.window.webContents.openHandler({ url: address })).toEqual({ action: 'deny' })
    await vi.waitFor(() => expect(witness.asked).toEqual([{ message: 'Open xn--80ak6aa92e.com in your browser?', detail: address }]))
    expect(witness.opened).toEqual([])
    expect(await duty('openAddress', { address: 'mailto:desk@example.org' })).toEqual({ ok: true, value: { opened: false } })
    witness.answer = 0
    expect(await duty('openAddress', { address })).toEqual({ ok: true, value: { opened: true } })
    expect(witness.opened).toEqual([address])
  })

  it.each([
    'http://example.org/',
    'file:///etc/passwd',
    'javascript:alert(1)',
    'https://user:word@example.org/',
    'smb://host/share',
    'mailto:',
    'not an address',
  ])('[SE1] hands %s to nobody', async (address) => {
    expect(await duty('openAddress', { address })).toEqual({ ok: true, value: { opened: false } })
    expect(witness.asked).toEqual([])
    expect(witness.opened).toEqual([])
  })

  it('begins a page again when it ends by itself, but not for ever', () => {
    for (let times = 0; times < 9; times += 1) shell.window.webContents.emit('render-process-gone', {}, { reason: 'crashed' })
    expect(shell.window.webContents.reloads).toBe(5)
  })

  it('remembers light or dark', async () => {
    expect(await duty('readAppearance', {})).toEqual({ ok: true, value: { theme: 'system' } })
    expect(await duty('setAppearance', { theme: 'dark' })).toEqual({ ok: true, value: { theme: 'dark' } })
    expect(await duty('setAppearance', { theme: 'purple' })).toMatchObject({ ok: false, error: { code: 'invalid' } })
    expect(await duty('readAppearance', {})).toEqual({ ok: true, value: { theme: 'dark' } })
    expect(await duty('formatDisk', {})).toMatchObject({ ok: false, error: { code: 'invalid' } })
  })

  it('comes forward when the program is started again', () => {
    const before = shell.window.focused
    shell.window.minimised = true
    app.emit('second-instance', {}, ['chancery'], '/')
    expect(shell.window.minimised).toBe(false)
    expect(shell.window.focused).toBe(before + 1)
  })

  it('[IN8] shows the keys that somebody chose in its menu, and none that it could not draw', async () => {
    const acceleratorOf = (wanted: string) =>
      witness.menu.flatMap(({ submenu }) => submenu ?? []).find(({ id }) => id === wanted)?.accelerator
    const keys = { import: 'Mod+Alt+I', goReview: '', goQueue: 'Mod+ArrowUp', goRecord: 'Mod+Ä', bold: 'Mod++' }
    expect(await duty('showKeys', { keys })).toEqual({ ok: true, value: { shown: true } })
    expect(['import', 'goReview', 'goQueue', 'goRecord', 'bold', 'goDesk'].map(acceleratorOf)).toEqual([
      'CommandOrControl+Alt+I',
      undefined,
      'CommandOrControl+Up',
      undefined,
      'CommandOrControl+Plus',
      'CommandOrControl+1',
    ])
    await duty('showKeys', { keys: {} })
    expect(['import', 'goReview'].map(acceleratorOf)).toEqual([undefined, 'CommandOrControl+3'])
    expect(await duty('showKeys', { keys: { import: 7 } })).toMatchObject({ ok: false, error: { code: 'invalid' } })
  })

  it('draws the menu from the registry; choosing tells the page', async () => {
    const items = witness.menu.flatMap(({ submenu }) => submenu ?? [])
    const review = items.find(({ id }) => id === 'goReview')
    expect(review).toMatchObject({ label: 'Review', accelerator: 'CommandOrControl+3', registerAccelerator: false })
    const chosen: unknown[] = []
    const stop = shell.window.webContents.exposed.onCommand?.(...([(id: unknown) => chosen.push(id)] as never[])) as () => void
    review?.click?.({}, undefined)
    await vi.waitFor(() => expect(chosen).toEqual(['goReview']))
    // As by a hand: a chooser of files opens for nothing else.
    expect(shell.window.webContents.gestures).toEqual(['undefined true'])
    stop()
    review?.click?.({}, undefined)
    await new Promise((resolve) => setTimeout(resolve, 20))
    expect(chosen).toEqual(['goReview'])
  })

  it('keeps its place in a file of its own, and no word of the desk in it', () => {
    const file = path.join(shell.dataFolder, 'shell', 'settings.json')
    shell.window.emit('close', new Refusable())
    expect(existsSync(file)).toBe(true)
    expect(JSON.parse(readFileSync(file, 'utf8'))).toMatchObject({
      place: { x: 10, y: 20, width: 1000, height: 700, maximised: false },
      theme: 'dark',
    })
  })
})

async function duty(name: string, input: unknown): Promise<unknown> {
  return shell.window.webContents.exposed.duty?.(...([name, input] as never[]))
}
