/** The note that goes with the next submission: kept on this computer until it is sent, and gone from its field then. */
import { useSyncExternalStore } from 'react'

const key = (article: string) => `chancery.note.${article}`
/** Where the browser keeps nothing a note lasts as long as its window. */
const unkept = new Map<string, string>()
const watching = new Set<() => void>()

export const noteToEditor = {
  of(article: string): string {
    try {
      return window.localStorage.getItem(key(article)) ?? ''
    } catch {
      return unkept.get(article) ?? ''
    }
  },
  keep(article: string, note: string): void {
    try {
      if (note === '') window.localStorage.removeItem(key(article))
      else window.localStorage.setItem(key(article), note)
    } catch {
      unkept.set(article, note)
    }
    for (const look of watching) look()
  },
  forget(article: string): void {
    this.keep(article, '')
  },
}

/** As it stands, for its field: what was sent is not shown as if it were still to go. */
export function useNoteToEditor(article: string): string {
  return useSyncExternalStore(watch, () => noteToEditor.of(article))
}

function watch(look: () => void): () => void {
  watching.add(look)
  return () => watching.delete(look)
}
