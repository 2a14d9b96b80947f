/** Which keys do what on this computer: the registry's, or those that somebody chose instead; as pressed, as bound, as printed. */
import { create } from 'zustand'
import { type Command, type CommandId, commands, isCommandId, type Keys } from '../../shared/contract/commands.ts'
import { readStored, store } from './stored.ts'

const isMac = typeof navigator !== 'undefined' && /Mac|iPhone|iPad/.test(navigator.platform)

interface Chosen {
  /** By command; empty: no key at all. What is not named keeps the registry's. */
  readonly keys: Readonly<Partial<Record<CommandId, Keys>>>
  /** Single letters in lists: N, J, K, P, A, D. */
  readonly letters: boolean
}

const storedAt = 'chancery.keys'

/** Read again by every binding when it is pressed, so that a change holds at once. */
export const useChosenKeys = create<Chosen>(() => chosenIn(readStored(storedAt)))

export function chooseKeys(id: CommandId, keys: Keys | undefined): void {
  const { [id]: _before, ...others } = useChosenKeys.getState().keys
  useChosenKeys.setState({ keys: keys === undefined ? others : { ...others, [id]: keys } })
  store(storedAt, useChosenKeys.getState())
}

/** The menu of the window, where there is one, shows the keys that hold. */
export function showKeysInMenu(): void {
  void window.chancery?.duty?.('showKeys', { keys: useChosenKeys.getState().keys })
}

export function chooseLetters(letters: boolean): void {
  useChosenKeys.setState({ letters })
  store(storedAt, useChosenKeys.getState())
}

export function areLettersOn(): boolean {
  return useChosenKeys.getState().letters
}

function chosenIn(stored: unknown): Chosen {
  const { keys = {}, letters } = (stored ?? {}) as Partial<Chosen>
  const known = Object.entries(keys).filter(([id, chosen]) => isCommandId(id) && typeof chosen === 'string')
  return { keys: Object.fromEntries(known), letters: letters !== false }
}

export function commandOf(id: CommandId): Command {
  const found = commands.find((command) => command.id === id)
  if (!found) throw new Error(`no command ${id}`)
  return found
}

/** Every binding of a command on this kind of computer; one that was chosen stands instead of all others. */
export function keysOf(id: CommandId): readonly Keys[] {
  const chosen = useChosenKeys.getState().keys[id]
  if (chosen !== undefined) return chosen === '' ? [] : [chosen]
  return ownKeys(id)
}

/** The registry's. */
export function ownKeys(id: CommandId): readonly Keys[] {
  const { keys, macKeys, otherKeys } = commandOf(id)
  return [isMac ? (macKeys ?? keys) : keys, otherKeys].filter((binding) => binding !== undefined)
}

/** The commands bound to what was pressed; the editor and the window each do their own. */
export function commandsOn(pressed: Keys): readonly CommandId[] {
  return pressed === '' ? [] : commands.filter(({ id }) => keysOf(id).includes(pressed)).map(({ id }) => id)
}

/** Copying, pasting, cutting, choosing everything and moving the cursor belong to whoever writes: no command takes them. */
export function isNeededForWriting(keys: Keys): boolean {
  return /^Mod\+(?:Shift\+)?(?:[ACVX]|Arrow(?:Left|Right|Up|Down)|Home|End|Backspace|Delete|Insert|Enter)$/u.test(keys)
}

type Press = Pick<KeyboardEvent, 'key' | 'code' | 'ctrlKey' | 'metaKey' | 'shiftKey' | 'altKey' | 'getModifierState'>

/** What was pressed, as the registry writes it; empty for letters that are typed. AltGr types letters, and Windows and Linux report it as Ctrl+Alt. */
export function pressedKeys(event: Press): Keys {
  if (event.getModifierState('AltGraph')) return ''
  const isMod = isMac ? event.metaKey : event.ctrlKey
  const name = keyName(event)
  if (name === '' || (!isMod && name.length === 1)) return ''
  return [...(isMod ? ['Mod'] : []), ...(event.altKey ? ['Alt'] : []), ...(event.shiftKey ? ['Shift'] : []), name].join('+')
}

/** The key itself. Digits, and letters with Alt, go by their place: a held Shift or Alt turns them into other signs. */
function keyName({ key, code, altKey }: Press): string {
  if (['Control', 'Meta', 'Shift', 'Alt', 'AltGraph', 'Dead', 'Process', 'Unidentified'].includes(key)) return ''
  const digit = /^Digit(\d)$/.exec(code)?.[1]
  if (digit !== undefined) return digit
  if (code === 'Slash') return '/'
  const letter = /^Key([A-Z])$/.exec(code)?.[1]
  if (letter !== undefined && (altKey || !/^[a-z]$/i.test(key))) return letter
  return key.length === 1 ? key.toUpperCase() : key
}

/** For people: `Ctrl Shift P`, `⌘ ⇧ P`. Empty for a command without keys. */
export function keyCaps(id: CommandId): string {
  return capsOf(keysOf(id)[0] ?? '')
}

export function capsOf(keys: Keys): string {
  if (keys === '') return ''
  const names: Readonly<Record<string, string>> = isMac ? { Mod: '⌘', Shift: '⇧', Alt: '⌥' } : { Mod: 'Ctrl' }
  return keys
    .split('+')
    .map((part) => names[part] ?? part)
    .join(' ')
}
