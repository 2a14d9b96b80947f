/** The command line's entry: hands the command to the owner of the data folder, or opens the workstation for as long as it takes. */
import { existsSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { type Line, readLine } from './cli/line.ts'
import { printBug, printFailure, printOutcome, printWrong } from './cli/print.ts'
import { noDesk, runLine } from './cli/run.ts'
import { isDamage } from '../sqlite/damage.ts'
import { claimDataFolder } from './owner/claim.ts'
import { forgetDataFolder } from './owner/dataFolder.ts'
import { ownTerminal as terminal } from './owner/terminal.ts'
import { appVersion, defaultDataFolder } from './program.ts'
import { openWorkstation } from './workstation.ts'

process.umask(0o077)
const argv = process.argv.slice(2)
const line = readLine(argv)
process.exitCode = 'message' in line ? printWrong(line, terminal) : await answered(line, resolve(line.data ?? defaultDataFolder()))

/** A bug, too, is told in the form that was asked for. */
async function answered(line: Line, wanted: string): Promise<number> {
  try {
    return await runOn(line, wanted)
  } catch (error) {
    return printBug(error, line.json, terminal)
  }
}

async function runOn(line: Line, wanted: string): Promise<number> {
  const { command, given, json } = line
  if (command.needs === 'nothing') return printOutcome(command.tell(given), line, terminal)
  // Asking about a desk must not leave a folder behind where there is none.
  if (command.needs === 'desk' && !existsSync(join(wanted, 'workstation.db'))) return printOutcome(noDesk(wanted), line, terminal)
  const isNew = !existsSync(wanted)
  const claim = await claimDataFolder(wanted)
  if (!claim.ok) return printFailure(claim.error, json, terminal)
  const { dataFolder } = claim.value
  if (!claim.value.mine) {
    const exit = await claim.value.owner.run(argv, process.cwd(), terminal)
    if (exit !== undefined) return exit
    return printFailure(
      { code: 'offline', message: 'Chancery was closed while it was at work on this. What was saved is safe; look, and ask again.' },
      json,
      terminal,
    )
  }
  let isForNothing = false
  try {
    if (command.needs === 'closed') {
      const outcome = await command.run(dataFolder, given)
      isForNothing = isNew && !('ok' in outcome && outcome.ok)
      return printOutcome(outcome, line, terminal)
    }
    const workstation = await openWorkstation({ dataFolder, app: appVersion, automatic: false })
    if (!workstation.ok)
      return command.closed
        ? printOutcome(command.closed(dataFolder, workstation.error), line, terminal)
        : printFailure(workstation.error, json, terminal)
    try {
      return await runLine(line, { workstation: workstation.value, dataFolder, cwd: process.cwd(), terminal })
    } finally {
      // The answer is printed by now: what closing finds must not become a second one.
      await workstation.value.close().catch((error: unknown) => {
        if (!isDamage(error)) terminal.err(`${error instanceof Error ? error.stack : String(error)}\n`)
      })
    }
  } finally {
    // While it is still ours: whoever waits for it makes it anew.
    if (isForNothing) forgetDataFolder(dataFolder)
    await claim.value.release()
  }
}
