/** The built web shell over a desk's folder, and a browser that does not wait for a screen. */
import { spawn } from 'node:child_process'
import path from 'node:path'
import process from 'node:process'
import { createInterface } from 'node:readline'
import { type Browser, chromium } from 'playwright'

export interface Shell {
  readonly address: string
  close(): Promise<void>
}

export async function openShell(folder: string): Promise<Shell> {
  const child = spawn(process.execPath, [path.join(import.meta.dirname, '../../out/main/web.js'), '--data', folder], {
    env: { ...process.env, CHANCERY_OPEN: 'no' },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()))
  const address = await new Promise<string>((resolve, reject) => {
    createInterface({ input: child.stdout }).on('line', (line) => {
      const [found] = /http:\/\/\S+/.exec(line) ?? []
      if (found) resolve(found)
    })
    child.once('exit', (code) => reject(new Error(`the web shell ended with ${code}`)))
  })
  return {
    address,
    async close() {
      child.kill('SIGTERM')
      await ended
    },
  }
}

/** At 60 frames a second ten milliseconds are hidden: frames come as fast as they are made. */
export function openBrowser(executablePath: string): Promise<Browser> {
  return chromium.launch({
    executablePath,
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-frame-rate-limit',
      '--disable-gpu-vsync',
    ],
  })
}
