/** The one place where a window is made: frozen options, nothing permitted, nowhere to go. [SE1] */
import path from 'node:path'
import { app, BrowserWindow, type BrowserWindowConstructorOptions, type Rectangle, screen, type WebContents } from 'electron'
import { faultPlace } from '../../shared/fault.ts'
import { programFolder } from '../program.ts'
import { home } from './addresses.ts'
import type { ShellSettings, WindowPlace } from './settings.ts'

const smallest = { minWidth: 480, minHeight: 360 } as const
const usual = { width: 1280, height: 860 } as const
/** A page that ends over and over is not begun for ever. */
const mostRevivals = 5

/** Windows that show pages of the site: without a preload, so without a way to the workstation. */
const siteWindows = new WeakSet<WebContents>()

/** Every window there is comes from here. */
function createWindow(place: BrowserWindowConstructorOptions, preload: { readonly preload?: string }): BrowserWindow {
  const webPreferences = Object.freeze({
    ...preload,
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
    // Its dictionaries would be fetched from another company's server.
    spellcheck: false,
    devTools: !app.isPackaged,
  })
  const window = new BrowserWindow(
    Object.freeze({ ...usual, ...place, ...smallest, title: 'Chancery', show: false, backgroundColor: '#faf7f0', webPreferences }),
  )
  window.once('ready-to-show', () => window.show())
  return window
}

/** Makes the window of the interface and loads it; it is shown once there is something to see. */
export function openInterface(settings: ShellSettings): BrowserWindow {
  const place = settings.place
  const window = createWindow(place === undefined ? {} : onScreen(place), {
    preload: path.join(programFolder(), 'out', 'preload', 'preload.cjs'),
  })
  if (place?.maximised) window.maximize()
  window.webContents.on('did-finish-load', () => window.webContents.setZoomLevel(settings.zoom))
  let revivals = 0
  window.webContents.on('render-process-gone', (_event, { reason }) => {
    if (reason === 'clean-exit' || window.isDestroyed() || revivals >= mostRevivals) return
    revivals += 1
    // Everything typed is saved on its way; the page reads it again.
    window.webContents.reload()
  })
  window.on('close', () => settings.change({ place: placeOf(window), zoom: window.webContents.getZoomLevel() }))
  load(window, home)
  return window
}

/**
 * Tells the page of a command that a person chose outside it, in the menu or on a notification, once it is loaded. It was their hand:
 * without that the page might not open the chooser of files that some commands need.
 */
export async function sendCommand({ webContents }: BrowserWindow, command: string): Promise<void> {
  try {
    await webContents.executeJavaScript('undefined', true)
  } catch {
    // A page that ended meanwhile is begun again, and hears it then or not at all.
  }
  if (!webContents.isDestroyed()) webContents.send('command', command)
}

/** Shows a page of the desk's own site, as its readers see it, in a window beside the interface. */
export function openSite(address: string): void {
  const window = createWindow({}, {})
  siteWindows.add(window.webContents)
  window.removeMenu()
  load(window, address)
}

export function isSiteWindow(contents: WebContents): boolean {
  return siteWindows.has(contents)
}

/** A page that is left before it has come is no fault. */
function load(window: BrowserWindow, address: string): void {
  window.loadURL(address).catch((error: unknown) => {
    // Its message names the address, and the address of a page its headline. [SE12]
    if (!String(error).includes('ERR_ABORTED')) process.stderr.write(`${faultPlace(error)}\n`)
  })
}

function placeOf(window: BrowserWindow): WindowPlace {
  return { ...window.getNormalBounds(), maximised: window.isMaximized() }
}

/** Its old place, unless the screen that it was on is gone. */
function onScreen(place: WindowPlace): Partial<Rectangle> {
  const { x, y, width, height } = place
  if (x === undefined || y === undefined) return { width, height }
  const seen = screen.getAllDisplays().some(({ workArea }) => {
    const across = Math.min(x + width, workArea.x + workArea.width) - Math.max(x, workArea.x)
    const down = Math.min(y + height, workArea.y + workArea.height) - Math.max(y, workArea.y)
    return across >= 100 && down >= 100
  })
  return seen ? { x, y, width, height } : { width, height }
}
