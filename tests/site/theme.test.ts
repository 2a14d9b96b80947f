/** The style sheet keeps its own measure: the grid of lines, colours by name, fonts that have what the type asks for. */
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { brotliDecompressSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { root } from '../harness/sources.ts'

const theme = path.join(root, 'resources/theme')
const css = readFileSync(path.join(theme, 'site.css'), 'utf8').replaceAll(/\/\*[\s\S]*?\*\//gu, '')

describe('the style sheet', () => {
  it('sets every line on screens in steps of three pixels', () => {
    const heights = [...css.matchAll(/(?:line-height: |rem\/)([\d.]+)rem/gu)].map(([, rem]) => Number(rem) * 16)
    expect(heights.length).toBeGreaterThan(80)
    expect(heights.filter((height) => height % 3 !== 0)).toEqual([])
  })

  it('names its colours once, for both schemes, and draws no corner, shadow or shade', () => {
    const named = css.match(/--\w+: light-dark\(#[0-9a-f]{6}, #[0-9a-f]{6}\)/gu) ?? []
    expect(named).toHaveLength(9)
    const rest = css.replaceAll(/:root \{[^}]*\}/gu, '')
    expect(rest).not.toMatch(/#[0-9a-f]{3,8}\b(?=[;, ])|rgba?\(|hsla?\(/u)
    expect(rest).not.toMatch(/box-shadow|text-shadow|gradient|border-radius: [1-9]/u)
    expect(rest).not.toMatch(/position: sticky|text-align: justify/u)
  })

  it('asks for nothing that is not beside it', () => {
    const asked = [...css.matchAll(/url\(['"]?([^'")]+)/gu)].map(([, address = '']) => address)
    expect(asked.length).toBe(4)
    for (const address of asked) expect(readFileSync(path.join(theme, address)).length).toBeGreaterThan(10_000)
    expect(css).not.toContain('@import')
  })

  it('has a serif with real small capitals, old-style and tabular figures, and superiors; small capitals are upright', () => {
    const lacking = (file: string, features: readonly string[]) => {
      const tables = tablesOf(readFileSync(path.join(theme, 'fonts', file))).toString('latin1')
      return features.filter((feature) => !tables.includes(feature))
    }
    expect(lacking('serif.woff2', ['smcp', 'c2sc', 'onum', 'lnum', 'tnum', 'sups'])).toEqual([])
    expect(lacking('serif-italic.woff2', ['onum', 'lnum', 'tnum', 'sups'])).toEqual([])
    expect(css).toMatch(/\.small-caps \{[^}]*font-style: normal/u)
  })
})

/** A WOFF2 file keeps all its tables in one Brotli stream at its end, after a directory of its own. */
function tablesOf(woff2: Buffer): Buffer {
  const tables = woff2.readUInt16BE(12)
  const compressed = woff2.readUInt32BE(20)
  let at = 48
  for (let n = 0; n < tables; n += 1) {
    const flags = woff2.readUInt8(at)
    at += 1 + ((flags & 0x3f) === 0x3f ? 4 : 0)
    at = afterBase128(woff2, at)
    const tag = flags & 0x3f
    const isTransformed = tag === 10 || tag === 11 ? flags >> 6 !== 3 : flags >> 6 !== 0
    if (isTransformed) at = afterBase128(woff2, at)
  }
  return brotliDecompressSync(woff2.subarray(at, at + compressed))
}

function afterBase128(bytes: Buffer, from: number): number {
  let at = from
  while ((bytes.readUInt8(at) & 0x80) !== 0) at += 1
  return at + 1
}
