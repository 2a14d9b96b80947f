/** Requests go to the worker beside the page once it has begun, and are made here before that, without it, and while the page is left. */
import { expect, onTestFinished, test, vi } from 'vitest'
import { type Answered, type Asked, workerFetcher } from '../../renderer/bridge/fetcher.ts'

test('a request is made in the page until the worker has begun, and while nobody sees the page; else in the worker', async () => {
  const { worker, asked, say } = standIn()
  const page = { visibilityState: 'visible' as DocumentVisibilityState }
  const here = vi.fn(() => Promise.resolve(new Response(new Uint8Array([1]))))
  vi.stubGlobal('fetch', here)
  onTestFinished(() => void vi.unstubAllGlobals())
  const fetcher = workerFetcher(worker, page)

  expect(new Uint8Array((await fetcher('/a', {}))?.bytes ?? new ArrayBuffer(0))).toEqual(new Uint8Array([1]))
  expect(asked).toEqual([])

  say({ n: 0, status: 0, bytes: new ArrayBuffer(0) })
  const answers = [fetcher('/b', { method: 'POST' }), fetcher('/c', {})]
  expect(asked.map(({ address }) => address)).toEqual(['/b', '/c'])
  // In whatever order they come.
  say({ n: asked[1]?.n ?? -1, status: 0, bytes: new ArrayBuffer(0) })
  say({ n: asked[0]?.n ?? -1, status: 200, bytes: new Uint8Array([7]).buffer })
  const [got, nothing] = await Promise.all(answers)
  expect(got?.status).toBe(200)
  expect(nothing).toBeUndefined()

  page.visibilityState = 'hidden'
  await fetcher('/d', {})
  expect(asked).toHaveLength(2)
  expect(here).toHaveBeenCalledTimes(2)
})

test('a worker that breaks leaves nobody waiting, and what follows is asked here', async () => {
  const { worker, asked, say, fail } = standIn()
  vi.stubGlobal('fetch', () => Promise.resolve(new Response('', { status: 404 })))
  onTestFinished(() => void vi.unstubAllGlobals())
  const fetcher = workerFetcher(worker, { visibilityState: 'visible' })
  say({ n: 0, status: 0, bytes: new ArrayBuffer(0) })
  const waiting = fetcher('/a', {})
  fail()
  expect(await waiting).toBeUndefined()
  expect((await fetcher('/b', {}))?.status).toBe(404)
  expect(asked).toHaveLength(1)
})

function standIn() {
  const target = new EventTarget()
  const asked: Asked[] = []
  const worker = Object.assign(target, { postMessage: (message: Asked) => asked.push(message) }) as unknown as Worker
  const say = (data: Answered) => void target.dispatchEvent(Object.assign(new Event('message'), { data }))
  return { worker, asked, say, fail: () => void target.dispatchEvent(new Event('error')) }
}
