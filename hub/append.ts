/** The one writer of the log: a push is checked, judged, ordered and stored in one transaction, or not at all. [SY2] */
import { introducedClients } from '../shared/document/merge.ts'
import { isCommandKind, operationKinds, parseCommand } from '../shared/desk/operation.ts'
import { fail, ok, type Result } from '../shared/result.ts'
import { readBodyFrame } from '../shared/sync/bodyFrame.ts'
import type { HubAnswer, HubRefusal, HubRequestOf, Outcome } from '../shared/sync/messages.ts'
import { chainProblem, type OrderedOperation, type SignedOperation, zeroHash } from '../shared/sync/operation.ts'
import { acceptedOf } from '../shared/sync/accepted.ts'
import { applyTo, articleIn, type Batch, flush, openBatch } from './batch.ts'
import { readBlob } from './blobs.ts'
import type { HubContext, Reader, Writer } from './context.ts'
import { type Asker, judge, type Judged } from './judge.ts'
import { firstForged } from './signatures.ts'
import { addClient, insertOperation, readStream } from './storage/log.ts'
import type { Row } from './storage/schema.ts'

type Push = HubRequestOf<'push'>
type Refusal = Extract<HubAnswer<'push'>, { ok: false }>

export async function append(hub: HubContext, push: Push): Promise<HubAnswer<'push'>> {
  return hub.db.transaction().execute(async (writer) => {
    const known = await readStream(writer, push.stream)
    const desk = await writer.selectFrom('desk').select(['epoch', 'head']).executeTakeFirstOrThrow()
    if (push.epoch !== desk.epoch)
      return refusal('EPOCH', desk.epoch, 'The desk was restored meanwhile; this workstation joins it again by itself.')
    const fresh = await freshOperations(writer, push, known)
    if ('refusal' in fresh) return fresh
    const stream = known ?? openedBy(push)
    if (!stream) return refusal('GAP', 0, 'This device has not said who it is yet; it begins again.')
    const wrong = await wrongOperation(fresh, stream)
    if (wrong) return refusal('INVALID', stream.acked, wrong)

    const batch = await openBatch(writer)
    const asker: Asker = { actor: stream.actor, stream: stream.id, now: hub.now() }
    const outcomes: Outcome[] = []
    const used = await usedCommands(writer, fresh)
    let head = desk.head
    for (const op of fresh) {
      head += 1
      outcomes.push(await order(batch, op, { seq: head, epoch: desk.epoch, isRepeated: used.has(op.cmdId) }, asker))
      used.add(op.cmdId)
    }
    const last = fresh.at(-1)
    const acked = last?.n ?? stream.acked
    const chain = last?.hash ?? stream.chain
    await writer
      .insertInto('stream')
      .values({ ...stream, acked, chain })
      .onConflict((conflict) => conflict.column('id').doUpdateSet({ acked, chain }))
      .execute()
    await writer.updateTable('desk').set({ head }).execute()
    await flush(batch)
    const repeated = await outcomesOf(writer, push, fresh)
    return { ok: true, value: { epoch: desk.epoch, acked, chain, head, outcomes: [...repeated, ...outcomes] } }
  })
}

function refusal(code: HubRefusal, at: number, message: string): Refusal {
  return { ok: false, refusal: code, at, message }
}

/** The operations the hub does not have yet; those it has must be the same to the last byte. */
async function freshOperations(
  writer: Writer,
  push: Push,
  stream: Row<'stream'> | undefined,
): Promise<readonly SignedOperation[] | Refusal> {
  const acked = stream?.acked ?? 0
  if (stream && stream.closed_seq > 0)
    return refusal('REVOKED', stream.closed_seq, 'This device was closed by an administrator. Its text is kept here.')
  if (push.from > acked + 1) return refusal('GAP', acked, `Operations ${acked + 1} to ${push.from - 1} are missing; they are sent first.`)
  const before = push.from === 1 ? zeroHash : await hashAt(writer, push.stream, push.from - 1)
  if (before !== push.prev)
    return refusal(
      'FORKED',
      acked,
      'This data folder is a copy of one that went on elsewhere. Its work is kept and sent as another device.',
    )
  for (const op of push.ops) {
    if (op.stream !== push.stream)
      return refusal('INVALID', acked, `Operation ${op.n} belongs to another stream. Nothing of this push was stored.`)
    if (op.n > acked) continue
    if ((await hashAt(writer, push.stream, op.n)) !== op.hash)
      return refusal('FORKED', acked, 'This data folder is a copy of one that went on elsewhere.')
  }
  return push.ops.filter(({ n }) => n > acked)
}

async function hashAt(writer: Writer, stream: string, n: number): Promise<string | undefined> {
  const row = await writer.selectFrom('op').select('hash').where('stream', '=', stream).where('n', '=', n).executeTakeFirst()
  return row?.hash
}

/** Outcomes of operations that were pushed a second time: a command has one for ever. [SY8] */
async function outcomesOf(writer: Writer, push: Push, fresh: readonly SignedOperation[]): Promise<readonly Outcome[]> {
  const old = push.ops.slice(0, push.ops.length - fresh.length).map(({ n }) => n)
  if (old.length === 0) return []
  const rows = await writer
    .selectFrom('op')
    .select(['cmd_id', 'seq', 'outcome', 'code', 'reason'])
    .where('stream', '=', push.stream)
    .where('n', 'in', old)
    .orderBy('n')
    .execute()
  return rows.map(({ cmd_id: cmdId, seq, outcome, code, reason }) => ({ cmdId, seq, outcome, code, reason }))
}

