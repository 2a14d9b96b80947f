/** The process that is killed: writes and publishes on a real desk, and says on its output what it was told was done. */
import { writeSync } from 'node:fs'
import { openWorkstation } from '../../electron/workstation.ts'
import { readDocument } from '../../shared/document/read.ts'
import { blocksText } from '../../shared/document/text.ts'
import * as Y from 'yjs'
import { callOf, importText, must, paragraphUpdate } from '../factories/people.ts'

const [folder = '', first = '0'] = process.argv.slice(2)
// Written at once and whole: what the parent reads was said before the end.
const say = (line: object) => writeSync(1, `${JSON.stringify(line)}\n`)

const workstation = must(await openWorkstation({ dataFolder: folder, app: 'kill', automatic: false }))
const session = workstation.connect(() => {})
const call = callOf(session)
let status = must(await call('desk.status', {}))
if (status.phase === 'none') status = must(await call('desk.begin', { publication: 'The Killed Record', name: 'Founder', shape: 'justMe' }))
const founder = status.people[0]?.id ?? ''
must(await call('people.sitDown', { id: founder }))
const writer =
  status.people.find(({ name }) => name === 'Writer')?.id ?? must(await call('people.add', { name: 'Writer', roles: ['writer'] })).id

const known = must(await call('articles.list', { limit: 500 })).articles
const notebook = known.find(({ headline }) => headline === 'The notebook')?.id ?? (await importText(call, 'The notebook\n\nIt begins.'))
say({ ready: true, words: await wordsOf(notebook) })

for (let n = Number(first); ; n += 1) {
  must(await call('articles.save', { id: notebook, update: await paragraphUpdate(call, notebook, `mark-${n}.`) }))
  say({ saved: n })
  if (n % 4 !== 3) continue
  must(await call('people.sitDown', { id: writer }))
  const id = await importText(call, `Piece ${n}\n\nWords of piece ${n}.`)
  must(await call('workflow.act', { id, act: 'submit' }))
  must(await call('people.sitDown', { id: founder }))
  must(await call('workflow.act', { id, act: 'approve' }))
  must(await call('workflow.act', { id, act: 'publish', now: true }))
  say({ asked: n })
  must(await call('queue.work', {}))
  say({ published: n })
}

async function wordsOf(id: string): Promise<string> {
  const doc = new Y.Doc()
  Y.applyUpdate(doc, must(await call('articles.open', { id })).update)
  return blocksText(readDocument(doc).document.body)
}
