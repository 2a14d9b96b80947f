/** `queue` and `work`: what is on its way to the public, and doing what is due. */
import type { QueueRow } from '../../shared/contract/workflow.ts'
import { ok } from '../../shared/result.ts'
import type { DeskCommand } from './command.ts'
import { table } from './table.ts'

export const queueCommand: DeskCommand = {
  name: 'queue',
  form: '[--all]',
  summary: 'editions on their way to a destination, and their states; of those that went out the newest hundred, or all',
  options: { all: { type: 'boolean' } },
  words: [0, 0],
  needs: 'desk',
  async run({ call }, { values }) {
    const entries: QueueRow[] = []
    let cursor = ''
    do {
      const listed = await call('queue.list', values.all ? { cursor, limit: 1000 } : { cursor })
      if (!listed.ok) return listed
      entries.push(...listed.value.entries)
      cursor = listed.value.next
    } while (values.all && cursor !== '')
    return ok({
      document: { entries: entries.map(entryDocument), more: cursor !== '' },
      text: entryTable(entries, 'The queue is empty.\n'),
      notes: cursor === '' ? [] : ['Earlier ones went out too: --all lists them.'],
    })
  },
}

export const workCommand: DeskCommand = {
  name: 'work',
  form: '',
  summary: 'do what is due in the queue, and list what waits',
  options: {},
  words: [0, 0],
  needs: 'desk',
  async run({ call }) {
    const worked = await call('queue.work', {})
    if (!worked.ok) return worked
    const listed = await call('queue.list', {})
    if (!listed.ok) return listed
    const waiting = listed.value.entries.filter(({ state }) => state === 'waiting' || state === 'pending' || state === 'retrying')
    const { done, failed } = worked.value
    const late = waiting.filter(({ action, word }) => action === 'release' && word === 'Needs you').length
    const summary = `Done: ${done}. Waiting: ${worked.value.waiting}. Failed: ${failed}.\n`
    return ok({
      document: { ...worked.value, entries: waiting.map(entryDocument) },
      text: summary + (waiting.length === 0 ? '' : entryTable(waiting, '')),
      notes: [
        ...(failed === 0 ? [] : ['Something could not be delivered: queue says what and why.']),
        ...(late === 0 ? [] : [lateNote(late)]),
      ],
      exit: failed === 0 ? 0 : 1,
    })
  },
}

/** [QU14] */
function lateNote(late: number): string {
  const what = late === 1 ? 'One release is' : `${late} releases are`
  return `${what} more than half an hour late and did not go out: act ARTICLE reschedule --now, or --at TIME, says when.`
}

function entryDocument({ id, article, edition, destination, action, state, at, detail, address }: QueueRow): object {
  return { id, article, edition, destination, action, state, at, detail, address }
}

function entryTable(entries: readonly QueueRow[], empty: string): string {
  if (entries.length === 0) return empty
  return table(
    ['STATE', 'AT', 'ACTION', 'DESTINATION', 'ED.', 'HEADLINE', 'DETAIL'],
    entries.map((entry) => [
      entry.word,
      entry.at.replace(/\.\d+Z$/, 'Z'),
      entry.action,
      entry.destination,
      entry.edition,
      entry.headline,
      entry.detail,
    ]),
  )
}
