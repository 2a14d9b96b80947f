/** `settings history`, `settings undo`, `settings bring-back`: what was changed of the settings, taken back, or brought back. */
import { entryWords } from '../../shared/desk/entryWords.ts'
import { isSettingsPart, partNames, type SettingsPart } from '../../shared/desk/settingsParts.ts'
import { fail, ok, type Result } from '../../shared/result.ts'
import { type DeskCommand, isGiven, textOf } from './command.ts'
import { type Hand, sitDown } from './hand.ts'
import { partText } from './partText.ts'
import { savedText } from './savedText.ts'
import { table } from './table.ts'

export const settingsHistoryCommand: DeskCommand = {
  name: 'settings history',
  form: '[CHANGE] [--all]',
  summary: 'the newest changes of the settings, or what one of them changed',
  options: { all: { type: 'boolean' } },
  words: [0, 1],
  needs: 'desk',
  async run(hand, given) {
    const names = await peopleOf(hand)
    if (!names.ok) return names
    const [written] = given.words
    if (written !== undefined) return oneChange(hand, written)
    const entries = []
    for (let cursor = ''; ; ) {
      const page = await hand.call('settings.history', { cursor, limit: 200 })
      if (!page.ok) return page
      entries.push(...page.value.entries)
      cursor = page.value.next
      if (cursor === '' || !isGiven(given, 'all')) break
    }
    return ok({
      document: { changes: entries },
      text: table(
        ['CHANGE', 'AT', 'BY', 'WHAT'],
        entries.map((entry) => {
          const notes = [entry.alone ? 'nobody else could agree' : '', entry.reason]
          return [entry.seq, entry.at, names.value.get(entry.by) ?? entry.by, [entryWords(entry), ...notes].filter(Boolean).join('; ')]
        }),
      ),
    })
  },
}

export const settingsUndoCommand: DeskCommand = {
  name: 'settings undo',
  form: 'CHANGE --as PERSON',
  summary: 'put back what a change of the settings changed, as a new change',
  options: { as: { type: 'string' } },
  words: [1, 1],
  needs: 'desk',
  async run(hand, given) {
    if (textOf(given, 'as') === '') return { wrongUsage: 'Say who does it with --as.' }
    const change = changeMeant(given.words[0] ?? '')
    if (!change.ok) return change
    const seated = await sitDown(hand, textOf(given, 'as'))
    if (!seated.ok) return seated
    const undone = await hand.call('settings.undo', { change: change.value })
    return undone.ok ? ok({ document: undone.value, text: savedText(undone.value.saved) }) : undone
  },
}

export const settingsBringBackCommand: DeskCommand = {
  name: 'settings bring-back',
  form: 'CHANGE PART [--after] --as PERSON',
  summary: 'bring a part of the settings back to how it stood before a change, or after it',
  options: { after: { type: 'boolean' }, as: { type: 'string' } },
  words: [2, 2],
  needs: 'desk',
  async run(hand, given) {
    if (textOf(given, 'as') === '') return { wrongUsage: 'Say who does it with --as.' }
    const change = changeMeant(given.words[0] ?? '')
    if (!change.ok) return change
    const part = partMeant(given.words[1] ?? '')
    if (!part.ok) return part
    const seated = await sitDown(hand, textOf(given, 'as'))
    if (!seated.ok) return seated
    const state = isGiven(given, 'after') ? 'after' : 'before'
    const back = await hand.call('settings.bringBack', { change: change.value, part: part.value, state })
    return back.ok ? ok({ document: back.value, text: savedText(back.value.saved) }) : back
  },
}

/** A part by its name in the settings, whatever its capitals. */
export function partMeant(written: string): Result<SettingsPart> {
  const found = partNames.find((part) => part.toLowerCase() === written.toLowerCase())
  if (found && isSettingsPart(found)) return ok(found)
  return fail('invalid', `There is no part of the settings called “${written}”. Parts are: ${partNames.join(', ')}. Nothing was changed.`)
}

async function oneChange(hand: Hand, written: string) {
  const change = changeMeant(written)
  if (!change.ok) return change
  const read = await hand.call('settings.entry', { change: change.value })
  if (!read.ok) return read
  const { entry, before, after } = read.value
  const text = entry.parts.map((part) => partText(part, before, after)).join('\n')
  return ok({ document: read.value, text: text === '' ? `${entryWords(entry)}. Nothing stood before it.\n` : text })
}

function changeMeant(written: string): Result<number> {
  return /^[1-9]\d{0,14}$/.test(written)
    ? ok(Number(written))
    : fail('invalid', `“${written}” is no change: they are numbered as settings history lists them. Nothing was changed.`)
}

async function peopleOf({ call }: Hand): Promise<Result<ReadonlyMap<string, string>>> {
  const status = await call('desk.status', {})
  return status.ok ? ok(new Map(status.value.people.map(({ id, name }) => [id, name]))) : status
}
