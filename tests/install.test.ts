/** What `npm ci` will do elsewhere: every system finds its parts in the lock, nothing comes from a git address, no script runs. */
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { root } from './harness/sources.ts'

interface Locked {
  readonly version?: string
  readonly resolved?: string
  readonly integrity?: string
  readonly optional?: boolean
  readonly hasInstallScript?: boolean
  readonly os?: readonly string[]
  readonly optionalDependencies?: Readonly<Record<string, string>>
}

const read = (file: string) => readFileSync(path.join(root, file), 'utf8')
const { packages } = JSON.parse(read('package-lock.json')) as { packages: Readonly<Record<string, Locked>> }
const manifest = JSON.parse(read('package.json')) as {
  readonly dependencies: Readonly<Record<string, string>>
  readonly devDependencies: Readonly<Record<string, string>>
  readonly allowScripts: Readonly<Record<string, boolean>>
}

describe('the lock', () => {
  it('holds the parts for every system, or npm refuses it (node scripts/completeLock.mjs adds them)', () => {
    const held = new Set(Object.keys(packages).map((place) => place.split('node_modules/').at(-1)))
    const missing = Object.entries(packages).flatMap(([place, { optionalDependencies = {} }]) =>
      Object.keys(optionalDependencies).flatMap((name) => (held.has(name) ? [] : [`${name}, for ${place}`])),
    )
    expect(missing).toEqual([])
  })

  it('[SE15] knows every package by its digest, parts for other systems apart, and none by an address', () => {
    const others = Object.entries(packages).filter(([place, entry]) => place !== '' && entry.integrity === undefined)
    expect(others.filter(([, { os, optional }]) => optional !== true || os === undefined).map(([place]) => place)).toEqual([])
    expect(Object.entries(packages).filter(([, { resolved }]) => resolved !== undefined)).toEqual([])
    const asked = Object.entries({ ...manifest.dependencies, ...manifest.devDependencies })
    expect(asked.filter(([, version]) => !/^(?:npm:[\w@/-]+@)?\d+\.\d+\.\d+$/.test(version))).toEqual([])
  })

  it('[SE15] lets no package run a script while it is installed', () => {
    expect(Object.entries(manifest.allowScripts).filter(([, may]) => may)).toEqual([])
    expect(read('.npmrc')).toContain('strict-allow-scripts=true')
    expect(read('scripts/dependencies.mjs')).toContain('--ignore-scripts')
    const scripted = Object.entries(packages).filter(([, { hasInstallScript }]) => hasInstallScript === true)
    expect(
      scripted.map(([place]) => place.split('node_modules/').at(-1) ?? '').filter((name) => manifest.allowScripts[name] !== false),
    ).toEqual([])
  })

  it('keeps all but native parts out of what is shipped', () => {
    expect(Object.keys(manifest.dependencies)).toEqual(['better-sqlite3', 'sharp'])
  })
})
