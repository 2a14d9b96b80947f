/**
 * Cuts the fonts of the site and the interface from Adobe's packages: Latin letters and punctuation, with the old-style
 * figures and small capitals that the ready-made web cuts leave out. Run it after changing the packages or the list
 * below (`node scripts/fonts.mjs`); its output, `resources/theme/fonts`, is committed.
 */
import { copyFile, mkdir, readFile, writeFile } from 'node:fs/promises'
import path from 'node:path'
import subsetFont from 'subset-font'
import { root } from './project.mjs'

const target = path.join(root, 'resources', 'theme', 'fonts')

const fonts = [
  { from: 'source-serif/WOFF2/VAR/SourceSerif4Variable-Roman.ttf.woff2', to: 'serif.woff2', weights: { min: 300, max: 700 } },
  { from: 'source-serif/WOFF2/VAR/SourceSerif4Variable-Italic.ttf.woff2', to: 'serif-italic.woff2', weights: { min: 300, max: 700 } },
  { from: 'source-sans/WOFF2/VF/SourceSans3VF-Upright.ttf.woff2', to: 'sans.woff2', weights: { min: 350, max: 700 } },
  { from: 'source-sans/WOFF2/VF/SourceSans3VF-Italic.ttf.woff2', to: 'sans-italic.woff2', weights: { min: 350, max: 700 } },
]

const licences = [
  { from: 'source-serif/LICENSE.md', to: 'OFL-source-serif.md' },
  { from: 'source-sans/LICENSE.md', to: 'OFL-source-sans.md' },
]

/**
 * The licence reserves the name Source for the uncut fonts, so the cuts are called Octavo inside as well. The name is as
 * long as the one it stands for, so that nothing in the table has to move.
 */
const reserved = Buffer.from('Source', 'utf16le').swap16()
const ours = Buffer.from('Octavo', 'utf16le').swap16()
/** Copyright, trademark and licence go on naming their owner. */
const keptNames = new Set([0, 7, 13, 14])

/** Layout features that the style sheets ask for, and those that browsers apply by themselves. */
const features = [
  'kern',
  'mark',
  'mkmk',
  'ccmp',
  'locl',
  'liga',
  'calt',
  'rlig',
  'case',
  'onum',
  'lnum',
  'pnum',
  'tnum',
  'smcp',
  'c2sc',
  'sups',
  'frac',
  'numr',
  'dnom',
]

/** First and last code points: Latin with the letters of Europe, spaces and punctuation, currency, a few signs. */
const ranges = [
  [0x0020, 0x007e],
  [0x00a0, 0x017f],
  [0x0192, 0x0192],
  [0x0218, 0x021b],
  [0x0237, 0x0237],
  [0x02bb, 0x02bc],
  [0x02c6, 0x02c7],
  [0x02d8, 0x02dd],
  [0x0300, 0x0304],
  [0x0306, 0x030c],
  [0x0326, 0x0328],
  [0x1e80, 0x1e85],
  [0x1e9e, 0x1e9e],
  [0x1ef2, 0x1ef3],
  [0x2002, 0x200b],
  [0x2010, 0x2015],
  [0x2018, 0x2022],
  [0x2026, 0x2026],
  [0x202f, 0x2030],
  [0x2032, 0x2033],
  [0x2039, 0x203a],
  [0x203d, 0x203d],
  [0x2044, 0x2044],
  [0x2070, 0x2070],
  [0x2074, 0x2079],
  [0x2080, 0x2089],
  [0x20ac, 0x20ac],
  [0x2113, 0x2113],
  [0x2116, 0x2117],
  [0x2122, 0x2122],
  [0x2153, 0x2154],
  [0x215b, 0x215e],
  [0x2190, 0x2193],
  [0x2212, 0x2212],
  [0x2248, 0x2248],
  [0x2260, 0x2260],
  [0x2264, 0x2265],
]

const text = ranges
  .map(([first, last]) => Array.from({ length: last - first + 1 }, (_, step) => String.fromCodePoint(first + step)).join(''))
  .join('')

await mkdir(target, { recursive: true })
for (const { from, to, weights } of fonts) {
  const whole = await readFile(path.join(root, 'node_modules', from))
  const plain = await subsetFont(whole, text, {
    targetFormat: 'truetype',
    keepFeatures: features,
    variationAxes: { wght: weights },
    noHinting: true,
  })
  const cut = await subsetFont(renamed(plain), undefined, { targetFormat: 'woff2', keepAllGlyphs: true, keepFeatures: features })
  await writeFile(path.join(target, to), cut)
  console.log(`${to}: ${Math.round(cut.length / 1000)} kB of ${Math.round(whole.length / 1000)} kB`)
}
for (const { from, to } of licences) await copyFile(path.join(root, 'node_modules', from), path.join(target, to))

/** The font with every name but the kept ones changed in place; packing it again mends the check sums. */
function renamed(font) {
  const tables = font.readUInt16BE(4)
  const entry = Array.from({ length: tables }, (_, n) => 12 + n * 16).find((at) => font.toString('latin1', at, at + 4) === 'name')
  if (entry === undefined) throw new Error('the font has no table of names')
  const table = font.readUInt32BE(entry + 8)
  const strings = table + font.readUInt16BE(table + 4)
  for (let n = 0; n < font.readUInt16BE(table + 2); n += 1) {
    const record = table + 6 + n * 12
    if (keptNames.has(font.readUInt16BE(record + 6))) continue
    const from = strings + font.readUInt16BE(record + 10)
    const name = font.subarray(from, from + font.readUInt16BE(record + 8))
    for (let at = name.indexOf(reserved); at >= 0; at = name.indexOf(reserved, at)) ours.copy(name, at)
  }
  return font
}
