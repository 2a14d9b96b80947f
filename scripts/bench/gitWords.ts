/** How many separate places git's word diff tells between two texts. */
import { spawnSync } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import path from 'node:path'

/** Words that stand between spaces, each paragraph a line; undefined where there is no git. */
export function gitEdits(folder: string, before: string, after: string): number | undefined {
  const [old, young] = [path.join(folder, 'before.txt'), path.join(folder, 'after.txt')]
  writeFileSync(old, `${before}\n`)
  writeFileSync(young, `${after}\n`)
  // Whatever somebody set for themselves, the same comparison everywhere.
  const env = { ...process.env, GIT_CONFIG_GLOBAL: '/dev/null', GIT_CONFIG_SYSTEM: '/dev/null' }
  const told = spawnSync('git', ['diff', '--no-index', '--word-diff=porcelain', '-U1000000', old, young], {
    env,
    encoding: 'utf8',
    maxBuffer: 1 << 28,
  })
  // 1: they differ; anything else is no answer.
  if (told.error || (told.status !== 0 && told.status !== 1)) return undefined
  const lines = told.stdout.split('\n')
  const places = lines.slice(lines.findIndex((line) => line.startsWith('@@')) + 1)
  const isChange = (line: string | undefined) => line?.startsWith('+') === true || line?.startsWith('-') === true
  return places.filter((line, index) => isChange(line) && !isChange(places[index - 1])).length
}
