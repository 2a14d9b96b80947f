/** Starts the real `electron/main.ts` over the fake Electron and a real workstation in a folder of its own. */
import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { vi } from 'vitest'
import type { CallName, Input, Output } from '../../shared/contract/contract.ts'
import type { Result } from '../../shared/result.ts'
import { root } from '../harness/sources.ts'
import { app, makeReady, witness } from './fakeElectron.ts'
import { FakeWindow } from './fakePages.ts'

export interface Shell {
  readonly window: FakeWindow
  readonly dataFolder: string
  /** Through the page's own function, as the interface calls. */
  call<N extends CallName>(name: N, input: Input<N>): Promise<Result<Output<N>>>
  /** Quits as a person does; resolves with the exit code. */
  quit(): Promise<number>
}

/** A test file has one: modules with a life of their own are loaded once. Call `vi.mock('electron', …)` first. */
export async function startShell(dataFolder = mkdtempSync(path.join(tmpdir(), 'chancery-shell-'))): Promise<Shell> {
  for (const built of ['out/preload/preload.cjs', 'out/client/index.html']) {
    if (!existsSync(path.join(root, built))) throw new Error(`${built} is missing: run \`npm run build\` first`)
  }
  process.argv = [process.argv[0] ?? 'electron', root, '--data', dataFolder]
  await import('../../electron/main.ts')
  makeReady()
  await vi.waitFor(
    () => {
      if (witness.errors.length > 0) throw new Error(witness.errors.join(' '))
      if (!FakeWindow.all[0]?.visible) throw new Error('no window is shown')
    },
    { timeout: 15_000, interval: 20 },
  )
  const window = FakeWindow.all[0]
  if (!window) throw new Error('no window is shown')
  return {
    window,
    dataFolder,
    call: async (name, input) => (await window.webContents.exposed.call?.(...([name, input] as never[]))) as never,
    async quit() {
      const exited = new Promise<number>((resolve) => app.once('exited', resolve))
      app.quit()
      const code = await exited
      rmSync(dataFolder, { recursive: true, force: true })
      return code
    },
  }
}
