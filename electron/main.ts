/** The Electron shell's entry: one instance a desk, a window over the workstation, closed in order. */
import { mkdirSync } from 'node:fs'
import path from 'node:path'
import { app, BrowserWindow, dialog, nativeTheme } from 'electron'
import { runCommand } from './cli/run.ts'
import { claimDataFolder, type Ownership } from './owner/claim.ts'
import { prepareDataFolder } from './owner/dataFolder.ts'
import { appVersion, clientFolder, defaultDataFolder } from './program.ts'
import { faultPlace } from '../shared/fault.ts'
import { denyEverything } from './shell/confine.ts'
import { shellDutiesOver } from './shell/duties.ts'
import { openSwitchboard } from './shell/ipc.ts'
import { leavingOver } from './shell/leaving.ts'
import { setMenu } from './shell/menu.ts'
import { noticesOver } from './shell/notices.ts'
import { openedFiles } from './shell/openedFiles.ts'
import { registerScheme, serveInterface } from './shell/protocol.ts'
import { openSettings } from './shell/settings.ts'
import { keepVigil } from './shell/vigil.ts'
import { openInterface, sendCommand } from './shell/window.ts'
import type { Session } from './session.ts'
import { openWorkstation } from './workstation.ts'

/** Milliseconds a page has for its last words to be saved, and the workstation to answer them. */
const lastWords = { pause: 300, patience: 10_000 } as const

process.umask(0o077)
app.enableSandbox()
app.setName('Chancery')
registerScheme()

const files = openedFiles()
files.addFrom(process.argv.slice(1), process.cwd())
// On macOS files come by a message, perhaps before the program is ready.
app.on('open-file', (event, file) => {
  event.preventDefault()
  files.add(file)
})

const prepared = prepareDataFolder(wantedFolder())
if (!prepared.ok) refuse(prepared.error.message)
else {
  const shellFolder = path.join(prepared.value, 'shell')
  mkdirSync(shellFolder, { recursive: true, mode: 0o700 })
  // Chromium's own files lie with the desk, and the single instance is one for each desk.
  app.setPath('userData', shellFolder)
  app.setPath('sessionData', shellFolder)
  if (!app.requestSingleInstanceLock()) app.quit()
  else
    app
      .whenReady()
      .then(() => boot(prepared.value, shellFolder), fatal)
      .catch(fatal)
}

async function boot(dataFolder: string, shellFolder: string): Promise<void> {
  const claim = await claimDataFolder(dataFolder)
  if (!claim.ok) return refuse(claim.error.message)
  if (!claim.value.mine) {
    const address = await claim.value.owner.address()
    return refuse(
      address
        ? `This desk is open already, in a browser at ${address}. Close it there first, or go on there.`
        : 'This desk is open already, in another window.',
    )
  }
  await open(claim.value, shellFolder)
}

async function open(ownership: Ownership, shellFolder: string): Promise<void> {
  const { dataFolder } = ownership
  const opened = await openWorkstation({ dataFolder, app: appVersion })
  if (!opened.ok) {
    await ownership.release()
    return refuse(opened.error.message)
  }
  const workstation = opened.value
  const settings = openSettings(shellFolder)
  nativeTheme.themeSource = settings.theme
  const switchboard = openSwitchboard(
    workstation,
    shellDutiesOver(
      settings,
      dataFolder,
      files,
      (chosen) => setMenu(tell, chosen),
      (unsaved) => leaving.holdSettings(unsaved),
    ),
  )
  denyEverything()
  serveInterface(workstation, clientFolder())

  let window: BrowserWindow | undefined
  let seated: Session | undefined
  const standing = () => (window?.isDestroyed() ? undefined : window)
  const show = () => {
    leaving.cameBack()
    const there = standing()
    if (!there) return makeWindow()
    if (there.isMinimized()) there.restore()
    if (!there.isVisible()) there.show()
    there.focus()
  }
  const tell = (message: string) => {
    show()
    const page = standing()
    if (page) void sendCommand(page, message)
  }
  const leaving = leavingOver({ due: () => vigil.due(), window: standing, show })
  const notices = noticesOver({ isLookedAt: () => standing()?.isFocused() === true, show: tell })
  const house = workstation.connect((event) => vigil.hear(event))
  const vigil = keepVigil(() => (standing() ? seated : undefined), house, notices, leaving.seen)
  const makeWindow = () => {
    window = openInterface(settings)
    // Pages of the site are looked at beside the work, not instead of it.
    window.once('closed', () => BrowserWindow.getAllWindows().forEach((other) => other.close()))
    seated = switchboard.seat(window.webContents)
    waitForLastWords(window, leaving.mayClose, () => switchboard.settled(lastWords.patience))
  }
  setMenu(tell)
  const served = await ownership.serve({
    address: () => {
      show()
      return ''
    },
    run: (argv, cwd, terminal) => runCommand(argv, { workstation, dataFolder, cwd, terminal }),
  })
  if (!served.ok) {
    vigil.stop()
    await workstation.close()
    await ownership.release()
    return refuse(served.error.message)
  }
  app.on('second-instance', (_event, args, cwd) => {
    if (files.addFrom(args.slice(1), cwd)) tell('openedFiles')
    else show()
  })
  app.on('open-file', () => tell('openedFiles'))
  app.on('activate', show)
  app.on('window-all-closed', () => app.quit())
  closeInOrder(async () => {
    vigil.stop()
    await workstation.close()
    await ownership.release()
  })
  makeWindow()
}

/** A hidden page saves what it still holds; the window goes when that is stored. */
function waitForLastWords(window: BrowserWindow, mayClose: () => boolean, settled: () => Promise<void>): void {
  let isLeaving = false
  window.on('close', (event) => {
    event.preventDefault()
    if (isLeaving || !mayClose()) return
    isLeaving = true
    window.hide()
    setTimeout(() => void settled().then(() => window.destroy()), lastWords.pause)
  })
}

/** Quitting waits for the workstation, once. */
function closeInOrder(close: () => Promise<void>): void {
  let closing = false
  app.on('will-quit', (event) => {
    event.preventDefault()
    if (closing) return
    closing = true
    void close().then(
      () => app.exit(0),
      (error: unknown) => fatal(error),
    )
  })
}

/** `--data DIR`, else as in the other shells. */
function wantedFolder(): string {
  const args = process.argv.slice(app.isPackaged ? 1 : 2)
  const at = args.indexOf('--data')
  const named = at >= 0 ? args[at + 1] : args.find((arg) => arg.startsWith('--data='))?.slice('--data='.length)
  return named ? path.resolve(named) : defaultDataFolder()
}

function refuse(message: string): void {
  dialog.showErrorBox('Chancery', message)
  app.exit(1)
}

function fatal(error: unknown): void {
  process.stderr.write(`${faultPlace(error)}\n`)
  refuse('Chancery could not be opened because of a fault in the program. What was saved is safe. The details are on the error output.')
}
