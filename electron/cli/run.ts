/** Runs one command on an open workstation: in the command line's own process, or in the owner's for a guest. */
import { type Failure, fail, type Result } from '../../shared/result.ts'
import { damageSentence, isDamage } from '../../sqlite/damage.ts'
import type { Terminal } from '../owner/terminal.ts'
import type { Workstation } from '../session.ts'
import type { Outcome } from './command.ts'
import { callOn } from './hand.ts'
import { type Line, readLine } from './line.ts'
import { printBug, printFailure, printOutcome, printWrong } from './print.ts'

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
  const { terminal, dataFolder } = place
  const { command, json } = line
  try {
    return printOutcome(await outcomeOf(line, place), line, terminal)
  } catch (error) {
    if (isDamage(error)) {
      const failure: Failure = { code: 'readOnly', message: damageSentence }
      const told = 'closed' in command ? command.closed?.(dataFolder, failure) : undefined
      return told ? printOutcome(told, line, terminal) : printFailure(failure, json, terminal)
    }
    return printBug(error, line.json, terminal)
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
  const session = workstation.connect(() => {}, undefined, 'all')
  try {
    const hand = { call: callOn(session), admin: workstation.admin, dataFolder, cwd }
    const status = await hand.call('desk.status', {})
    if (!status.ok) return command.closed ? command.closed(dataFolder, status.error) : status
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
