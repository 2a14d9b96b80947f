/** Releases whose time came while nobody was there: up to half an hour late they go out, later they ask. */
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, describe, expect, test } from 'vitest'
import { openWorkstation } from '../../electron/workstation.ts'
import type { Call } from '../../shared/contract/contract.ts'
import { callOf, importText, must } from '../factories/people.ts'
import { openTestDesk } from '../factories/workstation.ts'

const minute = 60_000

afterEach(() => {
  delete process.env['CHANCERY_CLOCK_OFFSET']
})

interface Scheduled {
  readonly folder: string
  readonly id: string
  readonly publisher: string
  readonly editor: string
}

/** An approved article with a time in two minutes; the desk is closed. */
async function scheduled(): Promise<Scheduled> {
  const desk = await openTestDesk()
  const { writer, editor, publisher } = desk.people
  const call = async (person: string) => (await desk.sit(person)).call
  const id = await importText(await call(writer), 'The lamp at the pier\n\nIt burns all night.')
  must(await (await call(writer))('workflow.act', { id, act: 'submit' }))
  must(await (await call(editor))('workflow.act', { id, act: 'approve' }))
  must(await (await call(publisher))('workflow.act', { id, act: 'schedule', at: new Date(Date.now() + 2 * minute).toISOString() }))
  await desk.close()
  return { folder: desk.folder, id, publisher, editor }
}

/** The desk opened again, with every clock `minutes` later, and work done once. */
async function later<T>({ folder }: Scheduled, minutes: number, person: string, look: (call: Call) => Promise<T>): Promise<T> {
  process.env['CHANCERY_CLOCK_OFFSET'] = String(minutes * minute)
  const now = () => new Date(Date.now() + minutes * minute)
  const workstation = must(await openWorkstation({ dataFolder: folder, app: 'test', automatic: false, now }))
  try {
    const call = callOf(workstation.connect(() => {}))
    must(await call('people.sitDown', { id: person }))
    must(await call('queue.work', {}))
    return await look(call)
  } finally {
    await workstation.close()
  }
}

describe('late releases', () => {
  test('[QU14] up to half an hour late it goes out by itself, and says how late it went', async () => {
    const desk = await scheduled()
    await later(desk, 22, desk.publisher, async (call) => {
      const { entries } = must(await call('queue.list', {}))
      expect(entries).toMatchObject([{ word: 'Live', detail: 'Published 20 min late.' }])
      expect(existsSync(join(desk.folder, 'site/index.html'))).toBe(true)
    })
  })

  test('[QU14] [QU8] [WF13] later than that it waits for a person, is overdue, and goes out when a publisher says so', async () => {
    const desk = await scheduled()
    await later(desk, 40, desk.editor, async (call) => {
      expect(must(await call('queue.list', {})).entries).toMatchObject([
        { action: 'release', word: 'Needs you', detail: expect.stringContaining('publish it now, or choose another time') },
      ])
      expect(must(await call('queue.overdue', {}))).toEqual({ overdue: 1 })
      expect(must(await call('articles.list', { filter: 'waiting' })).total).toBe(0)
      expect(existsSync(join(desk.folder, 'site/index.html'))).toBe(false)
      expect(await call('workflow.act', { id: desk.id, act: 'reschedule', now: true })).toMatchObject({ ok: false })
      must(await call('people.sitDown', { id: desk.publisher }))
      expect(must(await call('articles.list', { filter: 'waiting' })).articles).toMatchObject([{ id: desk.id, waitsForMe: true }])
      must(await call('workflow.act', { id: desk.id, act: 'reschedule', now: true }))
      must(await call('queue.work', {}))
      expect(must(await call('queue.list', {})).entries).toMatchObject([{ word: 'Live', detail: '' }])
      expect(must(await call('queue.overdue', {}))).toEqual({ overdue: 0 })
      expect(must(await call('articles.list', { filter: 'waiting' })).total).toBe(0)
    })
  })

  test('[QU14] another time is chosen without the approval being lost; a time that is past is refused', async () => {
    const desk = await scheduled()
    const at = new Date(Date.now() + 90 * minute).toISOString()
    await later(desk, 40, desk.publisher, async (call) => {
      expect(await call('workflow.act', { id: desk.id, act: 'reschedule', at: new Date(Date.now()).toISOString() })).toMatchObject({
        ok: false,
        error: { message: expect.stringContaining('has passed') },
      })
      const view = must(await call('workflow.act', { id: desk.id, act: 'reschedule', at }))
      expect(view.edition).toMatchObject({ state: 'scheduled', schedule: { at, immediate: false }, approval: { by: desk.editor } })
    })
    await later(desk, 91, desk.publisher, async (call) => {
      expect(must(await call('queue.list', {})).entries).toMatchObject([{ word: 'Live', detail: '' }])
    })
  })

  test('[QU14] what is on hold does not go out when its time comes', async () => {
    const desk = await scheduled()
    await later(desk, 1, desk.editor, async (call) => {
      must(await call('workflow.act', { id: desk.id, act: 'hold', note: 'The harbour master has to be asked.' }))
    })
    await later(desk, 10, desk.publisher, async (call) => {
      expect(must(await call('queue.list', {})).entries).toMatchObject([
        {
          action: 'release',
          word: 'Needs you',
          detail: expect.stringMatching(/^On hold: The harbour master has to be asked. Its time has passed/u) as string,
        },
      ])
      must(await call('workflow.act', { id: desk.id, act: 'lift_hold' }))
      must(await call('queue.work', {}))
      expect(must(await call('queue.list', {})).entries).toMatchObject([{ word: 'Live' }])
    })
  })

  test('[QU14] a notice to readers goes out however late it is', async () => {
    const desk = await scheduled()
    await later(desk, 3, desk.publisher, async (call) => {
      must(await call('workflow.act', { id: desk.id, act: 'withdraw', note: 'It was of another pier.', reason: 'A reader showed it.' }))
      expect(must(await call('articles.read', { id: desk.id })).edition).toMatchObject({ kind: 'withdrawal', state: 'scheduled' })
    })
    await later(desk, 500, desk.publisher, async (call) => {
      expect(must(await call('articles.read', { id: desk.id })).publicStatus).toBe('withdrawn')
    })
  })
})
