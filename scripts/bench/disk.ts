/** The disk between two measurements: what one way has left to be written must not be waited for by the next. */
import { spawn } from 'node:child_process'
import { createInterface } from 'node:readline'

export interface Disk {
  /** Resolves when everything written until now is on the disk. */
  settle(): Promise<void>
  close(): void
}

/** Asks a process that was begun before: beginning one each time would leave its cost in the memory of whatever is measured next. */
export function openDisk(): Disk {
  const child = spawn('sh', ['-c', 'while read -r line; do sync; echo "$line"; done'], { stdio: ['pipe', 'pipe', 'inherit'] })
  const lines = createInterface({ input: child.stdout })
  return {
    settle: () =>
      new Promise((resolve, reject) => {
        child.once('error', reject)
        lines.once('line', () => {
          child.off('error', reject)
          resolve()
        })
        child.stdin.write('sync\n')
      }),
    close() {
      lines.close()
      child.stdin.end()
    },
  }
}
