/** Signed streams and a real hub for tests: what a workstation sends, without a workstation. */
import { createPrivateKey, type KeyObject, randomBytes, randomUUID, sign } from 'node:crypto'
import { join } from 'node:path'
import { onTestFinished } from 'vitest'
import * as Y from 'yjs'
import { type HubDesk, openDesk } from '../../hub/desk.ts'
import { newKey } from '../../hub/signatures.ts'
import { canonicalBytes } from '../../shared/canonical.ts'
import { lordsPress } from '../../shared/desk/lordsPress.ts'
import type { BodyOf, CommandKind } from '../../shared/desk/operation.ts'
import type { Person, Role } from '../../shared/desk/person.ts'
import type { HouseSettings } from '../../shared/desk/settings.ts'
import { seedDocument } from '../../shared/document/write.ts'
import { introducedClients } from '../../shared/document/merge.ts'
import { writeBodyFrame } from '../../shared/sync/bodyFrame.ts'
import type { HubAnswer, HubEvent, HubRequest, HubRequestOf, Outcome } from '../../shared/sync/messages.ts'
import {
  bodyDigest,
  type OrderedOperation,
  operationHash,
  signedBytes,
  type SignedOperation,
  zeroHash,
} from '../../shared/sync/operation.ts'
import { temporaryFolder } from '../harness/folder.ts'

const resources = join(import.meta.dirname, '../../resources')

export interface TestStream {
  readonly id: string
  readonly actor: string
  readonly key: KeyObject
  readonly publicKey: string
  next<K extends CommandKind>(kind: K, subject: string, body: BodyOf<K>): SignedOperation
  nextBody(article: string, frame: Uint8Array): SignedOperation
  /** The push that carries these operations, the first of them first. */
  pushOf(ops: readonly SignedOperation[], epoch?: number): HubRequestOf<'push'>
}

export function newTestStream(actor: string = randomUUID()): TestStream {
  const id = randomUUID()
  const { secret, key: publicKey } = newKey()
  const key = createPrivateKey({ key: Buffer.from(secret), format: 'der', type: 'pkcs8' })
  let n = 0
  let prev = zeroHash
  function signed(kind: string, subject: string, body: Uint8Array): SignedOperation {
    n += 1
    const salt = new Uint8Array(randomBytes(16))
    const described = {
      stream: id,
      n,
      prev,
      kind,
      v: 1,
      subject,
      cmdId: randomUUID(),
      blob: '',
      digest: bodyDigest(salt, body, ''),
      claimedAt: '2020-01-01T00:00:00.000Z',
    }
    const hash = operationHash(described)
    prev = hash
    return { ...described, hash, sig: new Uint8Array(sign(null, signedBytes(hash), key)), body, salt }
  }
  return {
    id,
    actor,
    key,
    publicKey,
    next: (kind, subject, body) => signed(kind, subject, canonicalBytes(body)),
    nextBody: (article, frame) => signed('body', article, frame),
    pushOf(ops, epoch = 1) {
      const [first] = ops
      if (!first) throw new Error('a push has at least one operation')
      return { type: 'push', epoch, stream: id, from: first.n, prev: first.prev, ops: [...ops] }
    },
  }
}

export interface TestHub {
  readonly desk: HubDesk
  readonly folder: string
  readonly file: string
  readonly clock: { now(): Date; advance(milliseconds: number): void }
  ask<T extends HubRequest['type']>(request: HubRequestOf<T>): Promise<HubAnswer<T>>
  /** Outcomes of a push that was taken; throws with the hub's words when it was not. */
  push(stream: TestStream, ...ops: readonly SignedOperation[]): Promise<readonly Outcome[]>
  pullAll(): Promise<readonly OrderedOperation[]>
  /** Closes and opens the same file again. */
  reopen(): Promise<void>
  close(): Promise<void>
}

export interface TestHubOverrides {
  readonly folder?: string
  readonly start?: string
  readonly emit?: (event: HubEvent) => void
  /** Does what is due by itself; otherwise the test asks for `work`. */
  readonly automatic?: boolean
}

