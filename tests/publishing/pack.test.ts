/** The pack that a batch's pages are written into. */
import { expect, it } from 'vitest'
import { Pack, packBytes } from '../../hub/publishing/pack.ts'

const text = (bytes: Uint8Array) => new TextDecoder().decode(new Uint8Array(bytes))

it('[QU11] pages in a pack stay as they were written, also what found no room in it or was given back', () => {
  const pack = new Pack()
  const first = pack.write([{ html: 'The first – and' }])
  const unneeded = pack.write([{ html: 'a page that stands there already' }])
  pack.giveBack(unneeded)
  const second = pack.keep(new TextEncoder().encode('the second'))
  expect([first, second].map(text)).toEqual(['The first – and', 'the second'])
  expect(second.byteOffset).toBe(first.byteOffset + first.length)
  expect(pack.isFull).toBe(false)
  const around = { html: 'around – it', isRepeated: true } as const
  for (let n = 0; n < 2; n += 1) expect(text(pack.write([around, { html: 'a page' }, around]))).toBe('around – ita pagearound – it')
  const large = '’'.repeat(packBytes / 3)
  expect(text(pack.write([{ html: large }]))).toBe(large)
  expect(pack.isFull).toBe(true)
  expect([first, second].map(text)).toEqual(['The first – and', 'the second'])
})

it('[QU11] a pack that was emptied takes the next batch from its beginning', () => {
  const pack = new Pack()
  const before = pack.keep(new Uint8Array(packBytes).fill(1))
  expect(pack.isFull).toBe(false)
  pack.write([{ html: 'more than fits' }])
  expect(pack.isFull).toBe(true)
  pack.empty()
  expect(pack.isFull).toBe(false)
  expect(pack.write([{ html: 'next' }]).buffer).toBe(before.buffer)
})
