/** `share` from the command line, and what the command line sees of drafts. */
import { writeFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { documentOf, notBuilt, type Refusal, sharedDesk } from './chancery.ts'

describe.skipIf(notBuilt !== '')('share', () => {
  const desk = sharedDesk()

  it('[WF12] [CL2] shows a draft to people by name, then to everybody, and says what was wrongly written', async () => {
    await desk.ask('init', '--publication', 'The Ferry Record')
    await desk.ask('person', 'add', 'Bram Vane', '--role', 'editor')
    writeFileSync(path.join(desk.beside, 'boats.txt'), 'Boats go at nine\n\nThe last boat leaves at nine.\n')
    await desk.ask('import', 'boats.txt')
    for (const wrong of [['--as', 'The editor'], ['--everybody'], ['--everybody', '--with', 'Bram Vane', '--as', 'The editor']])
      expect((await desk.run('share', 'Boats go at nine', ...wrong)).exit).toBe(2)
    const unseen = await desk.run('--json', 'act', 'Boats go at nine', 'hold', '--note', 'Wait.', '--as', 'Bram Vane')
    expect(documentOf<Refusal>(unseen).error.message).toContain('its writer’s alone')
    const stranger = await desk.run('--json', 'share', 'Boats go at nine', '--with', 'Nobody', '--as', 'The editor')
    expect(documentOf<Refusal>(stranger).error.code).toBe('notFound')
    const { seenBy } = await desk.ask<{ seenBy: readonly string[] }>(
      'share',
      'Boats go at nine',
      '--with',
      'Bram Vane',
      '--as',
      'The editor',
    )
    expect(seenBy).toHaveLength(2)
    await desk.ask('act', 'Boats go at nine', 'hold', '--note', 'Wait.', '--as', 'Bram Vane')
    const all = await desk.ask<{ seenBy: string }>('share', 'Boats go at nine', '--everybody', '--as', 'The editor')
    expect(all.seenBy).toBe('everybody')
    expect((await desk.run('--json', 'share', 'Boats go at nine', '--everybody', '--as', 'The editor')).exit).toBe(1)
  })
})
