/** React listens at its root to every kind of event there is, and looks through all components around for who wants to know, twice. */
import { isTyping } from '../editor/endTyping.ts'

/** Nobody here asks for these, which come with every letter typed; a test holds that. */
export const unasked: readonly string[] = [
  'keypress',
  'textInput',
  'beforeinput',
  'compositionstart',
  'compositionupdate',
  'compositionend',
]

/** Heard, but not from a box of text in which somebody types: its editor has dealt with them. */
const unlessTyping: readonly string[] = ['keydown', 'keyup', 'input', 'selectionchange']

/**
 * What `create` answers, with all that it listens to at `root` and at its document made deaf to typing; and whoever listens at the
 * page's body later, as React does when a menu opens there.
 */
export function quietly<E extends HTMLElement, T>(root: E, create: (root: E) => T): T {
  const { ownerDocument } = root
  quieten(root)
  quieten(ownerDocument.body)
  // Of the document only what React adds now, when it takes its root; everybody else listens there as ever.
  const undo = quieten(ownerDocument)
  try {
    return create(root)
  } finally {
    undo()
  }
}

type Listener = EventListenerOrEventListenerObject
type Listen = (kind: string, listener: Listener, options?: boolean | AddEventListenerOptions) => void

/** Answers how to listen there as before. */
function quieten(place: HTMLElement | Document): () => void {
  const listen = place.addEventListener.bind(place) as Listen
  const unlisten = place.removeEventListener.bind(place) as Listen
  const deaf = new WeakMap<Listener, Listener>()
  const quiet: Record<'addEventListener' | 'removeEventListener', Listen> = {
    addEventListener: (kind, listener, options) => {
      if (unasked.includes(kind)) return
      if (!unlessTyping.includes(kind)) return listen(kind, listener, options)
      const known = deaf.get(listener) ?? deafToTyping(listener)
      deaf.set(listener, known)
      listen(kind, known, options)
    },
    removeEventListener: (kind, listener, options) => {
      unlisten(kind, unlessTyping.includes(kind) ? (deaf.get(listener) ?? listener) : listener, options)
    },
  }
  for (const [name, value] of Object.entries(quiet)) Object.defineProperty(place, name, { value, configurable: true })
  return () => {
    for (const name of Object.keys(quiet)) Reflect.deleteProperty(place, name)
  }
}

function deafToTyping(listener: Listener): (event: Event) => void {
  return (event) => {
    if (isTyping(event)) return
    if (typeof listener === 'function') listener(event)
    else listener.handleEvent(event)
  }
}
