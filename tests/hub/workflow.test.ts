/** Acts at the real hub: what it judges, what it freezes, what it never lets change. */
import { expect, test } from 'vitest'
import * as Y from 'yjs'
import type { RecordEntry } from '../../shared/desk/record.ts'
import { introducedClients } from '../../shared/document/merge.ts'
import { readBodyFrame, writeBodyFrame } from '../../shared/sync/bodyFrame.ts'
import { articleAt, draftVersion, rows } from '../factories/hubFile.ts'
import { addParagraph, type BegunDesk, begunDesk, bodyOp, type TestStream, writtenArticle } from '../factories/streams.ts'

/** Submits the draft as it stands: the refusal of a wrong name shows that the hub computes it itself. */
async function submitted(hub: BegunDesk, stream: TestStream, id: string): Promise<string> {
  const version = await draftVersion(hub, id)
  const [outcome] = await hub.push(stream, stream.next('workflow.submit', id, { version, note: '' }))
  if (outcome?.outcome !== 'accepted') throw new Error(outcome?.reason)
  return version
}

test('[WF4] a version that is not the draft is refused, and what was approved goes out though the draft moved on', async () => {
  const hub = await begunDesk()
  const { id, doc } = await writtenArticle(hub, hub.writer)
  const [wrong] = await hub.push(hub.writer, hub.writer.next('workflow.submit', id, { version: 'f'.repeat(64), note: '' }))
  expect(wrong).toMatchObject({ outcome: 'refused', code: 'conflict' })
  const version = await submitted(hub, hub.writer, id)
  await hub.push(hub.editor, hub.editor.next('workflow.approve', id, { version, sameComputer: false }))
  await hub.push(hub.writer, bodyOp(hub.writer, id, doc, addParagraph('Words that came later.')))
  await hub.push(hub.publisher, hub.publisher.next('workflow.publish', id, { version, now: true }))
  expect(await hub.ask({ type: 'work' })).toMatchObject({ ok: true, value: { released: 1 } })
  const entry = rows(hub, (db) => db.prepare<[], { bytes: Uint8Array; version: string }>('SELECT bytes, version FROM record').get())
  expect(entry?.version).toBe(version)
  const text = new TextDecoder().decode(entry?.bytes)
  expect(text).toContain('Some words.')
  expect(text).not.toContain('Words that came later.')
})

test('[WF5] words that arrive after an approval move the draft, not the version nor its state', async () => {
  const hub = await begunDesk()
  const { id, doc } = await writtenArticle(hub, hub.writer)
  const version = await submitted(hub, hub.writer, id)
  await hub.push(hub.editor, hub.editor.next('workflow.approve', id, { version, sameComputer: false }))
  await hub.push(hub.writer, bodyOp(hub.writer, id, doc, addParagraph('Late.')))
  const article = articleAt(hub, id)
  expect(article.editions[0]).toMatchObject({ state: 'approved', approval: { version } })
  expect(article.editsSinceVersion).toBe(1)
})

test('[WF2] the database refuses any change of a version and of an entry of the record', async () => {
  const hub = await begunDesk()
  const { id } = await writtenArticle(hub, hub.writer)
  const version = await submitted(hub, hub.writer, id)
  await hub.push(hub.editor, hub.editor.next('workflow.approve', id, { version, sameComputer: false }))
  await hub.push(hub.publisher, hub.publisher.next('workflow.publish', id, { version, now: true }))
  await hub.ask({ type: 'work' })
  await hub.close()
  for (const change of [
    `UPDATE version SET bytes = x'00'`,
    'DELETE FROM version',
    `UPDATE record SET bytes = x'7b7d'`,
    `UPDATE record SET digest = 'x'`,
    'DELETE FROM record',
  ]) {
    expect(() => rows(hub, (db) => db.prepare(change).run()), change).toThrow(/never/)
  }
})

