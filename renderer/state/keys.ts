/** The registry's keys in the forms that the window, the editor and people read. */
import { type Command, type CommandId, commands, type Keys } from '../../shared/contract/commands.ts'

const isMac = typeof navigator !== 'undefined' && /Mac|iPhone|iPad/.test(navigator.platform)

export function commandOf(id: CommandId): Command {
  const found = commands.find((command) => command.id === id)
  if (!found) throw new Error(`no command ${id}`)
  return found
}

/** Every binding of a command on this kind of computer. */
export function keysOf(id: CommandId): readonly Keys[] {
  const { keys, macKeys, otherKeys } = commandOf(id)
  return [isMac ? (macKeys ?? keys) : keys, otherKeys].filter((binding) => binding !== undefined)
}

/** For tinykeys: `$mod+Shift+KeyP`. Codes, so that a held Shift or Alt does not turn the key into another one; single characters as such. */
export function windowBinding(keys: Keys): string {
  const parts = keys.split('+')
  const last = parts.pop() ?? ''
  const key = /^[A-Z]$/.test(last) ? last.toLowerCase() : /^[0-9]$/.test(last) ? `Digit${last}` : last === '/' ? 'Slash' : last
  const withAlt = parts.includes('Alt') && /^[A-Z]$/.test(last) ? `Key${last}` : key
  return [...parts.map((part) => (part === 'Mod' ? '$mod' : part)), withAlt].join('+')
}

/** For people: `Ctrl Shift P`, `⌘ ⇧ P`. */
export function keyCaps(id: CommandId): string {
  const keys = keysOf(id)[0]
  if (!keys) return ''
  const names: Readonly<Record<string, string>> = isMac ? { Mod: '⌘', Shift: '⇧', Alt: '⌥' } : { Mod: 'Ctrl' }
  return keys
    .split('+')
    .map((part) => names[part] ?? part)
    .join(' ')
}
