/** `words`: standing words that wait for a second person, and what is decided about them. */
import type { WaitingWords } from '../../shared/contract/settings.ts'
import type { HouseSettings } from '../../shared/desk/settings.ts'
import { decidingActs } from '../../shared/desk/standingWords.ts'
import { fail, ok } from '../../shared/result.ts'
import { type DeskCommand, textOf } from './command.ts'
import { sitDown } from './hand.ts'
import { partText } from './partText.ts'
import { savedText } from './savedText.ts'
import { partMeant } from './settingsHistory.ts'

export const wordsCommand: DeskCommand = {
  name: 'words',
  form: '[PART agree|send-back|withdraw] [--reason REASON] [--as PERSON]',
  summary: 'standing words that wait for a second person; agree to them, send them back or withdraw them',
  options: { reason: { type: 'string' }, as: { type: 'string' } },
  words: [0, 2],
  needs: 'desk',
  async run(hand, given) {
    const [writtenPart, writtenAct] = given.words
    if (writtenPart !== undefined && writtenAct === undefined) return { wrongUsage: 'Say what to do: agree, send-back or withdraw.' }
    if (writtenPart !== undefined && textOf(given, 'as') === '') return { wrongUsage: 'Say who does it with --as.' }
    const act = decidingActs.find((known) => known.replace('_', '-') === writtenAct?.toLowerCase().replace('_', '-'))
    if (writtenAct !== undefined && !act)
      return fail('invalid', `“${writtenAct}” is not done with proposed words. Acts are: agree, send-back, withdraw. Nothing was changed.`)
    if (act !== 'send_back' && given.values['reason'] !== undefined) return { wrongUsage: 'A reason goes with send-back alone.' }
    const seated = await sitDown(hand, textOf(given, 'as'))
    if (!seated.ok) return seated
    const read = await hand.call('settings.read', {})
    if (!read.ok) return read
    const { waiting, settings } = read.value
    if (!act || writtenPart === undefined) {
      const names = new Map(seated.value.people.map(({ id, name }) => [id, name]))
      const text = waiting.map((words) => waitingText(words, settings, names.get(words.by) ?? words.by)).join('\n')
      return ok({ document: { waiting }, text: text || 'No standing words wait for anybody.\n' })
    }
    const part = partMeant(writtenPart)
    if (!part.ok) return part
    const meant = waiting.find((words) => words.part === part.value)
    if (!meant) return fail('notFound', `No words are proposed for ${part.value}. Nothing was changed.`)
    const { part: about, proposal, words } = meant
    const decided = await hand.call('settings.decide', { part: about, act, proposal, words, reason: textOf(given, 'reason') })
    if (!decided.ok) return decided
    const done = { agree: savedText(decided.value.saved), send_back: `Sent back: ${about}.\n`, withdraw: `Withdrawn: ${about}.\n` }
    return ok({ document: decided.value, text: done[act] })
  },
}

function waitingText({ part, at, proposed, sentBack }: WaitingWords, standing: HouseSettings, by: string): string {
  const state = sentBack ? `sent back: ${sentBack.reason}` : 'waits for another publisher'
  return `Proposed by ${by}, ${at}; ${state}\n${partText(part, standing, proposed)}`
}
