/** Ending the program while something is still to go out, or settings are not saved: asked about; what goes out is done out of sight when that is wanted. [QU14] */
import path from 'node:path'
import { app, type BrowserWindow, dialog, Menu, powerMonitor, Tray } from 'electron'
import { resourcesFolder } from '../program.ts'
import type { DueWork } from './dueWork.ts'

export interface Leaving {
  /** The window is about to close. True: it may; otherwise somebody is asked first, and it stays. */
  mayClose(): boolean
  /** The window is in front again. */
  cameBack(): void
  /** Whether settings are typed and not saved: they would go with the window. */
  holdSettings(unsaved: boolean): void
  /** What is due was looked at: out of sight, with nothing left to do, the program ends by itself. */
  seen(due: DueWork): void
}

export interface LeavingOptions {
  readonly due: () => DueWork
  readonly window: () => BrowserWindow | undefined
  readonly show: () => void
}

type Choice = 'stay in the background' | 'quit' | 'cancel'

export function leavingOver({ due, window, show }: LeavingOptions): Leaving {
  let isAgreed = false
  let isAsking = false
  let tray: Tray | undefined
  let isHidden = false
  let hasSettings = false

  function quit(): void {
    isAgreed = true
    app.quit()
  }

  async function ask(): Promise<void> {
    if (isAsking) return
    isAsking = true
    const choice = due().withinADay > 0 ? await chooseOverDue(due(), hasSettings, window()) : await chooseOverSettings(window())
    isAsking = false
    if (choice === 'quit') quit()
    if (choice === 'stay in the background') hide()
  }

  function hide(): void {
    isHidden = true
    window()?.hide()
    tray ??= trayOver(show, quit)
  }

  const isFree = () => isAgreed || (due().withinADay === 0 && !hasSettings)

  app.on('before-quit', (event) => {
    if (isFree()) {
      isAgreed = true
      return
    }
    event.preventDefault()
    void ask()
  })
  // The computer goes down whatever is answered: nothing is asked, and what was due is told at the next start.
  powerMonitor.on('shutdown', () => {
    isAgreed = true
  })

  return {
    mayClose() {
      if (isFree()) return true
      void ask()
      return false
    },
    cameBack() {
      isHidden = false
      tray?.destroy()
      tray = undefined
    },
    holdSettings(unsaved) {
      hasSettings = unsaved
    },
    seen({ withinADay, needsSomebody }) {
      // Settings that are not saved wait for whoever typed them to come back.
      if (isHidden && !hasSettings && withinADay + needsSomebody === 0) quit()
    },
  }
}

async function chooseOverDue(due: DueWork, hasSettings: boolean, window: BrowserWindow | undefined): Promise<Choice> {
  const settings = hasSettings ? ' Settings that were typed are not saved yet: quitting gives them up.' : ''
  return choose(window, ['stay in the background', 'quit', 'cancel'], {
    message:
      due.withinADay === 1
        ? 'One edition is still to go out from this computer.'
        : `${due.withinADay} editions are still to go out from this computer.`,
    detail: `${when(due.nextAt)} In the background Chancery publishes it out of sight and ends when everything is out; the computer has to stay on. Without Chancery it waits for the next start.${settings}`,
    buttons: ['Keep running in the background', 'Quit', 'Cancel'],
  })
}

async function chooseOverSettings(window: BrowserWindow | undefined): Promise<Choice> {
  return choose(window, ['cancel', 'quit'], {
    message: 'Settings that were typed are not saved yet.',
    detail:
      'They stay where they were typed, under Settings or in setting up the newspaper, until you save them or give them up. Quitting gives them up; everything else is saved.',
    buttons: ['Cancel', 'Quit without saving them'],
  })
}

interface Question {
  readonly message: string
  readonly detail: string
  /** One for each choice; the first is the usual one. */
  readonly buttons: string[]
}

async function choose(window: BrowserWindow | undefined, choices: readonly Choice[], question: Question): Promise<Choice> {
  const options = { type: 'question' as const, ...question, defaultId: 0, cancelId: choices.indexOf('cancel'), noLink: true }
  const { response } = window ? await dialog.showMessageBox(window, options) : await dialog.showMessageBox(options)
  return choices[response] ?? 'cancel'
}

function when(at: string): string {
  if (Date.parse(at) <= Date.now()) return 'It is on its way.'
  const time = new Intl.DateTimeFormat('en-GB', { weekday: 'long', hour: '2-digit', minute: '2-digit', hourCycle: 'h23' }).format(
    new Date(at),
  )
  return `The next is due on ${time} by this computer’s clock.`
}

/** Where the system has no place for it, starting the program again brings the window back. */
function trayOver(show: () => void, quit: () => void): Tray | undefined {
  try {
    const tray = new Tray(path.join(resourcesFolder(), 'shell', 'tray.png'))
    tray.setToolTip('Chancery publishes in the background')
    tray.setContextMenu(
      Menu.buildFromTemplate([
        { label: 'Open Chancery', click: show },
        { label: 'Quit', click: quit },
      ]),
    )
    tray.on('click', show)
    return tray
  } catch {
    return undefined
  }
}
