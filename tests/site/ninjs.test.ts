/** ninjs 3.1: only properties that the format knows, each of its shape. */
import { expect, it } from 'vitest'
import type { Released } from '../../shared/site/model.ts'
import { renderPage } from '../../shared/site/page.ts'
import { textOf } from './build.ts'
import { bell } from './bell.ts'
import { houseWith, youngHouse } from './house.ts'
import { everything, lighthouse } from './newspaper.ts'

const house = houseWith({ machineFiles: { newsSitemap: true, ninjs: true } })
const when = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(Z|[+-]\d{2}:\d{2})$/u

type Check = (value: unknown) => void
const text: Check = (value) => expect(value).toBeTypeOf('string')
const date: Check = (value) => expect(value).toMatch(when)
const whole: Check = (value) => expect(Number.isInteger(value)).toBe(true)
const uri: Check = (value) => expect(URL.canParse(String(value))).toBe(true)
const oneOf =
  (...known: readonly string[]): Check =>
  (value) =>
    expect(known).toContain(value)
const object =
  (shape: Readonly<Record<string, Check>>): Check =>
  (value) => {
    for (const [name, held] of Object.entries(value as object)) {
      expect(Object.keys(shape)).toContain(name)
      shape[name]?.(held)
    }
  }
const list =
  (check: Check): Check =>
  (value) => {
    for (const one of value as readonly unknown[]) check(one)
  }

const words = list(object({ role: text, contentType: text, value: text, wordCount: whole }))
const poi = object({ x: whole, y: whole })
const renditions = list(object({ name: text, href: uri, contentType: text, width: whole, height: whole, poi }))
const common: Readonly<Record<string, Check>> = {
  uri,
  type: oneOf('text', 'picture'),
  representationType: oneOf('full', 'partial'),
  version: text,
  firstCreated: date,
  versionCreated: date,
  pubStatus: oneOf('usable', 'canceled'),
  language: text,
  copyrightHolder: text,
  headlines: words,
  descriptions: words,
  bodies: words,
  by: text,
  located: text,
  subjects: list(object({ name: text, rel: text, literal: text })),
  altIds: list(object({ role: text, value: text })),
  standard: object({ name: oneOf('ninjs'), version: oneOf('3.1'), schema: uri }),
  renditions,
}
const item = object({ ...common, associations: list(object({ ...common, name: text })) })

function ninjs(released: Released, of = house): Record<string, unknown> {
  return JSON.parse(textOf(renderPage({ page: 'ninjs', released }, of))) as Record<string, unknown>
}

it('[SI10] every article is ninjs: an identifier, and nothing that the format does not know', () => {
  for (const released of everything) {
    for (const of of [house, youngHouse]) {
      const made = ninjs(released, of)
      expect(made).toHaveProperty('uri', `urn:uuid:${released.feedId}`)
      item(made)
    }
  }
})

it('[SI13] addresses are whole; before there is one nothing is linked', () => {
  expect(ninjs(bell)).toMatchObject({
    renditions: [{ name: 'web', href: 'https://paper.example/2026/11/the-bell-that-rang-for-nobody/' }],
    associations: [{ name: 'lead', type: 'picture' }],
    descriptions: expect.arrayContaining([{ role: 'correction', contentType: 'text/plain', value: expect.stringContaining('1837') }]),
  })
  expect(ninjs(lighthouse)).toMatchObject({ associations: [{ renditions: [{ poi: { x: 180, y: 248 } }] }] })
  expect(ninjs(bell, youngHouse)).not.toHaveProperty('renditions')
})
