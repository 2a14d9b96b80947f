/** The house settings: read, changed at once or proposed, undone, brought back, decided about. */
import type { Saved, SettingsView } from '../../shared/contract/settings.ts'
import type { DeskState } from '../../shared/desk/desk.ts'
import type { Person } from '../../shared/desk/person.ts'
import type { Rewrites } from '../../shared/desk/rewrites.ts'
import type { HouseSettings } from '../../shared/desk/settings.ts'
import { changedParts, isStandingPart, partHash, type SettingsPart, type StandingPart, withPart } from '../../shared/desk/settingsParts.ts'
import { settingsProblem } from '../../shared/desk/settingsProblem.ts'
import { decideWords, hasSecondPerson } from '../../shared/desk/standingWords.ts'
import { fail, ok, type Result } from '../../shared/result.ts'
import { type Caller, command, commandAt, type Context, deskOf, guarded, type Handlers, personOf } from './context.ts'
import { historyPage, pastAt, undoRefusal } from './settingsHistory.ts'
import { settingsView } from './settingsView.ts'

type SettingsCalls = Pick<
  Handlers,
  | 'settings.read'
  | 'settings.change'
  | 'settings.rewrites'
  | 'settings.history'
  | 'settings.entry'
  | 'settings.undo'
  | 'settings.bringBack'
  | 'settings.decide'
>

export const settingsHandlers: SettingsCalls = {
  'settings.read'(context, caller) {
    const desk = deskOf(context)
    return desk.ok ? ok(settingsView(context.db, desk.value, caller.person)) : desk
  },

  async 'settings.change'(context, caller, { base, settings }) {
    const at = personOf(context, caller)
    return at.ok ? save(context, caller, at.value, { base, settings }) : at
  },

  async 'settings.rewrites'(context, _caller, { settings }) {
    const desk = deskOf(context)
    if (!desk.ok) return desk
    const problem = settingsProblem(settings, changedParts(desk.value.settings, settings))
    if (problem !== undefined) return fail('invalid', problem)
    const rewrites = await countRewrites(context, settings)
    return rewrites.ok ? ok({ rewrites: rewrites.value }) : rewrites
  },

  'settings.history'(context, _caller, { cursor, limit }) {
    const desk = deskOf(context)
    return desk.ok ? ok(historyPage(context.db, desk.value, cursor, limit)) : desk
  },

  'settings.entry'(context, _caller, { change }) {
    const desk = deskOf(context)
    if (!desk.ok) return desk
    const past = pastAt(context.db, change)
    if (!past) return noEntry
    const { entry, before, after } = past
    return ok({ entry: { ...entry, undoRefusal: undoRefusal(past, desk.value) }, before, after })
  },

  async 'settings.undo'(context, caller, { change }) {
    const at = personOf(context, caller)
    if (!at.ok) return at
    const past = pastAt(context.db, change)
    if (!past) return noEntry
    const refusal = undoRefusal(past, at.value.desk)
    if (refusal !== '') return fail('conflict', `${refusal} Nothing was changed.`)
    const { settings, settingsHash: base } = at.value.desk
    const former = past.entry.parts.reduce((before, part) => withPartOf(before, part, past.before), settings)
    return save(context, caller, at.value, { base, settings: former, undoes: change })
  },

  async 'settings.bringBack'(context, caller, { change, part, state }) {
    const at = personOf(context, caller)
    if (!at.ok) return at
    const past = pastAt(context.db, change)
    if (!past) return noEntry
    const { settings, settingsHash: base } = at.value.desk
    return save(context, caller, at.value, { base, settings: withPartOf(settings, part, past[state]) })
  },

  async 'settings.decide'(context, caller, { part, act, proposal, words, reason }) {
    const at = personOf(context, caller)
    if (!at.ok) return at
    const { desk, person: actor } = at.value
    const drawn = decideWords(act, { desk, actor, part }, { proposal, words, reason })
    if (!drawn.ok) return drawn
    const proposed = act === 'agree' ? withPart(desk.settings, part, desk.words?.[part]?.open?.value) : undefined
    const rewrites = proposed ? await countRewrites(context, proposed) : ok(null)
    if (!rewrites.ok) return rewrites
    const about = { part, proposal, words }
    const done =
      act === 'send_back'
        ? await commandAt(context, actor.id, { kind: 'words.send_back', subject: '', body: { ...about, reason } })
        : await commandAt(context, actor.id, { kind: act === 'agree' ? 'words.agree' : 'words.withdraw', subject: '', body: about })
    if (!done.ok) return done
    const isChanged = act === 'agree'
    return answer(context, caller, {
      change: isChanged ? done.value : 0,
      changed: isChanged ? [part] : [],
      proposed: [],
      rewrites: rewrites.value,
    })
  },
}

