/** The contract on the workstation itself. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { openWorkstation } from '../../electron/workstation.ts'
import type { Changed } from '../../shared/contract/contract.ts'
import { must } from '../factories/people.ts'
import { contractSuite } from '../suites/contract.ts'

contractSuite('in process', async () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'chancery-test-'))
  const workstation = must(await openWorkstation({ dataFolder: folder, app: 'test', automatic: false }))
  return {
    async connect() {
      const listeners = new Set<(event: Changed) => void>()
      const session = workstation.connect((event) => {
        for (const listener of listeners) listener(event)
      })
      return {
        call: (name, input) => session.call(name, input),
        onChanged(listener) {
          listeners.add(listener)
          return () => listeners.delete(listener)
        },
        close: async () => session.end(),
      }
    },
    async close() {
      await workstation.close()
      rmSync(folder, { recursive: true })
    },
  }
})
