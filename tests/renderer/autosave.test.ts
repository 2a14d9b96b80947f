/** When words are saved: a moment after the last key, and within a second in spite of keys. */
import { beforeEach, expect, onTestFinished, test, vi } from 'vitest'
import { Autosave, idle, longest } from '../../renderer/editor/autosave.ts'
import * as Y from 'yjs'

const nobody = { saving: () => {}, saved: () => {}, failed: () => {} }

beforeEach(() => {
  vi.useFakeTimers()
})

test('words are saved once nothing was typed for a moment, and not before', async () => {
  const { autosave, saves } = begun()
  autosave.add(word())
  await vi.advanceTimersByTimeAsync(idle - 50)
  autosave.add(word())
  await vi.advanceTimersByTimeAsync(idle - 1)
  expect(saves()).toBe(0)
  await vi.advanceTimersByTimeAsync(1)
  expect(saves()).toBe(1)
  await vi.advanceTimersByTimeAsync(longest)
  expect(saves()).toBe(1)
  expect(autosave.isUnsaved).toBe(false)
})

test('whoever types on and on is saved within a second', async () => {
  const { autosave, saves } = begun()
  for (let key = 0; key < 40; key += 1) {
    autosave.add(word())
    await vi.advanceTimersByTimeAsync(100)
  }
  expect(saves()).toBe(4)
})

test('a clock set back meanwhile delays no save', async () => {
  const { autosave, saves } = begun()
  autosave.add(word())
  vi.setSystemTime(Date.now() - 3_600_000)
  await vi.advanceTimersByTimeAsync(longest)
  expect(saves()).toBe(1)
})

function begun() {
  onTestFinished(() => void vi.useRealTimers())
  let count = 0
  const autosave = new Autosave(() => {
    count += 1
    return Promise.resolve({ ok: true, value: { savedAt: '', cursor: 0 } })
  }, nobody)
  return { autosave, saves: () => count }
}

function word(): Uint8Array {
  const doc = new Y.Doc()
  doc.getText('t').insert(0, 'a')
  return Y.encodeStateAsUpdate(doc)
}
