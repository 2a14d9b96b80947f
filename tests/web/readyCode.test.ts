/** The page's code as it is sent: all of it made ready while the page loads. */
import { existsSync, globSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'

const client = path.join(import.meta.dirname, '../../out/client')

test.skipIf(!existsSync(client))('the page’s code begins by asking to be made ready at once, and its map knows of that line', () => {
  const [entry = '', ...others] = globSync('assets/index-*.js', { cwd: client })
  expect(others).toEqual([])
  const code = readFileSync(path.join(client, entry), 'utf8')
  expect(code.startsWith('//# allFunctionsCalledOnLoad\n')).toBe(true)
  const map = JSON.parse(readFileSync(path.join(client, `${entry}.map`), 'utf8')) as { readonly mappings: string }
  expect(map.mappings.startsWith(';')).toBe(true)
})
