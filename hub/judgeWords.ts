/** May standing words be proposed, agreed to, sent back or withdrawn? `decideWords` says, over the desk as it stands at this place in the order. */
import type { DeskState } from '../shared/desk/desk.ts'
import type { Command } from '../shared/desk/operation.ts'
import type { Person } from '../shared/desk/person.ts'
import { partHash, withPart } from '../shared/desk/settingsParts.ts'
import { settingsProblem } from '../shared/desk/settingsProblem.ts'
import { decideWords } from '../shared/desk/standingWords.ts'
import { fail, type Result } from '../shared/result.ts'

/** Undefined for commands about something else. */
export function judgeWords(desk: DeskState, command: Command, actor: Person): Result<null> | undefined {
  switch (command.kind) {
    case 'words.propose': {
      const { part, base, value } = command.body
      const settings = withPart(desk.settings, part, value)
      if (!settings) return fail('invalid', 'These words do not fit in the settings. Nothing was changed.')
      const problem = settingsProblem(settings, [part])
      if (problem !== undefined) return fail('invalid', `${problem} Nothing was changed.`)
      return decideWords('propose', { desk, actor, part }, { base, words: partHash(settings, part) })
    }
    case 'words.agree':
    case 'words.withdraw':
    case 'words.send_back': {
      const { part, proposal, words } = command.body
      const reason = command.kind === 'words.send_back' ? command.body.reason : ''
      return decideWords(actOf[command.kind], { desk, actor, part }, { proposal, words, reason })
    }
    default:
      return undefined
  }
}

const actOf = { 'words.agree': 'agree', 'words.withdraw': 'withdraw', 'words.send_back': 'send_back' } as const
