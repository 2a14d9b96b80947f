/** All that a page sees of the world outside: named functions, nothing of Electron itself. One CommonJS file. [SE5] */
import { contextBridge, ipcRenderer, type IpcRendererEvent } from 'electron'
import type { Changed } from '../../shared/contract/contract.ts'

/** Passes on what arrives on a channel, without the event that carries it; answers how to stop. */
function hear(channel: string, listener: (value: unknown) => void): () => void {
  const heard = (_event: IpcRendererEvent, value: unknown) => listener(value)
  ipcRenderer.on(channel, heard)
  return () => {
    ipcRenderer.off(channel, heard)
  }
}

contextBridge.exposeInMainWorld('chancery', {
  call: (name: string, input: unknown): Promise<unknown> => ipcRenderer.invoke('call', name, input),
  duty: (name: string, input: unknown): Promise<unknown> => ipcRenderer.invoke('duty', name, input),
  onChanged: (listener: (changed: Changed) => void) => hear('changed', (value) => listener(value as Changed)),
  onCommand: (listener: (id: string) => void) => hear('command', (value) => listener(value as string)),
})
