/** What every transport of the contract must show: the same answers, whoever carries them. */
import { fc } from '../harness/properties.ts'
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest'
import * as Y from 'yjs'
import { type Call, type Changed, type CallName, contract } from '../../shared/contract/contract.ts'
import type { Result } from '../../shared/result.ts'
import { importText, must, paragraphUpdate } from '../factories/people.ts'

/** One connection, one session. */
export interface Transport {
  /** As a page calls, with names and inputs that a page could only send wrongly. */
  call(name: string, input: unknown): Promise<Result<unknown>>
  onChanged(listener: (event: Changed) => void): () => void
  close(): Promise<void>
}

/** An empty workstation behind one kind of transport. */
export interface Wire {
  connect(): Promise<Transport>
  close(): Promise<void>
  /** Sends bytes that are no message, where the transport has frames; answers what came back, read as a message. */
  sendRaw?(bytes: Uint8Array): Promise<unknown>
}

const names = Object.keys(contract) as readonly CallName[]

/** Registers the suite. `open` is called once; the tests run in their order, first without a desk, then with one. */
export function contractSuite(transport: string, open: () => Promise<Wire>): void {
  describe(`the contract, ${transport}`, () => {
    let wire: Wire
    let founder: Call
    beforeAll(async () => {
      wire = await open()
    })
    afterAll(() => wire.close())

    async function connect(): Promise<Transport> {
      const made = await wire.connect()
      onTestFinished(() => made.close())
      return made
    }

    test('[CT1] every name answers a value to whatever is sent with it', async () => {
      const { call } = await connect()
      const odd: readonly unknown[] = [
        undefined,
        null,
        0,
        '',
        'text',
        [],
        {},
        { id: 1 },
        { id: 'x'.repeat(10_000) },
        new Uint8Array(3),
        { toString: 'no' },
        [[[]]],
      ]
      const begins = (name: string, input: unknown) => name === 'desk.beginSample' && JSON.stringify(input) === '{}'
      // As parsed from a text: the key is an own property there.
      const inherited: unknown = JSON.parse('{"__proto__":{"phase":"ready"},"x":1}')
      for (const name of names) {
        const answers = await Promise.all([...odd, inherited].filter((input) => !begins(name, input)).map((input) => call(name, input)))
        answers.forEach(expectResult)
      }
      expect(must(await call('desk.status', {}))).toMatchObject({ phase: 'none' })
    })

    test('[CT1] generated inputs are answered with values and begin no desk', async () => {
      const { call } = await connect()
      const safe = names.filter((name) => name !== 'desk.begin' && name !== 'desk.beginSample')
      await fc.assert(
        fc.asyncProperty(fc.constantFrom(...safe), fc.jsonValue({ maxDepth: 3 }), async (name, input) => {
          expectResult(await call(name, input))
        }),
        { numRuns: 40 },
      )
      expect(must(await call('desk.status', {}))).toMatchObject({ phase: 'none' })
    })

    test('[CT1] names that are none, or that every object has, are refused in words', async () => {
      const { call } = await connect()
      for (const name of ['desk.destroy', 'constructor', 'toString', 'hasOwnProperty', '__proto__', 'DESK.STATUS']) {
        expect(await call(name, {})).toMatchObject({ ok: false, error: { code: 'invalid', message: expect.stringContaining(name) } })
      }
    })

    test('[CT2] input that does not fit is refused with its place, and nothing is changed', async () => {
      const { call } = await connect()
      expect(await call('desk.begin', { publication: '   ', name: '', shape: 'justMe' })).toMatchObject({
        ok: false,
        error: { code: 'invalid', details: [{ where: 'publication', message: 'needs a name' }] },
      })
      expect(await call('desk.begin', { publication: 'A', name: '', shape: 'justMe', more: 1 })).toMatchObject({
        ok: false,
        error: { code: 'invalid' },
      })
      expect(must(await call('desk.status', {}))).toMatchObject({ phase: 'none' })
    })

    test('[CT4] whoever begins a desk sits in that session only', async () => {
      founder = callOn(await wire.connect())
      must(await founder('desk.begin', { publication: 'The Test Record', name: 'Founder', shape: 'justMe' }))
      must(await founder('people.add', { name: 'Somebody else', roles: ['writer'] }))
      expect(must(await founder('desk.status', {})).person?.name).toBe('Founder')
      expect(must(await callOn(await connect())('desk.status', {})).person).toBe(null)
    })

    test('[CT3] an article’s words go out and come back byte for byte', async () => {
      const call = founder
      const id = await importText(call, 'A headline\n\nFirst words.')
      const update = await paragraphUpdate(call, id, 'Zoë added “this” — and \u{1f58b}.')
      const saved = must(await call('articles.save', { id, update }))
      const opened = must(await call('articles.open', { id }))
      expect(opened.update).toBeInstanceOf(Uint8Array)
      const doc = new Y.Doc()
      Y.applyUpdate(doc, opened.update)
      expect(doc.getXmlFragment('body').toJSON()).toContain('Zoë added “this” — and \u{1f58b}.')
      expect(must(await call('articles.updates', { id, cursor: saved.cursor })).update.byteLength).toBe(0)
    })

    test('[CT4] two sessions are two people, and neither takes the other’s seat', async () => {
      const writer = must(await founder('people.add', { name: 'Writer', roles: ['writer'] }))
      const other = callOn(await connect())
      must(await other('people.sitDown', { id: writer.id }))
      expect(must(await founder('desk.status', {})).person?.name).toBe('Founder')
      expect(must(await other('desk.status', {})).person?.name).toBe('Writer')
      must(await other('people.getUp', {}))
      expect(await other('articles.create', {})).toMatchObject({ ok: false, error: { code: 'notAllowed' } })
      expect((await founder('articles.create', {})).ok).toBe(true)
    })

    test('[CT5] a change reaches every session and says whose it was', async () => {
      const call = founder
      const heard = [await connect(), await connect()].map((listening) => heardBy(listening))
      const id = must(await call('articles.create', {})).row.id
      for (const each of heard) await each.until((event) => event.topic === 'articles' || (event.topic === 'article' && event.id === id))
      const update = await paragraphUpdate(call, id, 'Words.')
      must(await call('articles.save', { id, update }))
      const told = await Promise.all(
        heard.map((each) => each.until((event) => event.topic === 'words' && event.id === id && event.source !== '')),
      )
      expect(told[0]?.source).toBe(told[1]?.source)
    })

    test('[CT6] long work is read and stopped from another session and outlives its own', async () => {
      const first = await wire.connect()
      const call = callOn(first)
      const person = must(await founder('desk.status', {})).person?.id ?? ''
      must(await call('people.sitDown', { id: person }))
      const files = Array.from({ length: 40 }, (_, index) => ({
        name: `piece-${index}.txt`,
        bytes: new TextEncoder().encode(`Piece ${index}\n\nIts words.`),
      }))
      const started = must(await call('imports.start', { files }))
      await first.close()
      const second = callOn(await connect())
      must(await second('jobs.stop', { id: started.id }))
      const job = await ended(second, started.id)
      expect(['stopped', 'done']).toContain(job.state)
      must(await second('people.sitDown', { id: person }))
      const listed = must(await second('articles.list', {}))
      const made = listed.articles.filter(({ headline }) => headline.startsWith('Piece '))
      expect(made.map(({ id }) => id).toSorted()).toEqual(job.articles.toSorted())
      expect(must(await second('jobs.list', {})).jobs.map(({ id }) => id)).toContain(started.id)
    })

    test('[CT7] a frame that cannot be read is answered, and the next one is read', async (context) => {
      const { call } = await connect()
      if (!wire.sendRaw) return context.skip('this transport hands over values, not frames')
      const frames = [
        new Uint8Array(0),
        new Uint8Array([0xc1]),
        new Uint8Array([0xdf, 0xff, 0xff, 0xff, 0xff]),
        new Uint8Array([0x92, 0x01]),
        new TextEncoder().encode('{"a":'),
      ]
      for (const frame of frames) {
        const answer = await wire.sendRaw(frame)
        expect(answer, `bytes ${[...frame].join(' ')}`).toMatchObject({
          ok: false,
          error: { code: 'invalid', message: expect.stringMatching(/\.$/) },
        })
      }
      await fc.assert(
        fc.asyncProperty(fc.uint8Array({ maxLength: 200 }), async (bytes) => {
          expectResult(await wire.sendRaw?.(bytes))
        }),
        { numRuns: 40 },
      )
      expectResult(await call('desk.status', {}))
    })
  })
}

function callOn(transport: Transport): Call {
  return ((name: string, input: unknown) => transport.call(name, input)) as Call
}

function expectResult(answer: unknown): void {
  const result = answer as Partial<{ ok: boolean; value: unknown; error: { code: string; message: string } }> | undefined
  if (result?.ok === true) return
  expect(result?.ok).toBe(false)
  expect(result?.error?.code).toMatch(/^(invalid|notFound|notAllowed|conflict|offline|full|readOnly|busy)$/)
  expect(result?.error?.message).not.toBe('')
}

async function ended(call: Call, id: string) {
  for (;;) {
    const job = must(await call('jobs.read', { id }))
    if (job.state !== 'running') return job
    await new Promise((resolve) => setTimeout(resolve, 10))
  }
}

function heardBy(transport: Transport): { until(wanted: (event: Changed) => boolean): Promise<Changed> } {
  const events: Changed[] = []
  let wake = () => {}
  transport.onChanged((event) => {
    events.push(event)
    wake()
  })
  return {
    async until(wanted) {
      for (;;) {
        const found = events.find(wanted)
        if (found) return found
        await new Promise<void>((resolve) => {
          wake = resolve
        })
      }
    },
  }
}
