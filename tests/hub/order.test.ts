/** The ordered log: numbers, chains, outcomes, limits. */
import { randomUUID, sign } from 'node:crypto'
import Database from 'better-sqlite3'
import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { unlock } from '../../sqlite/open.ts'
import { blobName } from '../../shared/canonical.ts'
import { writeBodyFrame } from '../../shared/sync/bodyFrame.ts'
import { limits } from '../../shared/sync/messages.ts'
import { chainProblem, operationHash, signedBytes, type SignedOperation } from '../../shared/sync/operation.ts'
import { addParagraph, begunDesk, bodyOp, newTestStream, openTestHub, opening, writtenArticle } from '../factories/streams.ts'

test('[SY1] numbers are dense and follow the order of commits, refused commands included', async () => {
  const hub = await begunDesk()
  const { id } = await writtenArticle(hub, hub.writer)
  await Promise.all([
    hub.push(hub.editor, hub.editor.next('workflow.recall', id, {})),
    hub.push(hub.writer, hub.writer.next('workflow.recall', id, {})),
    hub.push(hub.publisher, hub.publisher.next('workflow.unschedule', id, {})),
  ])
  const ops = await hub.pullAll()
  expect(ops.map(({ seq }) => seq)).toEqual(ops.map((_, index) => index + 1))
  expect(ops.filter(({ outcome }) => outcome === 'refused')).toHaveLength(3)
})

test('[SY2] a push with one wrong operation stores nothing of it', async () => {
  const hub = await begunDesk()
  const before = await hub.pullAll()
  const good = hub.writer.next('article.create', randomUUID(), { lang: 'en-GB' })
  const bad = { ...hub.writer.next('article.create', randomUUID(), { lang: 'en-GB' }), kind: 'workflow.spike' }
  const answer = await hub.ask(hub.writer.pushOf([good, bad]))
  expect(answer).toMatchObject({ ok: false, refusal: 'INVALID' })
  expect(await hub.pullAll()).toEqual(before)
})

test('[SY2] among many operations one forged signature is found, and nothing of the push is stored', async () => {
  const hub = await begunDesk()
  const before = await hub.pullAll()
  const ops = Array.from({ length: 20 }, () => hub.writer.next('article.create', randomUUID(), { lang: 'en-GB' }))
  const forged = ops.map((op, index) => (index === 13 ? { ...op, sig: ops[12]?.sig ?? op.sig } : op))
  const answer = await hub.ask({ ...hub.writer.pushOf(ops), ops: forged })
  expect(answer.ok ? '' : answer.message).toContain(`Operation ${ops[13]?.n} was not taken: its signature is not that of its stream`)
  expect(await hub.pullAll()).toEqual(before)
  expect(await hub.push(hub.writer, ...ops)).toHaveLength(20)
})

test('[SY2] a push for another epoch than the desk’s stores nothing', async () => {
  const hub = await begunDesk()
  const before = await hub.pullAll()
  const op = hub.writer.next('article.create', randomUUID(), { lang: 'en-GB' })
  expect(await hub.ask(hub.writer.pushOf([op], 2))).toMatchObject({ ok: false, refusal: 'EPOCH', at: 1 })
  expect(await hub.pullAll()).toEqual(before)
})

test('[SY3] pushes of one moment make one hint, told after the commit, with the head that a pull then finds', async () => {
  const hints: number[] = []
  const hub = await begunDesk({}, { emit: (event) => event.type === 'hint' && hints.push(event.head) })
  await new Promise((resolve) => setTimeout(resolve, 60))
  hints.length = 0
  const { id, doc } = await writtenArticle(hub, hub.writer)
  for (let n = 0; n < 10; n += 1) await hub.push(hub.writer, bodyOp(hub.writer, id, doc, addParagraph(`Word ${n}.`)))
  await new Promise((resolve) => setTimeout(resolve, 60))
  const ops = await hub.pullAll()
  expect(hints.length).toBeGreaterThan(0)
  expect(hints.length).toBeLessThan(11)
  expect(hints.at(-1)).toBe(ops.length)
})

const spoiled: readonly (readonly [string, (op: SignedOperation) => SignedOperation, string])[] = [
  ['a changed body', (op) => ({ ...op, body: new Uint8Array([123, 125]) }), 'its body is not the one that was signed'],
  ['a changed subject', (op) => ({ ...op, subject: randomUUID() }), 'its description is not the one that was signed'],
  ['a foreign signature', (op) => ({ ...op, sig: new Uint8Array(64) }), 'its signature is not that of its stream'],
  ['a broken chain', (op) => ({ ...op, prev: 'a'.repeat(64) }), 'it does not follow the operation before it'],
]

