/** Files in a worker: some at once, and one that ends it takes none of the others with it. */
import { expect, onTestFinished, test } from 'vitest'
import { FileReader } from '../../electron/importing/reader.ts'
import { readBodyFrame } from '../../shared/sync/bodyFrame.ts'

function bytesOf(text: string): Uint8Array {
  return new TextEncoder().encode(text)
}

test('[DU5] files asked for together are each answered with their own words, and as they are searched', async () => {
  const reader = new FileReader()
  onTestFinished(() => reader.close())
  const names = Array.from({ length: 40 }, (_, n) => `piece ${n}.txt`)
  const read = await Promise.all(
    names.map((name, n) => reader.read(name, bytesOf(`Piece ${n}\n\nThe ferry left at ${n} o’clock.`), undefined)),
  )
  for (const [n, file] of read.entries()) {
    if (!file.ok) throw new Error(file.message)
    expect(file.plain).toEqual({ headline: `Piece ${n}`, standfirst: '', body: `The ferry left at ${n} o’clock.`, words: 6 })
    expect(readBodyFrame(file.frame).clients).toHaveLength(1)
  }
})

test('[DU5] a file that ends the worker is refused in words, and those behind it are read by another', async () => {
  const reader = new FileReader()
  onTestFinished(() => reader.close())
  const bad = undefined as unknown as Uint8Array
  const [first, broken, last] = await Promise.all([
    reader.read('first.txt', bytesOf('First'), undefined),
    reader.read('broken.txt', bad, undefined),
    reader.read('last.txt', bytesOf('Last'), undefined),
  ])
  expect(broken).toEqual({
    ok: false,
    message: expect.stringContaining('“broken.txt” could not be read. Nothing of it was imported') as string,
  })
  expect([first, last].map((file) => file.ok && file.plain.headline)).toEqual(['First', 'Last'])
})