const noEntry = fail('notFound', 'There is no such change in the history of the settings.')

interface Wanted {
  readonly base: string
  readonly settings: HouseSettings
  readonly undoes?: number
}

/** Arrangement stands at once; standing words are proposed where somebody else can agree to them. Nothing is done of what cannot be done whole. */
async function save(
  context: Context,
  caller: Caller,
  { desk, person }: { readonly desk: DeskState; readonly person: Person },
  { base, settings, undoes }: Wanted,
): Promise<Result<SettingsView & { readonly saved: Saved }>> {
  const parts = changedParts(desk.settings, settings)
  const problem = settingsProblem(settings, parts)
  if (problem !== undefined) return fail('invalid', `${problem} Nothing was changed.`)
  const proposed = hasSecondPerson(desk.people, person.id) ? parts.filter(isStandingPart) : []
  for (const part of proposed) {
    const asked = { base: partHash(desk.settings, part), words: partHash(settings, part) }
    const decision = base === desk.settingsHash ? decideWords('propose', { desk, actor: person, part }, asked) : ok(null)
    if (!decision.ok) return decision
  }
  const atOnce = parts.filter((part) => !proposed.some((other) => other === part))
  const standing = proposed.reduce((after, part) => withPartOf(after, part, desk.settings), settings)
  let change = 0
  let rewrites: Rewrites = null
  // What was made from other settings is refused by the hub, in its words, and so is a change that changes nothing.
  if (atOnce.length > 0 || proposed.length === 0 || base !== desk.settingsHash) {
    const counted = await countRewrites(context, standing)
    if (!counted.ok) return counted
    rewrites = counted.value
    const alone = atOnce.some(isStandingPart) ? ({ alone: true } as const) : {}
    const body = { base, settings: standing, ...alone, ...(undoes === undefined ? {} : { undoes }) }
    const changed = await commandAt(context, caller.person, { kind: 'settings.change', subject: '', body })
    if (!changed.ok) return changed
    change = changed.value
  }
  for (const part of proposed) {
    const done = await propose(context, caller, part, desk, settings)
    if (!done.ok) return done
  }
  return answer(context, caller, { change, changed: atOnce, proposed, rewrites })
}

async function propose(
  context: Context,
  caller: Caller,
  part: StandingPart,
  desk: DeskState,
  settings: HouseSettings,
): Promise<Result<null>> {
  const body = { part, base: partHash(desk.settings, part), value: settings[part] }
  return command(context, caller.person, { kind: 'words.propose', subject: '', body })
}

async function countRewrites(context: Context, settings: HouseSettings): Promise<Result<Rewrites>> {
  if (context.readOnly !== '') return fail('readOnly', context.readOnly)
  return guarded(async () => {
    const counted = await context.line.ask({ type: 'rewrites', settings })
    return counted.ok ? ok(counted.value.rewrites) : fail('internal', counted.message)
  })
}

function answer(context: Context, caller: Caller, saved: Saved): Result<SettingsView & { readonly saved: Saved }> {
  const desk = deskOf(context)
  return desk.ok ? ok({ ...settingsView(context.db, desk.value, caller.person), saved }) : desk
}

/** Values of the log were parsed when they were accepted. */
function withPartOf(settings: HouseSettings, part: SettingsPart, from: HouseSettings): HouseSettings {
  return withPart(settings, part, from[part]) ?? settings
}
