/** Windows and pages of the fake Electron: a page is the real built preload run apart, its messages copied as IPC copies them. */
import { EventEmitter } from 'node:events'
import { readFileSync } from 'node:fs'
import vm from 'node:vm'
import type { FakeIpcMain } from './fakeElectron.ts'

export interface Frame {
  readonly url: string
  readonly parent: Frame | null
}

/** What the preload puts on the page. */
export type Exposed = Readonly<Record<string, (...given: never[]) => unknown>>

let nextId = 1

export class FakeWebContents extends EventEmitter {
  readonly id = nextId++
  readonly ipc: FakeIpcMain
  mainFrame: Frame = { url: 'about:blank', parent: null }
  zoom = 0
  destroyed = false
  reloads = 0
  /** What was run in the page, and whether as by a hand. */
  readonly gestures: string[] = []
  openHandler: (details: { url: string }) => { action: string } = () => ({ action: 'allow' })
  /** Listeners of the page's side, by channel. */
  readonly renderer = new EventEmitter()
  exposed: Exposed = {}

  constructor(ipc: FakeIpcMain) {
    super()
    this.ipc = ipc
  }

  send(channel: string, value: unknown): void {
    if (this.destroyed) throw new Error('Object has been destroyed')
    const copy = structuredClone(value)
    setImmediate(() => this.renderer.emit(channel, {}, copy))
  }

  /** A message from a frame; the main one unless another is named. */
  async invoke(channel: string, given: readonly unknown[], frame: Frame | null = this.mainFrame): Promise<unknown> {
    const handler = this.ipc.handlers.get(channel)
    if (!handler) throw new Error(`No handler registered for '${channel}'`)
    const copied = structuredClone(given)
    return structuredClone(await handler({ sender: this, senderFrame: frame }, ...copied))
  }

  runPreload(file: string): void {
    const electron = {
      contextBridge: {
        exposeInMainWorld: (name: string, api: Exposed) => {
          this.exposed = api
          this.emit('exposed', name, api)
        },
      },
      ipcRenderer: {
        invoke: (channel: string, ...given: unknown[]) => this.invoke(channel, given),
        on: (channel: string, listener: (...heard: unknown[]) => void) => this.renderer.on(channel, listener),
        off: (channel: string, listener: (...heard: unknown[]) => void) => this.renderer.off(channel, listener),
      },
    }
    const require = (name: string) => {
      if (name !== 'electron') throw new Error(`module not found: ${name}`)
      return electron
    }
    const module = { exports: {} }
    // Only what a sandboxed preload has.
    vm.runInNewContext(`(function (require, module, exports) {${readFileSync(file, 'utf8')}\n})`, {})(require, module, module.exports)
  }

  async executeJavaScript(code: string, gesture: boolean): Promise<void> {
    this.gestures.push(`${code} ${gesture}`)
  }

  setZoomLevel(level: number): void {
    this.zoom = level
  }

  getZoomLevel(): number {
    return this.zoom
  }

  setWindowOpenHandler(handler: FakeWebContents['openHandler']): void {
    this.openHandler = handler
  }

  isDestroyed(): boolean {
    return this.destroyed
  }

  reload(): void {
    this.reloads += 1
  }
}

export interface WindowOptions {
  readonly webPreferences: { readonly preload?: string; readonly [name: string]: unknown }
  readonly [name: string]: unknown
}

export interface Rectangle {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

/** An event that can be refused, as Electron hands them out. */
export class Refusable {
  defaultPrevented = false
  preventDefault(): void {
    this.defaultPrevented = true
  }
}

export class FakeWindow extends EventEmitter {
  static readonly all: FakeWindow[] = []
  readonly options: WindowOptions
  readonly webContents: FakeWebContents
  visible = false
  minimised = false
  maximised = false
  focused = 0
  /** What a test says of it: nobody is there to click. */
  inFront = false
  loaded = ''

  constructor(options: WindowOptions, contents: FakeWebContents) {
    super()
    this.options = options
    this.webContents = contents
    FakeWindow.all.push(this)
  }

  async loadURL(url: string): Promise<void> {
    this.loaded = url
    this.webContents.mainFrame = { url, parent: null }
    const { preload } = this.options.webPreferences
    if (preload !== undefined) this.webContents.runPreload(preload)
    await new Promise((resolve) => setImmediate(resolve))
    this.webContents.emit('did-finish-load')
    this.emit('ready-to-show')
  }

  close(): void {
    const event = new Refusable()
    this.emit('close', event)
    if (!event.defaultPrevented) this.destroy()
  }

  destroy(): void {
    if (this.webContents.destroyed) return
    FakeWindow.all.splice(FakeWindow.all.indexOf(this), 1)
    this.webContents.destroyed = true
    this.webContents.emit('destroyed')
    this.emit('closed')
  }

  show(): void {
    this.visible = true
  }
  hide(): void {
    this.visible = false
  }
  focus(): void {
    this.focused += 1
  }
  removeMenu(): void {}
  restore(): void {
    this.minimised = false
  }
  maximize(): void {
    this.maximised = true
  }
  isMinimized(): boolean {
    return this.minimised
  }
  isMaximized(): boolean {
    return this.maximised
  }
  isFocused(): boolean {
    return this.inFront
  }
  isVisible(): boolean {
    return this.visible
  }
  isDestroyed(): boolean {
    return this.webContents.destroyed
  }
  getNormalBounds(): Rectangle {
    return { x: 10, y: 20, width: 1000, height: 700 }
  }
}
