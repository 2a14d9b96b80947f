/** Bytes have one name, whichever SHA-256 made it. */
import { randomBytes } from 'node:crypto'
import { expect, test } from 'vitest'
import { blobName, canonicalBytes, hashOf } from '../../shared/canonical.ts'
import { operationHash, zeroHash } from '../../shared/sync/operation.ts'
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

test('[SY4] an operation is named by the canonical bytes of its description, whatever signs stand in it', () => {
  const meta = { stream: 'a', n: 7, kind: 'body', v: 1, subject: '', blob: '', claimedAt: '2020-01-01T00:00:00.000Z' }
  for (const cmdId of ['0b2d-11', 'a "b" \\ c/d', 'e\u0301', '\u00e9', '\u007f\n\u2028', '\u{1d11e}']) {
    const expected = hashOf('chancery/op/1\n', zeroHash, canonicalBytes({ ...meta, cmdId }), zeroHash)
    expect(operationHash({ ...meta, cmdId, prev: zeroHash, digest: zeroHash })).toBe(expected)
  }
  expect(() => operationHash({ ...meta, cmdId: '\ud800', prev: zeroHash, digest: zeroHash })).toThrow('Lone surrogate')
})
