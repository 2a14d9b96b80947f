/** The settings as one person reads them: what stands, and the words that wait beside it. */
import type { SettingsView, WaitingWords } from '../../shared/contract/settings.ts'
import type { DeskState } from '../../shared/desk/desk.ts'
import type { Person } from '../../shared/desk/person.ts'
import { type StandingPart, standingParts, withPart } from '../../shared/desk/settingsParts.ts'
import { allowedWordsActs, hasSecondPerson, wordsWaitingFor } from '../../shared/desk/standingWords.ts'
import type { Readable } from '../database/open.ts'
import { settingsOperationAt } from '../database/settingsLog.ts'

export function settingsView(db: Readable, desk: DeskState, personId: string): SettingsView {
  const person = desk.people.find(({ id }) => id === personId)
  return {
    settings: desk.settings,
    hash: desk.settingsHash,
    waiting: standingParts.flatMap((part) => waitingWords(db, desk, part, person)),
    isAgreedToByAnother: hasSecondPerson(desk.people, personId),
  }
}

/** None where nothing waits. */
function waitingWords(db: Readable, desk: DeskState, part: StandingPart, person: Person | undefined): readonly WaitingWords[] {
  const { open, last } = desk.words?.[part] ?? {}
  const acts = person ? allowedWordsActs({ desk, actor: person, part }) : []
  const waitsForMe = person !== undefined && wordsWaitingFor(desk, person).includes(part)
  if (open) {
    const { seq: proposal, words, by, at } = open
    const proposed = withPart(desk.settings, part, open.value) ?? desk.settings
    return [{ part, proposal, words, by, at, proposed, sentBack: null, acts, waitsForMe }]
  }
  // Sent back, they are a matter of whoever proposed them.
  if (last?.act !== 'send_back' || last.proposedBy !== person?.id) return []
  const said = settingsOperationAt(db, last.proposal)
  if (said?.kind !== 'words.propose') return []
  const proposed = withPart(desk.settings, part, said.body.value) ?? desk.settings
  const { proposal, words, proposedBy: by, reason } = last
  return [{ part, proposal, words, by, at: said.at, proposed, sentBack: { by: last.by, at: last.at, reason }, acts, waitsForMe }]
}
