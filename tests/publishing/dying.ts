/** A publisher in a process of its own that ends itself, without a word, at one step: `node dying.ts FOLDER STEP NOW`. */
import process from 'node:process'
import { recoverQueue, workQueue } from '../../hub/publishing/publisher.ts'
import { openHub } from '../factories/hub.ts'

process.umask(0o077)
const [folder, last, now] = process.argv.slice(2)
if (!folder || !last || !now) throw new Error('dying.ts FOLDER STEP NOW')
const hub = await openHub({ folder, at: now })
await recoverQueue(hub)
await workQueue(hub, {
  step(name) {
    if (name.startsWith(last)) process.kill(process.pid, 'SIGKILL')
  },
})
await hub.close()
