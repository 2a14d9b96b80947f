/** Asking a workstation in tests, and in the processes that tests kill: no test runner is needed here. */
import * as Y from 'yjs'
import type { Session } from '../../electron/session.ts'
import type { Call } from '../../shared/contract/contract.ts'
import type { Result } from '../../shared/result.ts'

export function callOf(session: Session): Call {
  return ((name: string, input: unknown) => session.call(name, input)) as Call
}

export function must<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(`${result.error.code}: ${result.error.message}`)
  return result.value
}

/** Imports one text and answers its article's id. */
export async function importText(call: Call, text: string, category = 'archives', name = 'text.txt'): Promise<string> {
  let job = must(await call('imports.start', { files: [{ name, bytes: new TextEncoder().encode(text) }], category }))
  while (job.state === 'running') {
    await new Promise((resolve) => setTimeout(resolve, 10))
    job = must(await call('jobs.read', { id: job.id }))
  }
  const [id] = job.articles
  if (id === undefined) throw new Error(`nothing was imported: ${job.notes.join(' ')}`)
  return id
}

/** An update that adds a paragraph to the article's document as this session sees it. */
export async function paragraphUpdate(call: Call, id: string, text: string): Promise<Uint8Array> {
  const opened = must(await call('articles.open', { id }))
  const doc = new Y.Doc()
  Y.applyUpdate(doc, opened.update)
  const before = Y.encodeStateVector(doc)
  const paragraph = new Y.XmlElement('paragraph')
  paragraph.insert(0, [new Y.XmlText(text)])
  const body = doc.getXmlFragment('body')
  body.insert(body.length, [paragraph])
  return Y.encodeStateAsUpdate(doc, before)
}
