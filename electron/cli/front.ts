/** `front`: what stands where on the front page, and putting it elsewhere. */
import type { FrontView } from '../../shared/contract/front.ts'
import { articlesOn, type FrontSlots, noFront } from '../../shared/desk/front.ts'
import { fail, ok, type Result } from '../../shared/result.ts'
import { type Answer, type Arguments, type DeskCommand, isGiven, textOf, textsOf } from './command.ts'
import { articleMeant, type Hand, sitDown } from './hand.ts'
import { table } from './table.ts'

export const frontCommand: DeskCommand = {
  name: 'front',
  form: '[--lead ARTICLE] [--second ARTICLE…] [--report SERIES] [--notice ARTICLE…] [--clear] [--undo] [--as PERSON]',
  summary: 'what stands where on the front page; with options, arrange it',
  options: {
    lead: { type: 'string' },
    second: { type: 'string', multiple: true },
    report: { type: 'string' },
    notice: { type: 'string', multiple: true },
    clear: { type: 'boolean' },
    undo: { type: 'boolean' },
    as: { type: 'string' },
  },
  words: [0, 0],
  needs: 'desk',
  async run(hand, given) {
    const changes = ['lead', 'second', 'report', 'notice', 'clear', 'undo'].filter((option) => given.values[option] !== undefined)
    const read = await hand.call('front.read', {})
    if (!read.ok || changes.length === 0) return read.ok ? told(read.value) : read
    if (textOf(given, 'as') === '') return { wrongUsage: 'Say who arranges the front with --as.' }
    if (isGiven(given, 'undo') && changes.length > 1)
      return { wrongUsage: '--undo brings back what was before, and takes no other change.' }
    if (textsOf(given, 'second').length > 3) return { wrongUsage: 'There are three seconds.' }
    if (textsOf(given, 'notice').length > 4) return { wrongUsage: 'There are four notices.' }
    const slots = await slotsMeant(hand, given, read.value)
    if (!slots.ok) return slots
    const seated = await sitDown(hand, textOf(given, 'as'))
    if (!seated.ok) return seated
    const { base } = read.value
    const arranged = isGiven(given, 'undo')
      ? await hand.call('front.undo', { base })
      : await hand.call('front.arrange', { base, slots: slots.value })
    return arranged.ok ? told(arranged.value) : arranged
  },
}

/** What is not named stays as it is; with `--clear` it is left to the newest. */
async function slotsMeant(hand: Hand, given: Arguments, { slots: standing, series }: FrontView): Promise<Result<FrontSlots>> {
  const from = isGiven(given, 'clear') ? noFront : standing
  const row = async (option: string, before: readonly string[]) => {
    if (given.values[option] === undefined) return ok(before)
    const ids: string[] = []
    for (const written of textsOf(given, option)) {
      const id = await articleMeant(hand, written)
      if (!id.ok) return id
      ids.push(id.value)
    }
    return ok(before.map((_, index) => ids[index] ?? ''))
  }
  const lead = textOf(given, 'lead') === '' ? ok(from.lead) : await articleMeant(hand, textOf(given, 'lead'))
  if (!lead.ok) return lead
  const [seconds, notices] = [await row('second', from.seconds), await row('notice', from.notices)]
  if (!seconds.ok) return seconds
  if (!notices.ok) return notices
  const report = given.values['report'] === undefined ? from.report : textOf(given, 'report')
  if (report !== '' && report !== standing.report && !series.includes(report))
    return fail('notFound', `There is no special report “${report}” that readers can read. ${reportWords(series)} Nothing was changed.`)
  const slots = { lead: lead.value, seconds: seconds.value, report, notices: notices.value } as FrontSlots
  const twice = articlesOn(slots).find((id, index, ids) => ids.indexOf(id) !== index)
  return twice === undefined ? ok(slots) : fail('invalid', `${twice} would stand in two places. Leave it in one. Nothing was changed.`)
}

function reportWords(series: readonly string[]): string {
  return series.length === 0 ? 'None is published yet.' : `Reports are: ${series.join(', ')}.`
}

function told({ slots, headlines }: FrontView): { readonly ok: true; readonly value: Answer } {
  const line = (name: string, id: string) => [name, id || '–', id === '' ? 'the newest' : (headlines[id] ?? '')]
  const rows = [
    line('Lead', slots.lead),
    ...slots.seconds.map((id, index) => line(`Second ${index + 1}`, id)),
    ['Special report', '–', slots.report || 'that of the newest part'],
    ...slots.notices.map((id, index) => line(`Notice ${index + 1}`, id)),
  ]
  return { ok: true, value: { document: { front: slots }, text: table(['SLOT', 'ARTICLE', 'HEADLINE'], rows) } }
}