test('[WF3] authors are judged from the words themselves, not from what the frame says of them', async () => {
  const hub = await begunDesk()
  const { id, doc } = await writtenArticle(hub, hub.writer)
  // The editor's own words, in a frame that names nobody.
  const own = new Y.Doc()
  Y.applyUpdate(own, Y.encodeStateAsUpdate(doc))
  const before = Y.encodeStateVector(own)
  addParagraph('An editor wrote this.')(own)
  const update = Y.encodeStateAsUpdate(own, before)
  expect(introducedClients(update)).toHaveLength(1)
  await hub.push(hub.editor, hub.editor.nextBody(id, writeBodyFrame({ clients: [], update })))
  const version = await submitted(hub, hub.writer, id)
  const [refused] = await hub.push(hub.editor, hub.editor.next('workflow.approve', id, { version, sameComputer: false }))
  expect(refused).toMatchObject({ outcome: 'refused', reason: expect.stringContaining('You wrote this') as string })
  const second = await hub.join('Second editor', ['editor'])
  const [approved] = await hub.push(second, second.next('workflow.approve', id, { version, sameComputer: false }))
  expect(approved).toMatchObject({ outcome: 'accepted' })
})

test('[WF3] whoever began a piece does not approve it, whatever else their roles allow', async () => {
  const hub = await begunDesk()
  const { id } = await writtenArticle(hub, hub.founder)
  const version = await submitted(hub, hub.founder, id)
  const [refused] = await hub.push(hub.founder, hub.founder.next('workflow.approve', id, { version, sameComputer: true }))
  expect(refused).toMatchObject({ outcome: 'refused', reason: expect.stringContaining('You wrote this') as string })
})

test('[WF3] an editor’s change stays theirs though its update passes for the writer’s', async () => {
  const hub = await begunDesk()
  const { id, doc } = await writtenArticle(hub, hub.writer)
  const late = bodyOp(hub.writer, id, doc, addParagraph('It was not so.'))
  await hub.push(hub.writer, late)
  // Words taken away, in one update with words of the writer’s that the desk has already.
  const own = new Y.Doc()
  Y.applyUpdate(own, Y.encodeStateAsUpdate(doc))
  const before = Y.encodeStateVector(own)
  own.getXmlFragment('body').delete(1, 1)
  const update = Y.mergeUpdates([readBodyFrame(late.body ?? new Uint8Array()).update, Y.encodeStateAsUpdate(own, before)])
  await hub.push(hub.editor, hub.editor.nextBody(id, writeBodyFrame({ clients: introducedClients(update), update })))
  const version = await submitted(hub, hub.writer, id)
  const [refused] = await hub.push(hub.editor, hub.editor.next('workflow.approve', id, { version, sameComputer: false }))
  expect(refused).toMatchObject({ outcome: 'refused', reason: expect.stringContaining('You wrote this') as string })
})

test('[WF3] whoever hands on another person’s words has not written them', async () => {
  const hub = await begunDesk()
  const { id, doc } = await writtenArticle(hub, hub.writer)
  const late = bodyOp(hub.writer, id, doc, addParagraph('By the writer.'))
  await hub.push(hub.writer, late)
  // The same words, delivered once more through the editor's stream: the text does not change by them.
  await hub.push(hub.editor, hub.editor.nextBody(id, late.body ?? new Uint8Array()))
  const version = await submitted(hub, hub.writer, id)
  const [approved] = await hub.push(hub.editor, hub.editor.next('workflow.approve', id, { version, sameComputer: false }))
  expect(approved).toMatchObject({ outcome: 'accepted' })
})

test('[WF8] an approval on the computer of the submission is marked, and an override stays marked until a third person approves', async () => {
  const hub = await begunDesk()
  const { id } = await writtenArticle(hub, hub.writer)
  const version = await submitted(hub, hub.writer, id)
  await hub.push(hub.editor, hub.editor.next('workflow.approve', id, { version, sameComputer: true }))
  expect(articleAt(hub, id)).toMatchObject({
    editions: [{ approval: { sameComputer: true } }],
    history: [{}, { act: 'approve', sameComputer: true }],
  })

  const other = await writtenArticle(hub, hub.writer, 'Another headline')
  await hub.push(hub.writer, hub.writer.next('share', other.id, { with: 'everybody' }))
  const draft = await draftVersion(hub, other.id)
  await hub.push(
    hub.publisher,
    hub.publisher.next('workflow.override_publish', other.id, { version: draft, reason: 'The notice cannot wait.', now: true }),
  )
  await hub.ask({ type: 'work' })
  expect(articleAt(hub, other.id).editions[0]).toMatchObject({ state: 'published', notReviewed: true })
  const [refused] = await hub.push(hub.publisher, hub.publisher.next('workflow.approve_afterwards', other.id, { version: draft }))
  expect(refused?.outcome).toBe('refused')
  await hub.push(hub.editor, hub.editor.next('workflow.approve_afterwards', other.id, { version: draft }))
  expect(articleAt(hub, other.id).editions[0]?.notReviewed).toBe(false)
})

