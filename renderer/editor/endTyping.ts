/** What typing means to nobody but the editor ends at it: the frame around would ask all its components about every letter, twice. */

const kinds = ['keypress', 'beforeinput', 'textInput', 'input', 'keyup', 'compositionstart', 'compositionupdate', 'compositionend'] as const

/** Keys that may be somebody else's go on: Esc, F6, Tab, arrows, and whatever is pressed with Ctrl, Alt or Cmd. */
export function endTypingAt(holder: HTMLElement): () => void {
  const end = (event: Event) => event.stopPropagation()
  const endLetters = (event: KeyboardEvent) => {
    if (isLetter(event)) event.stopPropagation()
  }
  for (const kind of kinds) holder.addEventListener(kind, end)
  holder.addEventListener('keydown', endLetters)
  return () => {
    for (const kind of kinds) holder.removeEventListener(kind, end)
    holder.removeEventListener('keydown', endLetters)
  }
}

/** On its way down: true for what goes to a box of text and would end there, and for its cursor that moves. */
export function isTyping(event: Event): boolean {
  const { target } = event
  // A cursor that moves is told to the page, a key to the box.
  if (!isBox(target && 'activeElement' in target ? (target as Document).activeElement : target)) return false
  return event.type !== 'keydown' || isLetter(event as KeyboardEvent)
}

function isLetter({ key, ctrlKey, metaKey, altKey }: KeyboardEvent): boolean {
  return key.length === 1 && !ctrlKey && !metaKey && !altKey
}

/** An editor’s element carries it; fields that stand in the text are not it. */
function isBox(place: EventTarget | null): boolean {
  return place !== null && 'editor' in place
}
