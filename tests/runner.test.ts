/** The runner: what people and scripts hear from it, and what becomes of what it starts. */
import { type ChildProcess, spawn, type SpawnOptions, spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { afterAll, describe, expect, it } from 'vitest'
import { countsOf, lineOf } from '../scripts/counts.mjs'
import { root } from './harness/sources.ts'

const runner = path.join(root, 'scripts/run.mjs')
const folder = mkdtempSync(path.join(tmpdir(), 'chancery-runner-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

function run(args: readonly string[], env: Readonly<Record<string, string>> = {}) {
  return spawnSync(process.execPath, [runner, ...args], { encoding: 'utf8', env: { ...process.env, ...env } })
}

describe('the runner', () => {
  it('names its commands when it is given none', () => {
    const answer = run(['fly'])
    expect(answer.status).toBe(2)
    expect(answer.stderr).toMatch(/fly.*start, test, dev, check, build, bench, soak, package, chancery/s)
  })

  it('hands the command line through: words, exit code, nothing beside them', () => {
    const direct = spawnSync(process.execPath, [path.join(root, 'out/main/cli.js'), '--help'], { encoding: 'utf8' })
    const through = run(['chancery', '--help'])
    expect(through.stdout).toBe(direct.stdout)
    expect(through.status).toBe(direct.status)
    const wrong = run(['chancery', 'fly', '--json'])
    expect(wrong.status).toBe(2)
    const refused = run(['chancery', 'list', '--json', '--data', path.join(folder, 'none')])
    expect(refused.status).toBe(1)
    expect(JSON.parse(refused.stdout)).toMatchObject({ error: { code: 'notFound' } })
  })

  it('[CL7] looks for files where the person stands, not where npm goes', () => {
    const env = { INIT_CWD: folder, npm_lifecycle_event: 'chancery' }
    const there = run(['chancery', 'list', '--data', 'mine'], env)
    expect(there.stderr).toContain(`No desk is begun in ${path.join(folder, 'mine')}.`)
    // Started by something else that npm started: the folder it was given is its own.
    const within = spawnSync(process.execPath, [runner, 'chancery', 'list', '--data', 'mine'], {
      cwd: folder,
      encoding: 'utf8',
      env: { ...process.env, INIT_CWD: root, npm_lifecycle_event: 'test' },
    })
    expect(within.stderr).toContain(`No desk is begun in ${path.join(folder, 'mine')}.`)
  })

  it('says what a wrong shell may be', () => {
    const answer = run(['start'], { CHANCERY_SHELL: 'cardboard' })
    expect(answer.status).toBe(1)
    expect(answer.stderr).toBe('CHANCERY_SHELL is “cardboard”; it can be web or electron.\n')
  })

  it('opens the web shell without Electron, says so in one line, and ends with a signal', async () => {
    const { child, said, pid } = await startWeb('term', {
      ELECTRON_OVERRIDE_DIST_PATH: path.join(folder, 'none'),
      DISPLAY: '',
      WAYLAND_DISPLAY: '',
    })
    if (process.platform === 'linux') expect(said[0]).toMatch(/^Without Electron \(.+\), Chancery opens in your browser\.$/)
    expect(said.at(-1)).toMatch(/^Chancery is open at http:\/\/127\.0\.0\.1:\d+\//)
    const ended = new Promise((resolve) => child.once('exit', (code) => resolve(code)))
    child.kill('SIGTERM')
    expect(await ended).toBe(0)
    expect(isAlive(pid)).toBe(false)
  })

  it.skipIf(process.platform === 'win32')('[WS7] takes what it started with it when it is killed', async () => {
    const { child, pid } = await startWeb('kill', { CHANCERY_SHELL: 'web' })
    child.kill('SIGKILL')
    await expect.poll(() => isAlive(pid), { timeout: 10_000, interval: 50 }).toBe(false)
  })

  it.skipIf(process.platform === 'win32').each([
    ['npm', 'SIGTERM'],
    ['npm', 'SIGHUP'],
    ['the shell that npm starts', 'SIGTERM'],
    ['the web shell', 'SIGHUP'],
  ] as const)('[WS7] leaves nothing of npm start when %s gets %s', { timeout: 120_000 }, async (who, signal) => {
    const { child } = await startWeb(`${who} ${signal}`, { CHANCERY_SHELL: 'web' }, ['npm', 'start', '--'])
    const chain = descendants(child.pid ?? 0)
    process.kill((who === 'npm' ? chain[0] : who === 'the web shell' ? chain.at(-1) : chain[1]) ?? 0, signal)
    await expect.poll(() => chain.filter(isAlive), { timeout: 60_000, interval: 50 }).toEqual([])
  })

  it.skipIf(process.platform !== 'linux')(
    '[WS7] stays when its terminal is closed where it has a session of its own',
    { timeout: 120_000 },
    async () => {
      const script = ['sh', '-c', 'setsid npm start -- "$@" & wait', 'sh'] as const
      const { child } = await startWeb('setsid', { CHANCERY_SHELL: 'web' }, script, { detached: true })
      const [shell = 0, ...chain] = descendants(child.pid ?? 0)
      // As a terminal that is closed does: all that were started in it hear of it.
      process.kill(-shell, 'SIGHUP')
      await expect.poll(() => isAlive(shell), { timeout: 10_000, interval: 50 }).toBe(false)
      await pause(2000)
      expect(chain.filter(isAlive)).toEqual(chain)
      process.kill(chain.at(-1) ?? 0, 'SIGTERM')
      await expect.poll(() => chain.filter(isAlive), { timeout: 60_000, interval: 50 }).toEqual([])
    },
  )
})

describe('the last line of npm test', () => {
  const passed = { status: 'passed', assertionResults: [{ status: 'passed' }] }
  const report = { numPassedTests: 3, numFailedTests: 0, numPendingTests: 0, numTodoTests: 0, testResults: [passed] }

  it.each([
    ['all is well', report, 0, '3 passed, 0 failed'],
    ['some were skipped', { ...report, numPendingTests: 2, numTodoTests: 1 }, 0, '3 passed, 0 failed, 3 skipped'],
    [
      'one failed',
      { ...report, numFailedTests: 1, testResults: [{ status: 'failed', assertionResults: [{ status: 'failed' }] }] },
      1,
      '3 passed, 1 failed',
    ],
    [
      'a file could not be loaded',
      { ...report, testResults: [passed, { status: 'failed', assertionResults: [] }] },
      1,
      '3 passed, 1 failed',
    ],
    ['the run itself failed', report, 1, '3 passed, 1 failed'],
    ['there is no report', undefined, 137, '0 passed, 1 failed'],
  ])('is right when %s', (_when, written, status, line) => {
    expect(lineOf(countsOf(written, status))).toBe(line)
  })
})

async function startWeb(
  name: string,
  env: Readonly<Record<string, string>>,
  [program, ...words]: readonly [string, ...string[]] = [process.execPath, runner, 'start'],
  more: Pick<SpawnOptions, 'detached'> = {},
): Promise<{ child: ChildProcess; said: readonly string[]; pid: number }> {
  const child = spawn(program, [...words, '--data', path.join(folder, name)], {
    cwd: root,
    env: { ...process.env, CHANCERY_OPEN: 'no', ...env },
    ...more,
  })
  let said = ''
  let wrong = ''
  child.stderr.on('data', (bytes: Buffer) => (wrong += bytes.toString('utf8')))
  child.stdout.on('data', (bytes: Buffer) => (said += bytes.toString('utf8')))
  await expect
    .poll(() => `${said}${child.exitCode === null ? '' : `ended: ${wrong}`}`, { timeout: 60_000, interval: 50 })
    .toMatch(/open at|ended/)
  return { child, said: said.trim().split('\n'), pid: descendants(child.pid ?? 0).at(-1) ?? 0 }
}

/** A process and what it started, each the youngest of the one before. */
function descendants(pid: number): readonly number[] {
  const [youngest = ''] = spawnSync('pgrep', ['-n', '-P', String(pid)], { encoding: 'utf8' })
    .stdout.trim()
    .split('\n')
  return youngest === '' ? [pid] : [pid, ...descendants(Number(youngest))]
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch {
    return false
  }
}
