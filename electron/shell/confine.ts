/** What no page may do, wherever it came from: permissions, requests, navigation, new windows. [SE1] */
import { app, BrowserWindow, session, type WebContents, type WebFrameMain } from 'electron'
import { isInterface, isOwnAddress, isSitePage } from './addresses.ts'
import { openAddress } from './openAddress.ts'
import { isSiteWindow, openSite } from './window.ts'

/** Applies to every page that ever exists, frames and what extensions of Electron may bring included. Once, before the first window. */
export function denyEverything(): void {
  const { defaultSession } = session
  defaultSession.setPermissionRequestHandler((_contents, _permission, answer) => answer(false))
  defaultSession.setPermissionCheckHandler(() => false)
  defaultSession.setDevicePermissionHandler(() => false)
  defaultSession.setSpellCheckerEnabled(false)
  defaultSession.webRequest.onBeforeRequest((details, answer) => answer({ cancel: !mayBeAsked(details.url) }))
  defaultSession.on('will-download', (event, item) => {
    // A copy of one's own words is made by the page itself; nothing is ever fetched from elsewhere.
    if (!item.getURL().startsWith('blob:app:')) event.preventDefault()
  })
  app.on('web-contents-created', (_event, contents) => confine(contents))
}

/** A page asks only this program, what it made itself, and, while the program is being written, its tools. */
function mayBeAsked(address: string): boolean {
  return isOwnAddress(address) || /^(?:blob:app:|data:|about:)/.test(address) || (!app.isPackaged && address.startsWith('devtools:'))
}

function confine(contents: WebContents): void {
  const offer = (address: string) => {
    const window = BrowserWindow.fromWebContents(contents)
    if (window && !isOwnAddress(address)) void openAddress(window, address)
  }
  contents.on('will-attach-webview', (event) => event.preventDefault())
  contents.setWindowOpenHandler(({ url }) => {
    if (isSitePage(url)) openSite(url)
    else offer(url)
    return { action: 'deny' }
  })
  contents.on('will-frame-navigate', (event) => {
    if (mayShow(contents, event.frame, event.url)) return
    event.preventDefault()
    offer(event.url)
  })
  contents.on('will-redirect', (event) => event.preventDefault())
}

/** A window shows the interface, with pages of the site in its frames, or pages of the site alone; never one in the other's place. */
function mayShow(contents: WebContents, frame: WebFrameMain | null, address: string): boolean {
  if (frame === null) return false
  return frame.parent === null && !isSiteWindow(contents) ? isInterface(address) : isSitePage(address)
}
