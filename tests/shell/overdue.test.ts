/** An edition that is overdue when the window opens is told by the system, and the click leads to the Queue. */
import { afterAll, expect, it, vi } from 'vitest'
import { importText, must } from '../factories/people.ts'
import { openTestDesk } from '../factories/workstation.ts'
import { witness } from './fakeElectron.ts'
import { type Shell, startShell } from './startShell.ts'

vi.mock('electron', async () => {
  const { electron } = await import('./fakeElectron.ts')
  return { ...electron, default: electron }
})

let shell: Shell | undefined

afterAll(() => {
  delete process.env['CHANCERY_CLOCK_OFFSET']
  return shell?.quit()
})

it('[QU8] [SH2] is told once, whoever sits there, and leads to the Queue', async () => {
  // The hub of this desk lives an hour ago, so that a time can be chosen that is past by now.
  process.env['CHANCERY_CLOCK_OFFSET'] = String(-3_600_000)
  const desk = await openTestDesk()
  const { call } = await desk.sit(desk.founder)
  const id = await importText(call, 'The lamp at the pier\n\nIt is seen all night.')
  must(await call('workflow.act', { id, act: 'submit' }))
  must(await (await desk.sit(desk.people.editor)).call('workflow.act', { id, act: 'approve' }))
  must(await call('workflow.act', { id, act: 'schedule', at: new Date(Date.now() - 45 * 60_000).toISOString() }))
  await desk.close()
  delete process.env['CHANCERY_CLOCK_OFFSET']

  shell = await startShell(desk.folder)
  const heard: string[] = []
  shell.window.webContents.exposed.onCommand?.(...([(command: string) => heard.push(command)] as never[]))
  await vi.waitFor(() => expect(witness.notices.map(({ body }) => body)).toEqual(['One edition is overdue: past its time and not live.']), {
    timeout: 20_000,
  })
  witness.notices[0]?.emit('click')
  await vi.waitFor(() => expect(heard).toEqual(['goQueue']))
  // It waits for somebody and goes out by no clock: nothing is held up for it, and nobody is asked.
  expect([...witness.awake.values()]).toEqual([])
})
