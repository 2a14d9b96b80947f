/** What the interface's root does not hear, nobody in it asks for. */
import { globSync, readFileSync } from 'node:fs'
import path from 'node:path'
// @ts-expect-error jsdom comes without types
import { JSDOM } from 'jsdom'
import { beforeEach, expect, test } from 'vitest'
import { quietly, unasked } from '../../renderer/shell/quietRoot.ts'

let page: Document
let root: HTMLElement
let box: HTMLElement

beforeEach(() => {
  const { window } = new JSDOM('<!doctype html><div id="root"><div id="box" tabindex="0"></div><input></div>') as {
    window: { document: Document }
  }
  page = window.document
  root = page.getElementById('root') as HTMLElement
  box = page.getElementById('box') as HTMLElement
  // As the editor marks the element that it writes in.
  Object.assign(box, { editor: {} })
})

/** What reaches the root, on its way down, and its document. */
function heardBy(kinds: readonly string[]): string[] {
  const heard: string[] = []
  quietly(root, (quiet) => {
    for (const kind of kinds) quiet.addEventListener(kind, ({ type }) => void heard.push(type), true)
    page.addEventListener('selectionchange', ({ type }) => void heard.push(type))
  })
  return heard
}

function send(target: EventTarget, kind: string, more: KeyboardEventInit = {}): void {
  const event = new (page.defaultView as never as { Event: typeof Event }).Event(kind, { bubbles: true })
  target.dispatchEvent(Object.assign(event, { key: 'a', ctrlKey: false, metaKey: false, altKey: false, ...more }))
}

test('the root is deaf to what comes with every letter, and to nothing else', () => {
  const heard = heardBy(['keydown', ...unasked, 'click'])
  for (const kind of ['keydown', ...unasked, 'click']) send(root, kind)
  expect(heard).toEqual(['keydown', 'click'])
})

test('letters typed in a box of text do not reach the root; keys that may be somebody else’s do', () => {
  const heard = heardBy(['keydown', 'keyup', 'input'])
  box.focus()
  for (const kind of ['keydown', 'input', 'keyup']) send(box, kind)
  send(page, 'selectionchange')
  expect(heard).toEqual([])
  send(box, 'keydown', { key: 'F6' })
  send(box, 'keydown', { key: 'k', ctrlKey: true })
  expect(heard).toEqual(['keydown', 'keydown'])
})

test('what is typed in a field reaches the root', () => {
  const heard = heardBy(['keydown', 'keyup', 'input'])
  const field = page.querySelector('input') as HTMLInputElement
  field.focus()
  for (const kind of ['keydown', 'input', 'keyup']) send(field, kind)
  send(page, 'selectionchange')
  expect(heard).toEqual(['keydown', 'input', 'keyup', 'selectionchange'])
})

test('whoever stops listening at the body hears nothing more', () => {
  heardBy([])
  const heard: string[] = []
  const listener = ({ type }: Event) => void heard.push(type)
  page.body.addEventListener('keydown', listener)
  send(page.body, 'keydown')
  page.body.removeEventListener('keydown', listener)
  send(page.body, 'keydown')
  expect(heard).toEqual(['keydown'])
})

test('others listen at the document as ever', () => {
  heardBy([])
  const heard: string[] = []
  page.addEventListener('keydown', ({ type }) => void heard.push(type))
  box.focus()
  send(box, 'keydown')
  expect(heard).toEqual(['keydown'])
})

test('no component asks for what the root does not hear', () => {
  const root = path.join(import.meta.dirname, '../..')
  const wanted = /\bon(?:KeyPress|BeforeInput|Composition(?:Start|Update|End))(?:Capture)?\b/
  const asking = globSync('renderer/**/*.tsx', { cwd: root }).filter((file) => wanted.test(readFileSync(path.join(root, file), 'utf8')))
  expect(asking).toEqual([])
})
