/** A disk that is full, then one that cannot be written to: a small one is mounted for it, where the tests may do that. */
import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { listQueue, retryEntry, workQueue } from '../../hub/publishing/publisher.ts'
import { openHub, release } from '../factories/hub.ts'
import { treeOf } from '../factories/tree.ts'

const disk = mkdtempSync(join(tmpdir(), 'chancery-disk-'))
const canMount = mount('size=600k') && unmount()

it.skipIf(!canMount)('[SI3] a full disk leaves what readers see as it was, says so, and the rest goes out once there is room', async () => {
  mount('size=600k')
  const hub = await openHub({ settings: { destinations: [{ id: 'site', kind: 'folder', name: 'Site', folder: disk }] } })
  try {
    await release(hub, { headline: 'Small' })
    expect(await workQueue(hub)).toEqual({ delivered: 1, failed: 0 })
    const before = await treeOf(disk)
    await release(hub, { headline: 'Large', body: 'word '.repeat(120_000) })
    expect(await workQueue(hub)).toEqual({ delivered: 0, failed: 0 })
    expect(await treeOf(disk)).toEqual(before)
    const [waiting] = await listQueue(hub.db)
    expect(waiting).toMatchObject({ state: 'retrying', attempts: 1 })
    expect(waiting?.detail).toContain(
      'is full. What readers find is whole, as it was before or as it was sent by then, and nothing is lost',
    )
    mount('remount,size=20m')
    expect(await retryEntry(hub, waiting?.id ?? '')).toBe(true)
    expect(await workQueue(hub)).toEqual({ delivered: 1, failed: 0 })

    mount('remount,ro')
    await release(hub, { headline: 'Later' })
    expect(await workQueue(hub)).toEqual({ delivered: 0, failed: 1 })
    const [barred] = await listQueue(hub.db)
    expect(barred?.detail).toContain('cannot be written to')
    mount('remount,rw')
    await retryEntry(hub, barred?.id ?? '')
    expect(await workQueue(hub)).toEqual({ delivered: 1, failed: 0 })
  } finally {
    await hub.close()
    unmount()
    rmSync(disk, { recursive: true, force: true })
    rmSync(hub.folder, { recursive: true, force: true })
  }
})

function mount(options: string): boolean {
  return process.platform === 'linux' && spawnSync('mount', ['-t', 'tmpfs', '-o', options, 'tmpfs', disk]).status === 0
}

function unmount(): boolean {
  return spawnSync('umount', [disk]).status === 0
}