export async function openTestHub(overrides: TestHubOverrides = {}): Promise<TestHub> {
  const folder = overrides.folder ?? temporaryFolder()
  const file = join(folder, 'hub.db')
  let time = Date.parse(overrides.start ?? '2026-11-23T09:00:00.000Z')
  const clock = {
    now: () => new Date(time),
    advance(milliseconds: number) {
      time += milliseconds
    },
  }
  const open = () =>
    openDesk({
      file,
      key: new Uint8Array(32).fill(7),
      folder,
      resources,
      automatic: overrides.automatic ?? false,
      restored: false,
      now: clock.now,
      emit: overrides.emit ?? (() => {}),
    })
  let desk = await open()
  let closed = false
  async function close(): Promise<void> {
    if (closed) return
    closed = true
    await desk.close()
  }
  onTestFinished(close)
  // The answer's type follows the request's.
  const ask = (<T extends HubRequest['type']>(request: HubRequestOf<T>) => desk.handle(request)) as TestHub['ask']
  return {
    get desk() {
      return desk
    },
    folder,
    file,
    clock,
    ask,
    close,
    async push(stream, ...ops) {
      const answer = await ask(stream.pushOf(ops))
      if (!answer.ok) throw new Error(`${answer.refusal}: ${answer.message}`)
      return answer.value.outcomes
    },
    async pullAll() {
      const ops: OrderedOperation[] = []
      for (let cursor = 0; ; ) {
        const page = await ask({ type: 'pull', epoch: 1, cursor, max: 1024 * 1024 })
        if (!page.ok) throw new Error(page.message)
        ops.push(...page.value.ops)
        if (page.value.ops.length === 0) return ops
        cursor = page.value.next
      }
    },
    async reopen() {
      await desk.close()
      desk = await open()
    },
  }
}

export interface BegunDesk extends TestHub {
  readonly founder: TestStream
  readonly writer: TestStream
  readonly editor: TestStream
  readonly publisher: TestStream
  /** Adds somebody with an open stream. */
  join(name: string, roles: readonly Role[]): Promise<TestStream>
}

/** A hub with a founder who has every role, a writer, an editor and a publisher, each on a device of their own. */
export async function begunDesk(
  settings: Partial<HouseSettings> = {},
  overrides: Parameters<typeof openTestHub>[0] = {},
): Promise<BegunDesk> {
  const hub = await openTestHub(overrides)
  const founder = newTestStream()
  const person: Person = {
    id: founder.actor,
    name: 'Founder',
    roles: ['writer', 'editor', 'checker', 'publisher', 'recordsEditor', 'administrator'],
  }
  await hub.push(
    founder,
    opening(founder),
    founder.next('desk.begin', '', {
      desk: randomUUID(),
      person: { ...person, roles: [...person.roles] },
      settings: { ...lordsPress, ...settings },
    }),
  )
  async function join(name: string, roles: readonly Role[]): Promise<TestStream> {
    const stream = newTestStream(randomUUID())
    await hub.push(founder, founder.next('person.add', '', { id: stream.actor, name, roles: [...roles] }))
    await hub.push(stream, opening(stream))
    return stream
  }
  const writer = await join('Writer', ['writer'])
  const editor = await join('Editor', ['editor'])
  const publisher = await join('Publisher', ['publisher'])
  return Object.assign(hub, { founder, writer, editor, publisher, join })
}

export function opening(stream: TestStream): SignedOperation {
  return stream.next('stream.open', '', { stream: stream.id, actor: stream.actor, key: stream.publicKey })
}

/** The frame that carries what `edit` does to `doc`. */
export function frameOf(doc: Y.Doc, edit: (doc: Y.Doc) => void): Uint8Array {
  const updates: Uint8Array[] = []
  const hear = (update: Uint8Array) => updates.push(update)
  doc.on('update', hear)
  doc.transact(() => edit(doc))
  doc.off('update', hear)
  const [update] = updates
  if (!update) throw new Error('the edit changed nothing')
  return writeBodyFrame({ clients: introducedClients(update), update })
}

/** An operation that carries what `edit` does to `doc`, as an update of its own. */
export function bodyOp(stream: TestStream, article: string, doc: Y.Doc, edit: (doc: Y.Doc) => void): SignedOperation {
  return stream.nextBody(article, frameOf(doc, edit))
}

/** An edit for `bodyOp`: a new last paragraph. */
export function addParagraph(text: string): (doc: Y.Doc) => void {
  return (doc) => {
    const paragraph = new Y.XmlElement('paragraph')
    paragraph.insert(0, [new Y.XmlText(text)])
    const body = doc.getXmlFragment('body')
    body.insert(body.length, [paragraph])
  }
}

/** An article with these words, its category chosen, ready to be submitted. Answers its id and its document. */
export async function writtenArticle(
  hub: TestHub,
  stream: TestStream,
  headline = 'A headline',
  body = 'Some words.',
): Promise<{ readonly id: string; readonly doc: Y.Doc }> {
  const id = randomUUID()
  const doc = new Y.Doc()
  await hub.push(
    stream,
    stream.next('article.create', id, { lang: 'en-GB' }),
    stream.next('field.set', id, { field: 'category', value: 'archives', base: '' }),
    bodyOp(stream, id, doc, (fresh) =>
      seedDocument(fresh, {
        headline: [{ type: 'text', text: headline }],
        standfirst: [],
        body: [{ type: 'paragraph', content: [{ type: 'text', text: body }] }],
      }),
    ),
  )
  return { id, doc }
}
