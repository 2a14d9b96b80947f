/** The one place where messages from a page arrive: the sender is checked, then the workstation is asked. [SE2] */
import { BrowserWindow, ipcMain, type IpcMainInvokeEvent, type WebContents } from 'electron'
import { isDutyName } from '../../shared/contract/shellDuties.ts'
import { fail, type Result } from '../../shared/result.ts'
import type { Session, Workstation } from '../session.ts'
import { isInterface } from './addresses.ts'
import type { Duties } from './duties.ts'

export interface Switchboard {
  /** Begins the session of a window that was just made; it ends with the window, and outlives a reload. */
  seat(contents: WebContents): Session
  /** Resolves once no call is under way, or after `patience` milliseconds. */
  settled(patience: number): Promise<void>
}

export function openSwitchboard(workstation: Workstation, duties: Duties): Switchboard {
  const sessions = new Map<number, Session>()
  const underWay = new Set<Promise<unknown>>()

  ipcMain.handle('call', (event, name: unknown, input: unknown) => {
    const session = isOwnSender(event) ? sessions.get(event.sender.id) : undefined
    if (!session) return stranger()
    if (typeof name !== 'string') return fail('invalid', 'A call has a name. Nothing was done.')
    const answer = session.call(name, input)
    underWay.add(answer)
    return answer.finally(() => underWay.delete(answer))
  })

  ipcMain.handle('duty', async (event, name: unknown, input: unknown): Promise<Result<unknown>> => {
    const window = isOwnSender(event) ? BrowserWindow.fromWebContents(event.sender) : null
    if (!window) return stranger()
    if (typeof name !== 'string' || !isDutyName(name)) return fail('invalid', 'The window has no such duty. Nothing was done.')
    return duties(window, name, input)
  })

  return {
    seat(contents) {
      const { id } = contents
      const session = workstation.connect((event) => {
        if (!contents.isDestroyed()) contents.send('changed', event)
      })
      sessions.set(id, session)
      contents.once('destroyed', () => {
        sessions.delete(id)
        session.end()
      })
      return session
    },
    async settled(patience) {
      const deadline = new Promise((resolve) => setTimeout(resolve, patience).unref())
      while (underWay.size > 0) {
        const last = await Promise.race([Promise.allSettled(underWay), deadline.then(() => 'late' as const)])
        if (last === 'late') return
      }
    },
  }
}

/** The interface in a window's main frame: not a page of the site in a frame, not another program's page. */
function isOwnSender(event: IpcMainInvokeEvent): boolean {
  const frame = event.senderFrame
  return frame !== null && frame.parent === null && isInterface(frame.url)
}

function stranger(): Result<never> {
  return fail('notAllowed', 'This page may not ask the workstation. Nothing was done.')
}
