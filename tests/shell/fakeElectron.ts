/** As much of Electron as the shell's code asks for, written down as it is asked: the tests look at what was refused and what was sent. */
import { EventEmitter } from 'node:events'
import { existsSync } from 'node:fs'
import { FakeWebContents, FakeWindow, type Rectangle, Refusable, type WindowOptions } from './fakePages.ts'

type Handler = (event: unknown, ...given: unknown[]) => unknown

export class FakeIpcMain extends EventEmitter {
  readonly handlers = new Map<string, Handler>()
  handle(channel: string, handler: Handler): void {
    if (this.handlers.has(channel)) throw new Error(`Attempted to register a second handler for '${channel}'`)
    this.handlers.set(channel, handler)
  }
}

export interface MenuItem {
  readonly id?: string
  readonly label?: string
  readonly role?: string
  readonly type?: string
  readonly accelerator?: string
  readonly registerAccelerator?: boolean
  readonly submenu?: readonly MenuItem[]
  readonly click?: (item: unknown, window: unknown) => void
}

/** What happened, for the tests to look at; and what a person would answer. */
export const witness = {
  /** In order: what was called before the program was ready. */
  beforeReady: [] as string[],
  schemes: [] as { scheme: string; privileges: Record<string, boolean> }[],
  serve: new Map<string, (request: Request) => Promise<Response>>(),
  asked: [] as { message: string; detail: string }[],
  buttons: [] as readonly string[][],
  notices: [] as FakeNotification[],
  trays: [] as FakeTray[],
  /** Kinds of sleep that are held off now, by id. */
  awake: new Map<number, string>(),
  answer: 0,
  opened: [] as string[],
  errors: [] as string[],
  exits: [] as number[],
  paths: new Map<string, string>(),
  permissions: {} as Record<string, (...given: never[]) => unknown>,
  menu: [] as readonly MenuItem[],
  displays: [{ workArea: { x: 0, y: 0, width: 1920, height: 1080 } }] as { workArea: Rectangle }[],
  locked: true,
}

export class FakeNotification extends EventEmitter {
  readonly body: string
  readonly title: string
  static isSupported(): boolean {
    return true
  }
  constructor({ title, body }: { title: string; body: string }) {
    super()
    this.title = title
    this.body = body
  }
  show(): void {
    witness.notices.push(this)
  }
}

export class FakeTray extends EventEmitter {
  readonly image: string
  destroyed = false
  menu: readonly MenuItem[] = []
  constructor(image: string) {
    super()
    if (!existsSync(image)) throw new Error(`Failed to load image from path '${image}'`)
    this.image = image
    witness.trays.push(this)
  }
  setToolTip(): void {}
  setContextMenu(menu: readonly MenuItem[]): void {
    this.menu = menu
  }
  destroy(): void {
    this.destroyed = true
  }
}

let blockers = 0

const ready = Promise.withResolvers<void>()
let isReady = false

class FakeApp extends EventEmitter {
  isPackaged = false
  #note(what: string): void {
    if (!isReady) witness.beforeReady.push(what)
  }
  enableSandbox(): void {
    this.#note('enableSandbox')
  }
  setName(): void {
    this.#note('setName')
  }
  getVersion(): string {
    return '0.0.0'
  }
  setPath(name: string, folder: string): void {
    this.#note(`setPath ${name}`)
    witness.paths.set(name, folder)
  }
  getPath(name: string): string {
    const found = witness.paths.get(name)
    if (found === undefined) throw new Error(`Failed to get '${name}' path`)
    return found
  }
  requestSingleInstanceLock(): boolean {
    this.#note('requestSingleInstanceLock')
    return witness.locked
  }
  async whenReady(): Promise<void> {
    return ready.promise
  }
  /** As Electron: all windows first; a window that refuses to close ends the quitting. */
  quit(): void {
    const asked = new Refusable()
    this.emit('before-quit', asked)
    if (asked.defaultPrevented) return
    for (const window of FakeWindow.all.slice()) window.close()
    if (FakeWindow.all.length > 0) return
    const event = new Refusable()
    this.emit('will-quit', event)
    if (!event.defaultPrevented) this.exit(0)
  }
  exit(code: number): void {
    witness.exits.push(code)
    this.emit('exited', code)
  }
}

export const app = new FakeApp()
export const ipcMain = new FakeIpcMain()

export class BrowserWindow extends FakeWindow {
  constructor(options: WindowOptions) {
    super(options, new FakeWebContents(ipcMain))
    app.emit('web-contents-created', {}, this.webContents)
    this.on('closed', () => {
      if (FakeWindow.all.length === 0) app.emit('window-all-closed')
    })
  }
  static getAllWindows(): readonly FakeWindow[] {
    return FakeWindow.all
  }
  static fromWebContents(contents: FakeWebContents): FakeWindow | null {
    return FakeWindow.all.find((window) => window.webContents === contents) ?? null
  }
}

/** Lets everything that waits for `app.whenReady()` go on. */
export function makeReady(): void {
  isReady = true
  ready.resolve()
}

const defaultSession = Object.assign(new EventEmitter(), {
  setPermissionRequestHandler: (handler: never) => void (witness.permissions.request = handler),
  setPermissionCheckHandler: (handler: never) => void (witness.permissions.check = handler),
  setDevicePermissionHandler: (handler: never) => void (witness.permissions.device = handler),
  setSpellCheckerEnabled: () => {},
  webRequest: { onBeforeRequest: (handler: never) => void (witness.permissions.request_out = handler) },
})

/** What `import … from 'electron'` answers in these tests. */
export const electron = {
  app,
  ipcMain,
  BrowserWindow,
  session: { defaultSession },
  protocol: {
    registerSchemesAsPrivileged: (schemes: typeof witness.schemes) => {
      witness.beforeReady.push('registerSchemesAsPrivileged')
      witness.schemes.push(...schemes)
    },
    handle: (scheme: string, handler: (request: Request) => Promise<Response>) => void witness.serve.set(scheme, handler),
  },
  dialog: {
    showMessageBox: async (...given: readonly unknown[]) => {
      const { message, detail, buttons } = given.at(-1) as { message: string; detail: string; buttons: string[] }
      witness.asked.push({ message, detail })
      witness.buttons = [...witness.buttons, buttons]
      return { response: witness.answer }
    },
    showErrorBox: (_title: string, text: string) => void witness.errors.push(text),
  },
  shell: {
    openExternal: async (address: string) => void witness.opened.push(address),
    openPath: async (folder: string) => {
      witness.opened.push(folder)
      return ''
    },
  },
  Notification: FakeNotification,
  Tray: FakeTray,
  powerMonitor: new EventEmitter(),
  powerSaveBlocker: {
    start: (kind: string) => {
      blockers += 1
      witness.awake.set(blockers, kind)
      return blockers
    },
    stop: (id: number) => witness.awake.delete(id),
  },
  nativeTheme: { themeSource: 'system' },
  screen: { getAllDisplays: () => witness.displays },
  Menu: {
    buildFromTemplate: (template: readonly MenuItem[]) => template,
    setApplicationMenu: (menu: readonly MenuItem[]) => void (witness.menu = menu),
  },
}
