/** Accepted operations move the house settings: changed at once, or proposed, agreed to, sent back, withdrawn. [SY22] */
import { canonicalBytes, type Hash, hashOf } from '../canonical.ts'
import type { DeskState } from './desk.ts'
import type { Accepted } from './operation.ts'
import type { HouseSettings } from './settings.ts'
import { changedParts, isStandingPart, partHash, type StandingPart, withPart } from './settingsParts.ts'
import type { StandingState, WordsDecision } from './standingWords.ts'

/** Names settings: what their bytes are, whoever saved them. */
export function hashOfSettings(settings: HouseSettings): Hash {
  return hashOf('chancery/settings/1\n', canonicalBytes(settings))
}

type WordsOperation = Extract<Accepted, { kind: 'words.propose' | 'words.agree' | 'words.send_back' | 'words.withdraw' }>

export function reduceSettings(desk: DeskState, op: Extract<Accepted, { kind: 'settings.change' }> | WordsOperation): DeskState {
  switch (op.kind) {
    case 'settings.change': {
      // Whoever stands alone by now has said it anew: what was sent back to them waits no longer.
      const said = changedParts(desk.settings, op.body.settings).filter(isStandingPart)
      return said.reduce((after, part) => withStanding(after, part, undefined), withSettings(desk, op.body.settings))
    }
    case 'words.propose': {
      const { part, base, value } = op.body
      const settings = withPart(desk.settings, part, value)
      if (!settings) return desk
      return withStanding(desk, part, { open: { seq: op.seq, by: op.actor, at: op.at, base, words: partHash(settings, part), value } })
    }
    case 'words.agree': {
      const { part } = op.body
      const settings = withPart(desk.settings, part, desk.words?.[part]?.open?.value)
      return decided(settings ? withSettings(desk, settings) : desk, op, 'agree', '')
    }
    case 'words.send_back':
      return decided(desk, op, 'send_back', op.body.reason)
    case 'words.withdraw':
      return decided(desk, op, 'withdraw', '')
  }
}

function decided(
  desk: DeskState,
  op: Exclude<WordsOperation, { kind: 'words.propose' }>,
  act: WordsDecision['act'],
  reason: string,
): DeskState {
  const { part, proposal, words } = op.body
  const { open, last } = desk.words?.[part] ?? {}
  const proposedBy = open?.by ?? last?.proposedBy ?? op.actor
  return withStanding(desk, part, { last: { act, by: op.actor, at: op.at, reason, proposal, words, proposedBy } })
}

function withSettings(desk: DeskState, settings: HouseSettings): DeskState {
  return { ...desk, settings, settingsHash: hashOfSettings(settings) }
}

function withStanding({ words = {}, ...desk }: DeskState, part: StandingPart, state: StandingState | undefined): DeskState {
  const { [part]: _before, ...others } = words
  const standing = state ? { ...others, [part]: state } : others
  return Object.keys(standing).length === 0 ? desk : { ...desk, words: standing }
}
