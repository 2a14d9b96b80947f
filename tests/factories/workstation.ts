/** A real workstation over a folder of the test's own, with the people a small desk has. */
import { onTestFinished } from 'vitest'
import { openWorkstation } from '../../electron/workstation.ts'
import type { Session, Workstation } from '../../electron/session.ts'
import type { Call } from '../../shared/contract/contract.ts'
import type { Role } from '../../shared/desk/person.ts'
import { temporaryFolder } from '../harness/folder.ts'
import { callOf, importText, must } from './people.ts'

export interface TestWorkstation {
  readonly workstation: Workstation
  readonly folder: string
  /** A session in which this person sits. */
  sit(person: string): Promise<{ readonly session: Session; readonly call: Call }>
  close(): Promise<void>
}

export async function openTestWorkstation(folder: string = temporaryFolder()): Promise<TestWorkstation> {
  const workstation = must(await openWorkstation({ dataFolder: folder, app: 'test', automatic: false }))
  let closed = false
  async function close(): Promise<void> {
    if (closed) return
    closed = true
    await workstation.close()
  }
  onTestFinished(close)
  return {
    workstation,
    folder,
    close,
    async sit(person) {
      const session = workstation.connect(() => {})
      const call = callOf(session)
      if (person !== '') must(await call('people.sitDown', { id: person }))
      return { session, call }
    },
  }
}

export interface TestDesk extends TestWorkstation {
  readonly founder: string
  readonly people: Readonly<Record<'writer' | 'editor' | 'publisher', string>>
}

/** A begun desk: a founder with every role, a writer, an editor, a publisher. */
export async function openTestDesk(folder?: string): Promise<TestDesk> {
  const desk = await openTestWorkstation(folder)
  const { call } = await desk.sit('')
  const status = must(await call('desk.begin', { publication: 'The Test Record', name: 'Founder', shape: 'justMe' }))
  const add = async (name: string, roles: readonly Role[]) => must(await call('people.add', { name, roles: [...roles] })).id
  return {
    ...desk,
    founder: status.person?.id ?? '',
    people: {
      writer: await add('Writer', ['writer']),
      editor: await add('Editor', ['editor']),
      publisher: await add('Publisher', ['publisher']),
    },
  }
}

/** A piece that the writer submitted and the editor approved; answers its id. */
export async function approvedPiece({ sit, people }: TestDesk, text: string): Promise<string> {
  const writer = (await sit(people.writer)).call
  const id = await importText(writer, text)
  must(await writer('workflow.act', { id, act: 'submit' }))
  must(await (await sit(people.editor)).call('workflow.act', { id, act: 'approve' }))
  return id
}
