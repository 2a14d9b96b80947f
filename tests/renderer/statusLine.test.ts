/** What the line at the foot says of many parts that are saved by themselves. */
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { giveUpFields, leaveSaid, type Part, say, showSaving, useStatusLine } from '../../renderer/state/statusLine.ts'

const words: Part = { article: 'a', what: 'words' }
const category: Part = { article: 'a', what: 'category' }
const slug: Part = { article: 'a', what: 'slug' }
const early = '2026-11-22T10:00:00.000Z'
const late = '2026-11-22T10:00:01.000Z'
const full = { code: 'full', message: 'The disk is full.' } as const
const taken = { code: 'conflict', message: 'Somebody else was first.' } as const

const saving = () => useStatusLine.getState().saving
const onItsWay = (part: Part) => showSaving(part, { kind: 'saving' })
const failed = (part: Part, failure: typeof full | typeof taken) => showSaving(part, { kind: 'failed', failure })
const wordsSaved = (at: string) => showSaving(words, { kind: 'saved', at })
const fieldSaved = (part: Part, at: string) => showSaving(part, { kind: 'saved', at, isAtDesk: true })

beforeEach(() => useStatusLine.setState(useStatusLine.getInitialState(), true))
afterEach(() => vi.unstubAllGlobals())

test('[IN23] nothing is called saved while a field is still on its way, nor while words are', () => {
  onItsWay(words)
  onItsWay(category)
  onItsWay(slug)
  wordsSaved(early)
  expect(saving()).toEqual({ kind: 'saving' })
  fieldSaved(category, late)
  expect(saving()).toEqual({ kind: 'saving' })
  fieldSaved(slug, late)
  expect(saving()).toMatchObject({ kind: 'saved', at: late })

  onItsWay(words)
  onItsWay(slug)
  fieldSaved(slug, late)
  expect(saving()).toEqual({ kind: 'saving' })
})

test('[IN23] parts of another article are its own', () => {
  onItsWay(words)
  showSaving({ article: 'b', what: 'words' }, { kind: 'saved', at: early })
  expect(saving()).toEqual({ kind: 'saving' })
})

test('[IN23] words that are saved do not cover up a field that is not, nor a field the words; words are told first', () => {
  failed(slug, taken)
  onItsWay(words)
  wordsSaved(early)
  expect(saving()).toEqual({ kind: 'failed', failure: taken, isWords: false })
  failed(words, full)
  expect(saving()).toEqual({ kind: 'failed', failure: full, isWords: true })
  fieldSaved(slug, late)
  expect(saving()).toEqual({ kind: 'failed', failure: full, isWords: true })
  wordsSaved(late)
  expect(saving()).toMatchObject({ kind: 'saved' })
})

test('[IN23] a field that was refused is told until it is set anew or left; what is on its way is not left with it', () => {
  wordsSaved(early)
  failed(slug, taken)
  onItsWay(slug)
  giveUpFields('a')
  expect(saving()).toEqual({ kind: 'saving' })
  failed(slug, taken)
  failed(words, full)
  giveUpFields('b')
  expect(Object.keys(useStatusLine.getState().unsaved)).toHaveLength(2)
  giveUpFields('a')
  expect(saving()).toMatchObject({ kind: 'failed', isWords: true })
  wordsSaved(late)
  expect(saving()).toMatchObject({ kind: 'saved', at: late })
})

test('[IN23] a field that is at the desk does not say so for words that the hub has not heard of', () => {
  fieldSaved(slug, early)
  expect(saving()).toEqual({ kind: 'saved', at: early, awaited: '' })
  wordsSaved(early)
  fieldSaved(slug, late)
  expect(saving()).toEqual({ kind: 'saved', at: late, awaited: early })
})

test('[IN23] a key in the text tells nobody anything when the words are on their way already', () => {
  onItsWay(words)
  let heard = 0
  const stop = useStatusLine.subscribe(() => heard++)
  onItsWay(words)
  stop()
  expect(heard).toBe(0)
})

test.each([
  ['of settings goes with another screen and stays while their parts are gone through', 'itsScreen', ''],
  ['of what was set aside stays on every screen', 'anyScreen', 'Done.'],
] as const)('[HS3] the Undo %s', async (_what, on, left) => {
  vi.stubGlobal('window', { location: { pathname: '/settings/publication' } })
  say('Done.', () => {}, on)
  await Promise.resolve()
  leaveSaid('/settings/history')
  expect(useStatusLine.getState()).toMatchObject({ said: 'Done.', undo: { on } })
  leaveSaid('/desk')
  expect(useStatusLine.getState().said).toBe(left)
})
