/** What `npm run check` looks at, in every test run: types of every part, lint, format, dead code. */
import { spawnSync } from 'node:child_process'
import path from 'node:path'
import { expect, it } from 'vitest'
import { root } from './harness/sources.ts'

const tools = {
  'every part compiles under its own tsconfig': ['typescript/bin/tsc', '-b', '--force'],
  'lint has nothing to report': ['oxlint/bin/oxlint', '--deny-warnings'],
  'everything is formatted': ['@biomejs/biome/bin/biome', 'format'],
  'nothing is dead': ['knip/bin/knip.js'],
}

it.each(Object.entries(tools))('%s', (_name, [file = '', ...args]) => {
  const { status, stdout, stderr } = spawnSync(process.execPath, [path.join(root, 'node_modules', file), ...args], {
    cwd: root,
    encoding: 'utf8',
  })
  expect(status, `${stdout}${stderr}`.slice(0, 8000)).toBe(0)
})