for (const [name, spoil, sentence] of spoiled) {
  test(`[SY4] an operation with ${name} is refused in words, and what was stored stays`, async () => {
    const hub = await begunDesk()
    const before = await hub.pullAll()
    const op = hub.writer.next('article.create', randomUUID(), { lang: 'en-GB' })
    const push = { ...hub.writer.pushOf([op]), ops: [spoil(op)] }
    const answer = await hub.ask(push)
    expect(answer.ok ? '' : answer.message).toContain(sentence)
    expect(answer.ok ? '' : answer.message).toContain('Nothing of this push was stored')
    expect(await hub.pullAll()).toHaveLength(before.length)
    // The same operation as it was signed is taken afterwards: nothing half-done stayed.
    expect((await hub.push(hub.writer, op))[0]).toMatchObject({ outcome: 'accepted' })
  })
}

test('[SY4] a gap is named, and a stream that was copied and went on elsewhere is found out', async () => {
  const hub = await begunDesk()
  const [first, second] = [
    hub.writer.next('article.create', randomUUID(), { lang: '' }),
    hub.writer.next('article.create', randomUUID(), { lang: '' }),
  ]
  expect(await hub.ask(hub.writer.pushOf([second]))).toMatchObject({ ok: false, refusal: 'GAP', at: 1 })
  await hub.push(hub.writer, first, second)
  const other = { ...first, body: null, hash: 'b'.repeat(64) }
  expect(await hub.ask({ ...hub.writer.pushOf([first]), ops: [other] })).toMatchObject({ ok: false, refusal: 'FORKED' })
})

test('[SY8] a command sent twice answers the same outcome and stands once', async () => {
  const hub = await begunDesk()
  const op = hub.writer.next('article.create', randomUUID(), { lang: 'en-GB' })
  const first = await hub.push(hub.writer, op)
  const count = (await hub.pullAll()).length
  expect(await hub.push(hub.writer, op)).toEqual(first)
  expect(await hub.pullAll()).toHaveLength(count)
})

test('[SY8] a command id used a second time, for another act, takes its number and does nothing', async () => {
  const hub = await begunDesk()
  const [first, second] = ['One', 'Two'].map((name) => hub.founder.next('person.add', '', { id: randomUUID(), name, roles: ['writer'] }))
  if (!first || !second) throw new Error('two operations')
  const renamed = { ...second, cmdId: first.cmdId }
  const hash = operationHash(renamed)
  const again = { ...renamed, hash, sig: new Uint8Array(sign(null, signedBytes(hash), hub.founder.key)) }
  const outcomes = await hub.push(hub.founder, first, again)
  expect(outcomes.map(({ outcome, code }) => [outcome, code])).toEqual([
    ['accepted', ''],
    ['refused', 'conflict'],
  ])
  expect(await hub.ask({ type: 'verify' })).toMatchObject({ ok: true, value: { problems: [] } })
})

test('[SY8] a refused command uses up its number, so that what follows is taken', async () => {
  const hub = await begunDesk()
  const id = randomUUID()
  const outcomes = await hub.push(
    hub.writer,
    hub.writer.next('workflow.spike', id, { reason: '' }),
    hub.writer.next('article.create', id, { lang: 'en-GB' }),
  )
  expect(outcomes.map(({ outcome }) => outcome)).toEqual(['refused', 'accepted'])
  expect(outcomes[0]?.reason).toBe('There is no such article at this desk.')
})

test('[SY9] words are taken whatever the state of the article', async () => {
  const hub = await begunDesk()
  const { id, doc } = await writtenArticle(hub, hub.writer)
  await hub.push(hub.writer, hub.writer.next('workflow.spike', id, { reason: '' }))
  const [outcome] = await hub.push(hub.writer, bodyOp(hub.writer, id, doc, addParagraph('Late words.')))
  expect(outcome).toMatchObject({ outcome: 'accepted' })
})

test('[SY9] bytes that are no document are refused in words', async () => {
  const hub = await begunDesk()
  const { id } = await writtenArticle(hub, hub.writer)
  const [outcome] = await hub.push(hub.writer, hub.writer.nextBody(id, new Uint8Array([9, 9, 9, 9])))
  expect(outcome).toMatchObject({ outcome: 'refused', reason: 'These words are not in a form that the desk can read.' })
})

