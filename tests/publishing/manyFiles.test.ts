/** Many files at a site folder: laid down whole or not at all, and read back by two threads. */
import { mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { expect, it, onTestFinished } from 'vitest'
import { contentHash } from '../../hub/publishing/contentHash.ts'
import type { Destination, FileToWrite } from '../../hub/publishing/destinations/destination.ts'
import { openFolder } from '../../hub/publishing/destinations/folder.ts'
import { treeOf } from '../factories/tree.ts'

const many = 300

it('[SI3] a batch that is laid down and placed stands there whole, readable by everybody, with nothing beside it', async () => {
  const { folder, site } = emptyFolder()
  const writes = files()
  expect(await put(site, writes)).toBe(many)
  expect(Object.keys(await treeOf(folder)).toSorted()).toEqual(writes.map((file) => file.path).toSorted())
  for (const { path: name } of writes) {
    expect(statSync(path.join(folder, name)).mode & 0o777, name).toBe(0o644)
    expect(statSync(path.dirname(path.join(folder, name))).mode & 0o777, name).toBe(0o755)
  }
  expect(await put(site, writes)).toBe(0)
})

it('[QU2] what two threads read back is told in the order it was asked in, what is missing and what differs too', async () => {
  const { folder, site } = emptyFolder()
  const writes = files()
  await put(site, writes)
  const [missing, differing] = [10, 290]
  rmSync(path.join(folder, writes[missing]?.path ?? ''))
  writeFileSync(path.join(folder, writes[differing]?.path ?? ''), 'other')
  const expected = writes.map(({ content }, index) =>
    index === missing ? undefined : index === differing ? contentHash('other') : content,
  )
  expect(await site.hashes(writes.map((file) => file.path))).toEqual(expected)
})

it('[SI3] what stands in the way of one file leaves none of the batch, and no empty folder', async () => {
  const { folder, site } = emptyFolder()
  writeFileSync(path.join(folder, 'theirs'), 'not ours')
  const inTheWay = fileAt('theirs/index.html', 'ours')
  await expect(site.lay([...files(), inTheWay])).rejects.toThrow('stands in the way of the site')
  expect(readdirSync(folder)).toEqual(['theirs'])
})

/** Laid and placed; answers how many were not there already. */
async function put(site: Destination, files: readonly FileToWrite[]): Promise<number> {
  const laid = await site.lay(files)
  await site.place({ laid, removals: [] })
  return laid.length
}

function emptyFolder() {
  const folder = mkdtempSync(path.join(tmpdir(), 'chancery-hands-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  return { folder, site: openFolder({ folder, isOwn: true, isKnown: false }) }
}

/** In folders of their own and in one that they share, as articles and their short addresses are. */
function files(): readonly FileToWrite[] {
  return Array.from({ length: many }, (_, n) => fileAt(n % 2 === 0 ? `2026/11/piece-${n}/index.html` : `n/${n}.html`, `piece ${n}`))
}

function fileAt(name: string, text: string): FileToWrite {
  return { path: name, bytes: new TextEncoder().encode(text), content: contentHash(text), isOurs: false }
}
