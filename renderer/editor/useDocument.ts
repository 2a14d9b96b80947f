/** The words of an article for a component: opened once, and told when they can no longer be bound. */
import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useState, useSyncExternalStore } from 'react'
import { readingMinutes } from '../../shared/document/text.ts'
import type { Reading } from '../../shared/document/read.ts'
import { type Failure, ok } from '../../shared/result.ts'
import { count, counted } from '../state/dates.ts'
import { afterPaint } from '../state/whenIdle.ts'
import { showFacts } from '../state/statusLine.ts'
import type { OpenDocument } from './openDocument.ts'
import { openDocument } from './openDocuments.ts'

export interface UsedDocument {
  readonly document: OpenDocument | undefined
  readonly failure: Failure | undefined
}

/** `person`: who writes; another one gets a document of their own. */
export function useDocument(id: string, person: string): UsedDocument {
  const [used, setUsed] = useState<UsedDocument & { readonly key: string }>({ document: undefined, failure: undefined, key: '' })
  const key = `${id} ${person}`
  const client = useQueryClient()
  useEffect(() => {
    let isWanted = true
    void openDocument(id).then((result) => {
      if (!isWanted) return
      const view = result.ok ? result.value.takeView() : undefined
      // What was just opened need not be asked for a second time.
      if (view) client.setQueryData(['articles.read', { id }], ok(view))
      setUsed(result.ok ? { document: result.value, failure: undefined, key } : { document: undefined, failure: result.error, key })
    })
    return () => {
      isWanted = false
    }
  }, [id, key, client])
  return used.key === key ? used : { document: undefined, failure: undefined }
}

const nothing = () => undefined

/** What stands in the way of writing, or undefined. */
export function useDamage(document: OpenDocument | undefined): Reading | undefined {
  return useSyncExternalStore(
    (listener) => document?.subscribe(listener) ?? nothing,
    () => document?.damage,
  )
}

/** Milliseconds after the last change until words are counted, off the typing path. */
const countAfter = 600

/** Words, how far they are from what is wanted, and reading time on the status line while the document is on screen. */
export function useWordCount(document: OpenDocument | undefined, wanted: number): void {
  useEffect(() => {
    if (!document) return
    let timer: ReturnType<typeof setTimeout> | undefined
    let changedAt = 0
    const tell = () => {
      const words = document.words()
      const minutes = readingMinutes(words)
      showFacts([`${lengthWords(words, wanted)}${minutes > 0 ? ` · about ${counted(minutes, 'minute', 'minutes')}` : ''}`])
    }
    const look = () => {
      const left = changedAt + countAfter - Date.now()
      timer = left > 0 ? setTimeout(look, left) : undefined
      if (left <= 0) tell()
    }
    // One timer for many keys: setting it anew with each costs more than looking once too often.
    const later = () => {
      changedAt = Date.now()
      timer ??= setTimeout(look, countAfter)
    }
    // The words come first, and how many they are when they are on the screen.
    const callOff = afterPaint(tell)
    document.doc.on('update', later)
    return () => {
      callOff()
      document.doc.off('update', later)
      clearTimeout(timer)
      showFacts([])
    }
  }, [document, wanted])
}

/** `412 of 600 words, 188 to go`; `wanted` 0: no length is. */
export function lengthWords(words: number, wanted: number): string {
  if (wanted === 0) return counted(words, 'word', 'words')
  const of = `${count(words)} of ${counted(wanted, 'word', 'words')}`
  if (words === wanted) return `${of}, to length`
  return words < wanted ? `${of}, ${count(wanted - words)} to go` : `${of}, ${count(words - wanted)} over`
}
