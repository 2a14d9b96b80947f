/** What typing means to nobody but the editor ends at it: the frame around would ask all its components about every letter, twice. */

const kinds = ['keypress', 'beforeinput', 'textInput', 'input', 'keyup', 'compositionstart', 'compositionupdate', 'compositionend'] as const

/** Keys that may be somebody else's go on: Esc, F6, Tab, arrows, and whatever is pressed with Ctrl, Alt or Cmd. */
export function endTypingAt(holder: HTMLElement): () => void {
  const end = (event: Event) => event.stopPropagation()
  const endLetters = (event: KeyboardEvent) => {
    if (event.key.length === 1 && !event.ctrlKey && !event.metaKey && !event.altKey) event.stopPropagation()
  }
  for (const kind of kinds) holder.addEventListener(kind, end)
  holder.addEventListener('keydown', endLetters)
  return () => {
    for (const kind of kinds) holder.removeEventListener(kind, end)
    holder.removeEventListener('keydown', endLetters)
  }
}
