/** One full build by the product's own hub: `node buildOnce.mjs HUB_FOLDER SITE_FOLDER LIMITS`; prints the largest size that the process had, in kB. */
import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import process from 'node:process'
import { Worker } from 'node:worker_threads'
import { hubKey } from './hubKey.mjs'

const root = path.join(import.meta.dirname, '../..')
const status = '/proc/self/status'
// As every shell of the product does.
process.umask(0o077)
const [folder = '', site = '', limits = '{}'] = process.argv.slice(2)

const hub = new Worker(path.join(root, 'out/main/hub-worker.js'), {
  workerData: { file: path.join(folder, 'hub.db'), key: hubKey, folder, resources: path.join(root, 'resources'), automatic: false },
  resourceLimits: JSON.parse(limits),
})
hub.on('message', (message) => {
  if ('opened' in message) hub.postMessage({ id: 1, message: { type: 'buildSite', folder: site } })
  else if ('answer' in message && message.answer.ok) hub.postMessage({ close: true })
  else if (!('closed' in message || 'event' in message)) throw new Error(JSON.stringify(message))
})
hub.once('exit', () => process.stdout.write(String(largestSize())))

/** The system's own count begins with what the process was forked from, which may be larger. */
function largestSize() {
  const [, found] = /^VmHWM:\s+(\d+) kB$/mu.exec(existsSync(status) ? readFileSync(status, 'utf8') : '') ?? []
  return found === undefined ? process.resourceUsage().maxRSS : Number(found)
}
