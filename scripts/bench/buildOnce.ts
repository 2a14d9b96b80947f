/** One full build in a process of its own: `node buildOnce.ts HUB_FOLDER SITE_FOLDER`; prints the largest size it had, in kB. */
import process from 'node:process'
import { buildSite } from '../../hub/publishing/publisher.ts'
import { hashWithNode } from '../../sqlite/hashing.ts'
import { openHub } from './benchHub.ts'

hashWithNode()
const [folder = '', site = ''] = process.argv.slice(2)
const hub = await openHub(folder)
await buildSite(hub, site, () => {})
await hub.close()
process.stdout.write(String(process.resourceUsage().maxRSS))