test('[SY13] an operation of an unknown kind is refused by its name and keeps its place', async () => {
  const hub = await begunDesk()
  const odd = { ...hub.writer.next('workflow.recall', randomUUID(), {}) }
  const stranger = newTestStream(hub.writer.actor)
  await hub.push(stranger, opening(stranger))
  // Signed by its stream as a kind that this program does not have.
  const unknown = (stranger.next as (kind: string, subject: string, body: object) => SignedOperation)('future.kind', odd.subject, {})
  const [outcome] = await hub.push(stranger, unknown)
  expect(outcome).toMatchObject({ outcome: 'refused' })
  expect((await hub.pullAll()).at(-1)).toMatchObject({ kind: 'future.kind', outcome: 'refused' })
})

test('[SY14] time is the hub’s: a workstation’s claim is kept and decides nothing', async () => {
  const hub = await begunDesk()
  await writtenArticle(hub, hub.writer)
  const last = (await hub.pullAll()).at(-1)
  expect(last).toMatchObject({ at: '2026-11-23T09:00:00.000Z', claimedAt: '2020-01-01T00:00:00.000Z' })
})

test('[SY15] a field set from a value that is no longer there is told both values', async () => {
  const hub = await begunDesk()
  const { id } = await writtenArticle(hub, hub.writer)
  await hub.push(hub.writer, hub.writer.next('share', id, { with: 'everybody' }))
  await hub.push(hub.editor, hub.editor.next('field.set', id, { field: 'category', value: 'notices', base: 'archives' }))
  const [outcome] = await hub.push(
    hub.writer,
    hub.writer.next('field.set', id, { field: 'category', value: 'diplomacy', base: 'archives' }),
  )
  expect(outcome).toMatchObject({ outcome: 'refused', code: 'conflict' })
  expect(outcome?.reason).toContain('notices')
  expect(outcome?.reason).toContain('diplomacy')
})

test('[SY18] a push of more than 200 operations is not read; a body over the limit travels as a blob in pieces', async () => {
  const hub = await begunDesk()
  const many = Array.from({ length: limits.pushOperations + 1 }, () => hub.writer.next('article.create', randomUUID(), { lang: '' }))
  expect(await hub.ask(hub.writer.pushOf(many))).toMatchObject({ ok: false, refusal: 'INVALID' })
  const bytes = writeBodyFrame({ clients: [], update: Y.encodeStateAsUpdate(new Y.Doc()) })
  const large = new Uint8Array(700_000).fill(1)
  const name = blobName(large)
  for (let offset = 0; ; ) {
    const answer = await hub.ask({
      type: 'putBlob',
      name,
      offset,
      total: large.byteLength,
      piece: large.slice(offset, offset + limits.blobPiece),
    })
    if (!answer.ok) throw new Error(answer.message)
    if (answer.value.complete) break
    offset = answer.value.have
  }
  const got = await hub.ask({ type: 'getBlob', name, from: 600_000, to: 900_000 })
  expect(got.ok && got.value.piece.byteLength).toBe(100_000)
  const wrong = await hub.ask({ type: 'putBlob', name: blobName(bytes), offset: 0, total: 3, piece: new Uint8Array([1, 2, 3]) })
  expect(wrong).toMatchObject({ ok: false, refusal: 'INVALID' })
})

test('[SY20] an operation whose body and salt were erased still verifies in its chain', async () => {
  const hub = await begunDesk()
  const op = hub.writer.next('article.create', randomUUID(), { lang: 'en-GB' })
  expect(chainProblem({ ...op, body: null, salt: null }, op.n, op.prev)).toBeUndefined()
  expect(chainProblem({ ...op, body: new Uint8Array([1]) }, op.n, op.prev)).toBe('its body is not the one that was signed')
})

test('[SY22] projections made again from the log are the same, and a wrong one is named and mended', async () => {
  const hub = await begunDesk()
  const { id } = await writtenArticle(hub, hub.writer)
  await hub.push(hub.writer, hub.writer.next('workflow.spike', id, { reason: 'Told elsewhere.' }))
  const sound = await hub.ask({ type: 'rebuild' })
  expect(sound.ok && sound.value.before === sound.value.after).toBe(true)
  await hub.close()
  const file = new Database(hub.file)
  unlock(file, new Uint8Array(32).fill(7))
  file.prepare(`UPDATE article SET state = replace(state, 'spiked', 'draft')`).run()
  file.close()
  const again = await openTestHub({ folder: hub.folder })
  const verified = await again.ask({ type: 'verify' })
  expect(verified.ok && verified.value.problems.join()).toContain('projections')
  const mended = await again.ask({ type: 'rebuild' })
  expect(mended.ok && mended.value.before !== mended.value.after).toBe(true)
  const healed = await again.ask({ type: 'verify' })
  expect(healed.ok && healed.value.problems).toEqual([])
})
