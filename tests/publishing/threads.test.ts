/** What comes of things asked of a thread: its answers, its sentences, and its end. */
import { BlockList } from 'node:net'
import { pathToFileURL } from 'node:url'
import { expect, it, onTestFinished } from 'vitest'
import { DeliveryFailure } from '../../hub/publishing/failure.ts'
import { lineTo } from '../../hub/publishing/threads.ts'

const source = (file: string) => JSON.stringify(pathToFileURL(`${import.meta.dirname}/../../hub/publishing/${file}`).href)
/** From now on objects of this class of Node's own cannot be read on the side where this runs. Runs in the thread too. */
function makeUnreadable(kind: { readonly prototype: object }): () => void {
  const read = Object.getOwnPropertySymbols(kind.prototype).find((symbol) => String(symbol).includes('deserialize')) ?? ''
  const before: unknown = Reflect.get(kind.prototype, read)
  const refuse = () => {
    throw new Error('it cannot be read')
  }
  Reflect.set(kind.prototype, read, refuse)
  return () => void Reflect.set(kind.prototype, read, before)
}

const worker = `
import { BlockList } from 'node:net'
import { threadId } from 'node:worker_threads'
import { answerWith } from ${source('threads.ts')}
import { DeliveryFailure } from ${source('failure.ts')}
answerWith((act) => {
  if (act === 'refuse') throw new DeliveryFailure('transient', 'The disk is full.')
  if (act === 'fault') throw new Error('a fault')
  if (act === 'end') process.exit(3)
  if (act === 'which') return threadId
  if (act === 'unreadable') return new BlockList()
  if (act === 'read no more') { (${makeUnreadable.toString()})(BlockList) }
  return act === 'never' ? new Promise(() => {}) : act
})`
const open = () => lineTo('tested', new URL(`data:text/javascript,${encodeURIComponent(worker)}`), {})

it('[QU9] what a thread says crosses to whoever asked: answers each to its own, sentences with their kind, faults as they are', async () => {
  const line = open()
  const refused = line.ask('refuse').catch((error: unknown) => error)
  expect(await Promise.all([line.ask('one'), line.ask('two')])).toEqual(['one', 'two'])
  expect(await refused).toBeInstanceOf(DeliveryFailure)
  expect(await refused).toMatchObject({ kind: 'transient', message: 'The disk is full.' })
  await expect(line.ask('fault')).rejects.toThrow('a fault')
})

it('[QU9] a thread that ends fails all that was asked of it, and the next thing begins another', async () => {
  const line = open()
  const waiting = line.ask('never').catch((error: unknown) => error)
  await expect(line.ask('end')).rejects.toThrow('the thread “tested” ended with 3')
  expect(await waiting).toMatchObject({ message: 'the thread “tested” ended with 3' })
  expect(await line.ask('again')).toBe('again')
})

it('[QU9] what cannot be handed over fails alone', async () => {
  const line = open()
  await expect(line.ask(() => {})).rejects.toThrow('could not be cloned')
  expect(await line.ask('next')).toBe('next')
})

it('[QU9] a thread that was made ready is the one that answers, and no other is begun', async () => {
  const [line, later] = [open(), open()]
  line.ready()
  line.ready()
  // Threads are numbered as they begin.
  const begunAfter = (await later.ask('which')) as number
  line.ready()
  expect(await line.ask('which')).toBe(begunAfter - 1)
  line.ready()
  expect(await line.ask('which')).toBe(begunAfter - 1)
})

it('[QU9] what comes from a thread, or to it, and cannot be read fails all that was asked, and the next thing begins another', async () => {
  const line = open()
  const waiting = line.ask('never').catch((error: unknown) => error)
  const restore = makeUnreadable(BlockList)
  onTestFinished(restore)
  await expect(line.ask('unreadable')).rejects.toThrow('an answer of the thread “tested” could not be read')
  expect(await waiting).toMatchObject({ message: 'an answer of the thread “tested” could not be read' })
  restore()
  await line.ask('read no more')
  await expect(line.ask(new BlockList())).rejects.toThrow('what was asked of a thread could not be read')
  expect(await line.ask('again')).toBe('again')
})