/** A new stream begins with `stream.open`, which names its person and key. */
function openedBy({ stream, ops }: Push): Row<'stream'> | undefined {
  const [first] = ops
  if (!first?.body || first.kind !== 'stream.open' || first.n !== 1) return undefined
  const command = parseJson('stream.open', first.body)
  if (command?.kind !== 'stream.open') return undefined
  const { actor, key } = command.body
  return { id: stream, actor, key, acked: 0, chain: zeroHash, closed_seq: 0 }
}

/** A wrong number, chain or signature ends the whole push: nothing of it is stored. */
async function wrongOperation(ops: readonly SignedOperation[], stream: Row<'stream'>): Promise<string | undefined> {
  let { acked: n, chain } = stream
  for (const op of ops) {
    n += 1
    const problem = chainProblem(op, n, chain)
    if (problem) return notTaken(op, problem)
    chain = op.hash
  }
  const forged = ops[await firstForged(stream.key, ops)]
  return forged && notTaken(forged, 'its signature is not that of its stream')
}

function notTaken({ n }: SignedOperation, problem: string): string {
  return `Operation ${n} was not taken: ${problem}. Nothing of this push was stored; what was saved stays on the workstation.`
}

/** Command ids of these operations that the log holds already. [SY8] */
async function usedCommands(reader: Reader, ops: readonly SignedOperation[]): Promise<Set<string>> {
  if (ops.length === 0) return new Set()
  const ids = ops.map(({ cmdId }) => cmdId)
  const rows = await reader.selectFrom('op').select('cmd_id').where('cmd_id', 'in', ids).execute()
  return new Set(rows.map(({ cmd_id: cmdId }) => cmdId))
}

interface Place {
  readonly seq: number
  readonly epoch: number
  /** Its command id was used before. */
  readonly isRepeated: boolean
}

async function order(batch: Batch, op: SignedOperation, { seq, epoch, isRepeated }: Place, asker: Asker): Promise<Outcome> {
  const content = await contentOf(batch.writer, op)
  const verdict = isRepeated ? fail('conflict', 'This command was sent before.') : await verdictOn(batch, op, content, asker)
  const accepted = verdict.ok
  const ordered: OrderedOperation = {
    ...op,
    // A second use of a command id takes its number, not its name. [SY8]
    cmdId: isRepeated ? `${op.cmdId}#${seq}` : op.cmdId,
    seq,
    epoch,
    at: asker.now.toISOString(),
    outcome: accepted ? 'accepted' : 'refused',
    reason: verdict.ok ? '' : verdict.error.message,
    actor: asker.actor,
  }
  const code = verdict.ok ? '' : verdict.error.code
  await insertOperation(batch.writer, ordered, code)
  if (verdict.ok) {
    if (verdict.value.version) await keepVersion(batch.writer, op.subject, verdict.value.version)
    const parsed = acceptedOf(ordered, content)
    if (parsed) await applyTo(batch, parsed)
  }
  return { cmdId: op.cmdId, seq, outcome: ordered.outcome, code, reason: ordered.reason }
}

/** What an operation says: inline, or in the blob it names; null when that upload is not complete. */
export async function contentOf(reader: Reader, op: Pick<SignedOperation, 'body' | 'blob'>): Promise<Uint8Array | null> {
  if (op.body || op.blob === '') return op.body
  return (await readBlob(reader, op.blob)) ?? null
}

async function verdictOn(batch: Batch, op: SignedOperation, content: Uint8Array | null, asker: Asker): Promise<Result<Judged>> {
  if (!content) return fail('invalid', 'The upload that this operation names is not complete.')
  if (op.kind === 'body') return judgeBody(batch, op.subject, content, asker)
  if (!isCommandKind(op.kind)) return fail('invalid', `This hub does not know operations of kind ${op.kind}.`)
  const command = parseJson(op.kind, content)
  if (!command) return fail('invalid', `The ${op.kind} operation is not of its kind’s shape.`)
  const aboutArticle = operationKinds[op.kind].subject === 'article'
  if (aboutArticle !== (op.subject !== '')) return fail('invalid', `The ${op.kind} operation is about the wrong thing.`)
  return judge(batch, command, op.subject, asker)
}

/** Accepted whatever the state of the article, if it is a document update at all and its article exists. [SY9] */
async function judgeBody(batch: Batch, article: string, frame: Uint8Array, asker: Asker): Promise<Result<Judged>> {
  if (!(await articleIn(batch, article))) return fail('notFound', 'There is no such article at this desk.')
  const clients = clientsOf(frame)
  if (!clients) return fail('invalid', 'These words are not in a form that the desk can read.')
  for (const client of clients) await addClient(batch.writer, article, client, asker.stream)
  return ok({})
}

/** The clients are read from the update itself: what the frame says of them is its sender's word. */
function clientsOf(frame: Uint8Array): readonly number[] | undefined {
  try {
    return introducedClients(readBodyFrame(frame).update)
  } catch {
    return undefined
  }
}

async function keepVersion(writer: Writer, article: string, { hash, bytes }: NonNullable<Judged['version']>): Promise<void> {
  await writer
    .insertInto('version')
    .values({ hash, article, bytes })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}

function parseJson(kind: Parameters<typeof parseCommand>[0], body: Uint8Array) {
  try {
    return parseCommand(kind, JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(body)))
  } catch {
    return undefined
  }
}
