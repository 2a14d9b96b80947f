/** What was pressed, as the registry writes it, and what somebody chose instead. */
import { afterEach, describe, expect, test } from 'vitest'
import { commands } from '../../shared/contract/commands.ts'
import { areLettersOn, chooseKeys, chooseLetters, commandsOn, keysOf, pressedKeys } from '../../renderer/state/keys.ts'

type Press = Parameters<typeof pressedKeys>[0]

function press(key: string, code: string, held: Partial<Press> & { readonly altGraph?: boolean } = {}): string {
  const { altGraph = false, ...others } = held
  const none = { ctrlKey: false, metaKey: false, shiftKey: false, altKey: false }
  return pressedKeys({ key, code, ...none, getModifierState: (name) => name === 'AltGraph' && altGraph, ...others })
}

afterEach(() => {
  for (const { id } of commands) chooseKeys(id, undefined)
  chooseLetters(true)
})

describe('what was pressed', () => {
  test('[IN8] letters, digits and signs by the registry’s names, whatever Shift and Alt make of them', () => {
    expect(press('s', 'KeyS', { ctrlKey: true })).toBe('Mod+S')
    expect(press('S', 'KeyS', { ctrlKey: true, shiftKey: true })).toBe('Mod+Shift+S')
    expect(press('&', 'Digit7', { ctrlKey: true, shiftKey: true })).toBe('Mod+Shift+7')
    expect(press('²', 'Digit2', { ctrlKey: true, altKey: true })).toBe('Mod+Alt+2')
    expect(press('ƒ', 'KeyF', { ctrlKey: true, altKey: true })).toBe('Mod+Alt+F')
    expect(press('F6', 'F6', { shiftKey: true })).toBe('Shift+F6')
    expect(press('/', 'Slash', { ctrlKey: true })).toBe('Mod+/')
    // Another layout: the letter on the key, not the one an American keyboard has there; without Latin letters its place.
    expect(press('z', 'KeyY', { ctrlKey: true })).toBe('Mod+Z')
    expect(press('ы', 'KeyS', { ctrlKey: true })).toBe('Mod+S')
  })

  test('[IN8] what types is no command: letters alone, AltGr, a held modifier, a dead key', () => {
    expect(press('n', 'KeyN')).toBe('')
    expect(press('N', 'KeyN', { shiftKey: true })).toBe('')
    expect(press('ą', 'KeyA', { ctrlKey: true, altKey: true, altGraph: true })).toBe('')
    expect(press('Control', 'ControlLeft', { ctrlKey: true })).toBe('')
    expect(press('Dead', 'Quote', { ctrlKey: true })).toBe('')
  })
})

describe('what is bound', () => {
  test('[IN8] no two commands share a key, but for link and palette', () => {
    const all = commands.flatMap(({ id }) => keysOf(id))
    expect(all.filter((keys, index) => all.indexOf(keys) !== index)).toEqual([])
  })

  test('[IN8] a chosen key stands instead of all the registry’s; none is none; taken back, they are as before', () => {
    expect(commandsOn('Mod+Alt+F')).toEqual(['note'])
    expect(commandsOn('Mod+Shift+6')).toEqual(['note'])
    chooseKeys('note', 'Mod+Shift+N')
    expect(commandsOn('Mod+Shift+N')).toEqual(['note'])
    expect(commandsOn('Mod+Alt+F')).toEqual([])
    chooseKeys('note', '')
    expect(keysOf('note')).toEqual([])
    chooseKeys('note', undefined)
    expect(commandsOn('Mod+Shift+6')).toEqual(['note'])
    chooseLetters(false)
    expect(areLettersOn()).toBe(false)
  })
})
