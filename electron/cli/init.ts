/** `init`: begins a desk in a data folder, or the sample desk. */
import { fail, ok } from '../../shared/result.ts'
import { type DeskCommand, isGiven, textOf } from './command.ts'

export const initCommand: DeskCommand = {
  name: 'init',
  form: '[--sample] [--publication NAME]',
  summary: 'begin a desk; its founder, “The editor”, has every role; without a name the newspaper is Lord’s Press',
  options: { sample: { type: 'boolean' }, publication: { type: 'string' } },
  words: [0, 0],
  needs: 'folder',
  async run({ call, dataFolder }, given) {
    if (isGiven(given, 'sample') && given.values.publication !== undefined) {
      return { wrongUsage: 'The sample desk has its own name: leave --publication out.' }
    }
    if (given.values.publication !== undefined && textOf(given, 'publication').trim() === '')
      return fail('invalid', 'A newspaper needs a name. Nothing was begun.')
    const before = await call('desk.status', {})
    if (!before.ok) return before
    if (before.value.phase !== 'none') {
      return fail(
        'conflict',
        `A desk is begun already in ${dataFolder}: ${before.value.publication}. It was left as it is; choose another folder with --data.`,
      )
    }
    const begun = isGiven(given, 'sample')
      ? await call('desk.beginSample', {})
      : await call('desk.begin', {
          publication: given.values.publication === undefined ? 'Lord’s Press' : textOf(given, 'publication'),
          name: '',
          shape: 'justMe',
        })
    if (!begun.ok) return begun
    const { publication, zone, sample, people } = begun.value
    return ok({
      document: { publication, zone, sample, dataFolder, people },
      text: `${publication} is begun in ${dataFolder}.\nAt the desk: ${people.map(({ name }) => name).join(', ')}.\n`,
    })
  },
}
