/** A small disk for a test, made full and given room again: mounted where the tests may do that. */
import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, statfsSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { onTestFinished } from 'vitest'

export interface SmallDisk {
  /** An empty data folder on it. */
  readonly folder: string
  /** Takes all room but `left` bytes. */
  fill(left?: number): void
  empty(): void
  remount(mode: 'ro' | 'rw'): void
}

/** Why tests on a small disk are skipped here; empty: they run. */
export const noSmallDisk = isMountable() ? '' : 'needs the right to mount a small disk'

/** Unmounted after the test, so what uses it must be closed by then. */
export function smallDisk(size = '12m'): SmallDisk {
  const disk = mkdtempSync(join(tmpdir(), 'chancery-disk-'))
  if (!mount(disk, size)) throw new Error('the disk could not be mounted')
  onTestFinished(() => {
    unmount(disk)
    rmSync(disk, { recursive: true, force: true })
  })
  const folder = join(disk, 'desk')
  mkdirSync(folder)
  const filler = join(disk, 'filler')
  return {
    folder,
    fill(left = 0) {
      const { bavail, bsize } = statfsSync(disk)
      if (bavail * bsize > left) writeFileSync(filler, Buffer.alloc(bavail * bsize - left))
    },
    empty: () => rmSync(filler, { force: true }),
    remount(mode) {
      if (!mount(disk, `${size},remount,${mode}`)) throw new Error(`the disk could not be made ${mode}`)
    },
  }
}

function isMountable(): boolean {
  if (process.platform !== 'linux') return false
  const place = mkdtempSync(join(tmpdir(), 'chancery-disk-'))
  const can = mount(place, '64k') && unmount(place)
  rmSync(place, { recursive: true, force: true })
  return can
}

function mount(place: string, size: string): boolean {
  return spawnSync('mount', ['-t', 'tmpfs', '-o', `size=${size},mode=700`, 'tmpfs', place]).status === 0
}

function unmount(place: string): boolean {
  return spawnSync('umount', [place]).status === 0
}
