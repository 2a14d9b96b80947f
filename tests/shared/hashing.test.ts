/** Bytes have one name, whichever SHA-256 made it. */
import { randomBytes } from 'node:crypto'
import { expect, test } from 'vitest'
import { blobName, hashOf } from '../../shared/canonical.ts'
import { hashWithNode } from '../../sqlite/hashing.ts'

test('[SY12] Node’s SHA-256 and the pure one give the same names, of text in every script as of bytes', () => {
  const blobs = [0, 1, 55, 56, 64, 5000].map((length) => new Uint8Array(randomBytes(length)))
  const parts = blobs.map((bytes, index) =>
    ['', 'plain', 'Ærø – façade', '\u{1d11e}', 'שלום', '\ud800'].slice(0, index + 1).concat(bytes.join()),
  )
  const names = () => [...blobs.map(blobName), ...parts.map((some) => hashOf('chancery/test/1\n', ...some)), hashOf('', ...blobs)]
  const pure = names()
  hashWithNode()
  expect(names()).toEqual(pure)
})
