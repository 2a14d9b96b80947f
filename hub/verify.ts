/** Everything the hub keeps, checked against itself: log, blobs, versions, record, projections. Each problem names its place. */
import { blobName } from '../shared/canonical.ts'
import { firstPrevious, recordDigest, type RecordEntry } from '../shared/desk/record.ts'
import { versionHash } from '../shared/desk/version.ts'
import { chainProblem, zeroHash } from '../shared/sync/operation.ts'
import type { HubContext, Reader } from './context.ts'
import { rehearseRebuild } from './rebuild.ts'
import { isSignedBy } from './signatures.ts'
import { wrongMarks } from './standingMarks.ts'
import { orderedOf } from './storage/log.ts'

type Progress = (step: string, done: number, total: number) => void

/** Plain sentences; none: all is well. */
export async function verifyHub(hub: HubContext, onProgress: Progress): Promise<readonly string[]> {
  return [
    ...(await logProblems(hub.db, onProgress)),
    ...(await blobProblems(hub.db)),
    ...(await versionProblems(hub.db, onProgress)),
    ...(await recordProblems(hub.db, onProgress)),
    ...(await markProblems(hub.db)),
    ...(await projectionProblems(hub)),
  ]
}

/** Dense numbers, unbroken chains, true signatures: the log is what its streams said, in this order. [SY1] [SY4] */
async function logProblems(reader: Reader, onProgress: Progress): Promise<readonly string[]> {
  const problems: string[] = []
  const streams = new Map(
    (await reader.selectFrom('stream').selectAll().execute()).map((stream) => [stream.id, { ...stream, n: 0, hash: zeroHash }]),
  )
  const { head } = await reader.selectFrom('desk').select('head').executeTakeFirstOrThrow()
  let expected = 1
  for (;;) {
    const rows = await reader.selectFrom('op').selectAll().where('seq', '>=', expected).orderBy('seq').limit(1000).execute()
    if (rows.length === 0) break
    for (const row of rows) {
      if (row.seq !== expected) problems.push(`log: operations ${expected} to ${row.seq - 1} are missing.`)
      expected = row.seq + 1
      const op = orderedOf(row)
      const stream = streams.get(op.stream)
      if (!stream) {
        problems.push(`log: operation ${op.seq} belongs to an unknown stream.`)
        continue
      }
      // A repeated command id was given a place of its own behind a #; the stream signed the id before it.
      const signed = { ...op, cmdId: op.cmdId.split('#')[0] ?? op.cmdId }
      const problem =
        chainProblem(signed, stream.n + 1, stream.hash) ??
        (isSignedBy(stream.key, op.hash, op.sig) ? undefined : 'its signature is not that of its stream')
      if (problem) problems.push(`log: operation ${op.seq} (${op.kind}): ${problem}.`)
      stream.n = op.n
      stream.hash = op.hash
    }
    onProgress('log', expected - 1, head)
  }
  if (expected - 1 !== head) problems.push(`log: it ends at operation ${expected - 1}, but ${head} were ordered.`)
  for (const stream of streams.values()) {
    if (stream.hash !== stream.chain) problems.push(`log: the stream ${stream.id} does not end where the hub acknowledged it.`)
  }
  return problems
}

async function blobProblems(reader: Reader): Promise<readonly string[]> {
  const problems: string[] = []
  const names = await reader.selectFrom('blob').select('name').execute()
  for (const { name } of names) {
    const row = await reader.selectFrom('blob').select('bytes').where('name', '=', name).executeTakeFirstOrThrow()
    if (blobName(row.bytes) !== name) problems.push(`upload ${name}: its bytes are not those it is named after.`)
  }
  return problems
}

async function versionProblems(reader: Reader, onProgress: Progress): Promise<readonly string[]> {
  const problems: string[] = []
  let done = 0
  for (let after = ''; ; ) {
    const rows = await reader.selectFrom('version').selectAll().where('hash', '>', after).orderBy('hash').limit(200).execute()
    if (rows.length === 0) return problems
    for (const { hash, article, bytes } of rows) {
      after = hash
      done += 1
      if (versionHash(bytes) !== hash) problems.push(`version ${hash} of article ${article}: its bytes were changed.`)
    }
    onProgress('versions', done, done)
  }
}

/** [SI9] Each entry's digest is that of its bytes, and names the entry before it. */
async function recordProblems(reader: Reader, onProgress: Progress): Promise<readonly string[]> {
  const problems: string[] = []
  let previous = firstPrevious
  let place = 0
  for (;;) {
    const rows = await reader.selectFrom('record').selectAll().where('place', '>', place).orderBy('place').limit(200).execute()
    if (rows.length === 0) break
    for (const row of rows) {
      if (row.place !== place + 1) problems.push(`record: entries ${place + 1} to ${row.place - 1} are missing.`)
      place = row.place
      const name = `record entry ${row.place} (number ${row.number}, edition ${row.edition})`
      if (recordDigest(row.bytes) !== row.digest) problems.push(`${name}: its bytes were changed.`)
      else if ((JSON.parse(new TextDecoder().decode(row.bytes)) as RecordEntry).envelope.previous !== previous)
        problems.push(`${name}: it does not follow the entry before it.`)
      previous = row.digest
    }
    onProgress('record', place, place)
  }
  return problems
}

async function markProblems(reader: Reader): Promise<readonly string[]> {
  return (await wrongMarks(reader)).map(
    ({ place, number, edition, current }) =>
      `record entry ${place} (number ${number}, edition ${edition}): it is marked as ${current === 1 ? 'what readers see, but a later edition was released' : 'no longer what readers see, but no later edition was released'}. “rebuild” sets the mark right; then build the site again.`,
  )
}

async function projectionProblems(hub: HubContext): Promise<readonly string[]> {
  const { before, after } = await rehearseRebuild(hub)
  return before === after ? [] : ['projections: they are not what the log gives. “rebuild” makes them again; nothing of the log is lost.']
}