test('[BY3] the log names people by random ids: no name stands in any operation but those about people', async () => {
  const hub = await begunDesk()
  const { id } = await writtenArticle(hub, hub.writer)
  await submitted(hub, hub.writer, id)
  for (const op of await hub.pullAll()) {
    if (op.kind.startsWith('person.') || op.kind === 'desk.begin') continue
    expect(new TextDecoder().decode(op.body ?? new Uint8Array())).not.toMatch(/Founder|Writer"|Editor"|Publisher"/)
  }
})

test('[BY5] initials belong to whoever used them first; another’s are refused without saying whose', async () => {
  const hub = await begunDesk()
  const first = await writtenArticle(hub, hub.writer)
  const staff = { kind: 'staff', text: '' } as const
  await hub.push(
    hub.writer,
    hub.writer.next('field.set', first.id, { field: 'byline', value: { kind: 'initials', text: 'A. B.' }, base: staff }),
  )
  const second = await writtenArticle(hub, hub.founder, 'Second')
  const [refused] = await hub.push(
    hub.founder,
    hub.founder.next('field.set', second.id, { field: 'byline', value: { kind: 'initials', text: 'a.b.' }, base: staff }),
  )
  expect(refused).toMatchObject({
    outcome: 'refused',
    reason: 'a.b. is registered to somebody else. Choose other initials or another byline.',
  })
})

test('[SI9] two pieces of one headline have addresses of their own, and the chain of the record holds', async () => {
  const hub = await begunDesk()
  for (const stream of [hub.writer, hub.founder]) {
    const { id } = await writtenArticle(hub, stream, 'The same headline')
    const version = await submitted(hub, stream, id)
    await hub.push(hub.editor, hub.editor.next('workflow.approve', id, { version, sameComputer: false }))
    await hub.push(hub.publisher, hub.publisher.next('workflow.publish', id, { version, now: true }))
    await hub.ask({ type: 'work' })
  }
  const entries = rows(hub, (db) =>
    db.prepare<[], { bytes: Uint8Array; digest: string }>('SELECT bytes, digest FROM record ORDER BY place').all(),
  )
  const read = entries.map(({ bytes }) => JSON.parse(new TextDecoder().decode(bytes)) as RecordEntry)
  expect(read.map(({ envelope }) => envelope.address)).toEqual(['/2026/11/the-same-headline/', '/2026/11/the-same-headline-2/'])
  expect(read.map(({ envelope }) => envelope.number)).toEqual([1, 2])
  expect(read[1]?.envelope.previous).toBe(entries[0]?.digest)
})

test('undo of publishing goes back to approved, and a second edition keeps number and address', async () => {
  const hub = await begunDesk()
  const { id } = await writtenArticle(hub, hub.writer)
  const version = await submitted(hub, hub.writer, id)
  await hub.push(hub.editor, hub.editor.next('workflow.approve', id, { version, sameComputer: false }))
  await hub.push(hub.publisher, hub.publisher.next('workflow.publish', id, { version, now: false }))
  expect(await hub.ask({ type: 'work' })).toMatchObject({ ok: true, value: { released: 0, waiting: 1 } })
  await hub.push(hub.publisher, hub.publisher.next('workflow.unschedule', id, {}))
  expect(articleAt(hub, id).editions[0]).toMatchObject({ state: 'approved' })
  await hub.push(hub.publisher, hub.publisher.next('workflow.publish', id, { version, now: false }))
  hub.clock.advance(61_000)
  expect(await hub.ask({ type: 'work' })).toMatchObject({ ok: true, value: { released: 1, delivered: 1 } })
  await hub.push(hub.editor, hub.editor.next('edition.open', id, { kind: 'update' }))
  await hub.push(hub.writer, hub.writer.next('field.set', id, { field: 'changeNote', value: 'More is known.', base: '' }))
  const second = await submitted(hub, hub.writer, id)
  await hub.push(hub.editor, hub.editor.next('workflow.approve', id, { version: second, sameComputer: false }))
  await hub.push(hub.publisher, hub.publisher.next('workflow.publish', id, { version: second, now: true }))
  await hub.ask({ type: 'work' })
  const { editions } = articleAt(hub, id)
  expect(editions.map(({ state }) => state)).toEqual(['superseded', 'published'])
  expect(editions[1]?.publication).toMatchObject({ number: editions[0]?.publication?.number, address: editions[0]?.publication?.address })
})
