/** What the interface's root does not hear, nobody in it asks for. */
import { globSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'
import { quietRoot, unasked } from '../../renderer/shell/quietRoot.ts'

test('the root is deaf to what comes with every letter, and to nothing else', () => {
  const heard: string[] = []
  const root = { addEventListener: (kind: string) => void heard.push(kind) } as unknown as HTMLElement
  const quiet = quietRoot(root)
  for (const kind of ['keydown', ...unasked, 'click']) quiet.addEventListener(kind, () => {})
  expect(heard).toEqual(['keydown', 'click'])
})

test('no component asks for what the root does not hear', () => {
  const root = path.join(import.meta.dirname, '../..')
  const wanted = /\bon(?:KeyPress|BeforeInput|Composition(?:Start|Update|End))(?:Capture)?\b/
  const asking = globSync('renderer/**/*.tsx', { cwd: root }).filter((file) => wanted.test(readFileSync(path.join(root, file), 'utf8')))
  expect(asking).toEqual([])
})
