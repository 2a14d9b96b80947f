/** Runs one command on an open workstation: in the command line's own process, or in the owner's for a guest. */
import { fail, type Result } from '../../shared/result.ts'
import type { Terminal } from '../owner/terminal.ts'
import type { Workstation } from '../session.ts'
import type { Outcome } from './command.ts'
import { callOn } from './hand.ts'
import { type Line, readLine } from './line.ts'
import { printFailure, printOutcome, printWrong } from './print.ts'

export interface Place {
  readonly workstation: Workstation
  readonly dataFolder: string
  readonly cwd: string
  readonly terminal: Terminal
}

/** `argv` as handed over, without the program's name. Resolves to the exit code; never rejects. */
export async function runCommand(argv: readonly string[], place: Place): Promise<number> {
  const line = readLine(argv)
  return 'message' in line ? printWrong(line, place.terminal) : runLine(line, place)
}

export async function runLine(line: Line, place: Place): Promise<number> {
  const { terminal } = place
  try {
    return printOutcome(await outcomeOf(line, place), line, terminal)
  } catch (error) {
    terminal.err(`${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`)
    return printFailure({ code: 'internal', message: 'Something went wrong in the program. What was saved is safe.' }, line.json, terminal)
  }
}

async function outcomeOf({ command, given }: Line, { workstation, dataFolder, cwd }: Place): Promise<Outcome> {
  if (command.needs === 'nothing') return command.tell(given)
  if (command.needs === 'closed') {
    return fail(
      'busy',
      `Chancery is open on ${dataFolder}. Close it first: ${command.name} works only on a folder that nobody uses. Nothing was changed.`,
    )
  }
  const session = workstation.connect(() => {})
  try {
    const hand = { call: callOn(session), admin: workstation.admin, dataFolder, cwd }
    const status = await hand.call('desk.status', {})
    if (!status.ok) return status
    if (command.needs === 'desk' && status.value.phase === 'none') return noDesk(dataFolder)
    return await command.run(hand, given)
  } finally {
    session.end()
  }
}

/** For commands that need a desk where none is begun. */
export function noDesk(dataFolder: string): Result<never> {
  return fail('notFound', `No desk is begun in ${dataFolder}. Begin one with init, or name another folder with --data.`)
}
