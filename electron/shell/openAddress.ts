/** The one way out of the program for an address: asked about, with the real host shown, and only https or mailto. [SE1] */
import { type BrowserWindow, dialog, shell } from 'electron'
import { visitOf } from './addresses.ts'

/** Resolves to false when the address may not be opened or the person declined. */
export async function openAddress(window: BrowserWindow, address: string): Promise<boolean> {
  const visit = visitOf(address)
  if (!visit) return false
  const mail = visit.url.startsWith('mailto:')
  const { response } = await dialog.showMessageBox(window, {
    type: 'question',
    message: mail ? `Write to ${visit.whom}?` : `Open ${visit.whom} in your browser?`,
    detail: visit.url,
    buttons: [mail ? 'Write' : 'Open', 'Cancel'],
    defaultId: 0,
    cancelId: 1,
    noLink: true,
  })
  if (response !== 0) return false
  await shell.openExternal(visit.url)
  return true
}
