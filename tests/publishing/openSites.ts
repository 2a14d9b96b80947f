/** Hubs with destinations in folders of their own, closed and removed after each test; and what a full build of theirs would be. */
import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import { onTestFinished } from 'vitest'
import { buildSite } from '../../hub/publishing/publisher.ts'
import { openHub, type TestHub } from '../factories/hub.ts'
import { treeOf } from '../factories/tree.ts'

export async function hubWith(...args: Parameters<typeof openHub>): Promise<TestHub> {
  const hub = await openHub(...args)
  onTestFinished(async () => {
    await hub.close()
    await rm(hub.folder, { recursive: true, force: true })
  })
  return hub
}

export async function fullBuildOf(hub: TestHub) {
  const folder = join(hub.folder, 'full')
  await rm(folder, { recursive: true, force: true })
  await buildSite(hub, folder, () => {})
  return treeOf(folder)
}

/** A destination. */
export function folder(id: string, path: string) {
  return { id, kind: 'folder' as const, name: id, folder: path }
}
