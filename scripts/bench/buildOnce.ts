/** One full build in a process of its own: `node buildOnce.ts HUB_FOLDER SITE_FOLDER`; prints the largest size it had, in kB. */
import { existsSync, readFileSync } from 'node:fs'
import process from 'node:process'
import { buildSite } from '../../hub/publishing/publisher.ts'
import { hashWithNode } from '../../sqlite/hashing.ts'
import { openHub } from './benchHub.ts'

const status = '/proc/self/status'
hashWithNode()
const [folder = '', site = ''] = process.argv.slice(2)
const hub = await openHub(folder)
await buildSite(hub, site, () => {})
await hub.close()
process.stdout.write(String(largestSize()))

/** The system's own count begins with what the process was forked from, which may be larger. */
function largestSize(): number {
  const [, found] = /^VmHWM:\s+(\d+) kB$/mu.exec(existsSync(status) ? readFileSync(status, 'utf8') : '') ?? []
  return found === undefined ? process.resourceUsage().maxRSS : Number(found)
}
