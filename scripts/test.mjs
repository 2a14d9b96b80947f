/** `npm test` and `npm run soak`: everything that is needed, a build, all tests, and one last line with the counts. */
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs'
import path from 'node:path'
import process from 'node:process'
import { chromium } from './browser.mjs'
import { runNode } from './children.mjs'
import { countsOf, lineOf } from './counts.mjs'
import { install } from './dependencies.mjs'
import { cache, environment, root, tool } from './project.mjs'
import { buildIfStale } from './sources.mjs'

/** Answers 0 when every test passed. `args` go to Vitest: folders, files, `-t TITLE`. */
export async function test(args) {
  return suite(args, {})
}

/** The long versions of the same tests: hours, not minutes. */
export async function soak(args) {
  return suite(args, { SOAK: '1' })
}

async function suite(args, extra) {
  let counts = countsOf(undefined, 1)
  try {
    await install()
    const browser = await chromium()
    await buildIfStale()
    counts = await runVitest(args, browser === undefined ? extra : { ...extra, CHROMIUM: browser })
  } catch (error) {
    console.error(error instanceof Error ? error.message : error)
  }
  console.log(lineOf(counts))
  return counts.failed === 0 ? 0 : 1
}

async function runVitest(args, extra) {
  const report = path.join(cache, 'tests', `report-${process.pid}.json`)
  mkdirSync(path.dirname(report), { recursive: true })
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`]
  const status = await runNode([tool('vitest', 'vitest.mjs'), 'run', ...reporters, ...args], { env: environment(extra), cwd: root })
  const written = existsSync(report) ? JSON.parse(readFileSync(report, 'utf8')) : undefined
  rmSync(report, { force: true })
  return countsOf(written, status)
}
