/** Figures on pages: their words only where there are any, and room for them. */
import { expect, it } from 'vitest'
import type { NodeJson } from '../../shared/document/json.ts'
import { bodyMarkup } from '../../shared/site/body.ts'

const media = 'a1'.repeat(32)

function printed(attrs: Readonly<Record<string, unknown>>, content: readonly NodeJson[] = []): string {
  const figure: NodeJson = { type: 'figure', attrs: { media, alt: '', credit: '', width: 30, height: 20, ...attrs }, content }
  return bodyMarkup({ body: [figure], dateline: { place: '', date: '' } }, (hash) => `../${hash}.webp`).html
}

it('[SI10] a figure without words has no caption, and one with a credit only has that', () => {
  const image = `<img src="../${media}.webp" loading="lazy" alt="" width="30" height="20">`
  expect(printed({})).toBe(`<figure>${image}</figure>`)
  expect(printed({ credit: 'The archive' })).toBe(
    `<figure>${image}<figcaption><span class="credit">The archive</span></figcaption></figure>`,
  )
})

it('a picture much wider than high has its caption below it', () => {
  expect(printed({ width: 360, height: 200 })).toMatch(/^<figure><img/u)
  expect(printed({ width: 361, height: 200 })).toMatch(/^<figure class="wide"><img/u)
  expect(printed({ width: 0, height: 0 })).toMatch(/^<figure><img/u)
})
