/**
 * React listens at its root to every kind of event there is, and looks through all components around for who wants to know, twice.
 * Nobody here asks for these, which come with every letter typed; a test holds that.
 */
export const unasked: readonly string[] = [
  'keypress',
  'textInput',
  'beforeinput',
  'compositionstart',
  'compositionupdate',
  'compositionend',
]

/** The element, deaf to those; before React gets it. */
export function quietRoot<E extends HTMLElement>(root: E): E {
  const listen = root.addEventListener.bind(root) as HTMLElement['addEventListener']
  root.addEventListener = (kind: string, ...rest: [EventListenerOrEventListenerObject, (boolean | AddEventListenerOptions)?]) => {
    if (!unasked.includes(kind)) listen(kind, ...rest)
  }
  return root
}
