/** Files from outside that cannot be taken, on the whole way through a desk: one sentence each, no article, and the others come. */
import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { importFile } from '../../electron/importing/importFile.ts'
import type { Call } from '../../shared/contract/contract.ts'
import { readDocument } from '../../shared/document/read.ts'
import { wordCount } from '../../shared/document/text.ts'
import { seedDocument } from '../../shared/document/write.ts'
import { must } from '../factories/people.ts'
import { openTestDesk } from '../factories/workstation.ts'

const text = (words: string) => new TextEncoder().encode(words)

test('files that are no text, too long or broken are named with what to do, and leave nothing behind beside those that are well', async () => {
  const desk = await openTestDesk()
  const { call } = await desk.sit(desk.people.writer)
  const notes = await imported(call, [
    { name: 'program.txt', bytes: new Uint8Array([0x7f, 0x45, 0x4c, 0x46, 1, 2, 3]) },
    { name: 'zero.md', bytes: text('Words \0 and more') },
    { name: 'broken.txt', bytes: new Uint8Array([...text('Caf'), 0xe9, ...text(' au lait')]) },
    { name: 'nothing.txt', bytes: new Uint8Array() },
    { name: 'picture.png', bytes: new Uint8Array([0x89, 0x50, 0x4e, 0x47]) },
    { name: 'well.txt', bytes: text('A piece that is well\n\nIts words.') },
  ])
  expect(notes).toEqual([
    expect.stringMatching(/^“program\.txt” is not text: it looks like a program\. Nothing was imported .* import that\.$/),
    expect.stringMatching(/^“zero\.md” is not text: it holds a zero byte at byte 7\. Nothing was imported .* import that\.$/),
    expect.stringMatching(/^“broken\.txt” is not valid UTF-8: byte 4 \(line 1\) .* Nothing was imported .* save it as UTF-8\.$/),
    expect.stringMatching(/^“nothing\.txt” is empty\. Nothing was imported; choose a file that holds the text\.$/),
    expect.stringMatching(/^“picture\.png” is of a kind that cannot be imported\. Nothing was imported .* import that\.$/),
  ])
  const { articles } = must(await call('articles.list', { limit: 50 }))
  expect(articles.map(({ headline }) => headline)).toEqual(['A piece that is well'])
  expect(must(await desk.workstation.admin.verify()).problems).toEqual([])
})

test('60 MB of text are refused in one sentence that names both sizes, and the desk goes on', async () => {
  const desk = await openTestDesk()
  const { call } = await desk.sit(desk.people.writer)
  expect(await imported(call, [{ name: 'long.txt', bytes: new Uint8Array(60_000_000).fill(0x61) }])).toEqual([
    '“long.txt” has 60 MB, and an import takes at most 50 MB. Nothing was imported and the file is untouched; divide it and import the parts.',
  ])
  expect(must(await call('articles.list', { limit: 50 })).total).toBe(0)
})

test('a list of more points than a call may have arguments comes in whole', () => {
  const points = 130_000
  const outcome = importFile('list.html', text(`<h1>Points</h1><ul>${'<li>x'.repeat(points)}</ul>`))
  if (!outcome.ok) throw new Error(outcome.message)
  const doc = new Y.Doc()
  seedDocument(doc, outcome.document)
  expect(wordCount(readDocument(doc).document)).toBe(points)
})

/** Imports and answers what was noted, file by file. */
async function imported(call: Call, files: { readonly name: string; readonly bytes: Uint8Array }[]): Promise<readonly string[]> {
  let job = must(await call('imports.start', { files, category: 'archives' }))
  while (job.state === 'running') {
    await new Promise((resolve) => setTimeout(resolve, 20))
    job = must(await call('jobs.read', { id: job.id }))
  }
  expect(job.state).toBe('done')
  return job.notes
}
