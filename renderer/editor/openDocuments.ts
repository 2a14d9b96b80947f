/** The articles open in this window: kept outside React, so that undo and unsaved words outlive the screen. */
import type { Call } from '../../shared/contract/contract.ts'
import { ok, type Result } from '../../shared/result.ts'
import { type Bridge, bridge } from '../bridge/bridge.ts'
import { showSaving } from '../state/statusLine.ts'
import { OpenDocument } from './openDocument.ts'

const open = new Map<string, OpenDocument>()
const opening = new Map<string, Promise<Result<OpenDocument>>>()

/** The document of `id`, opened once; a later call answers the same one, brought up to date. */
export async function openDocument(id: string, call: Call = bridge.call): Promise<Result<OpenDocument>> {
  const known = open.get(id)
  if (known) {
    void known.pull()
    return ok(known)
  }
  let pending = opening.get(id)
  if (!pending) {
    pending = begin(id, call).finally(() => opening.delete(id))
    opening.set(id, pending)
  }
  return pending
}

/** Begins to fetch what will be asked for in a moment, unless it is here already. */
export function openEarly(id: string): void {
  if (!open.has(id)) void openDocument(id)
}

async function begin(id: string, call: Call): Promise<Result<OpenDocument>> {
  const result = await call('articles.open', { id })
  if (!result.ok) return result
  const words = { article: id, what: 'words' } as const
  const document = new OpenDocument(id, result.value, call, {
    saving: () => showSaving(words, { kind: 'saving' }),
    saved: ({ savedAt }) => showSaving(words, { kind: 'saved', at: savedAt }),
    failed: (failure) => showSaving(words, { kind: 'failed', failure }),
  })
  open.set(id, document)
  return ok(document)
}

/** Saves what of `id` waits; resolves at once when it is not open. */
export async function flushDocument(id: string): Promise<void> {
  await open.get(id)?.autosave.flush()
}

export async function flushAll(): Promise<void> {
  await Promise.all([...open.values()].map((document) => document.autosave.flush()))
}

/** Articles with words on screen that are not known to be stored. */
export function unsavedDocuments(): readonly OpenDocument[] {
  return [...open.values()].filter((document) => document.autosave.isUnsaved)
}

export function anythingUnsaved(): boolean {
  return unsavedDocuments().length > 0
}

/** Before another person sits down: saved and closed, so that nobody's next words go under the name of the one before. */
export async function closeDocuments(): Promise<void> {
  await flushAll()
  for (const [id, document] of open) {
    if (document.autosave.isUnsaved) continue
    open.delete(id)
    document.destroy()
  }
}

/** Passes changes on to open documents. Answers how to stop. */
export function keepDocuments(from: Pick<Bridge, 'onChanged' | 'onReopened' | 'isOwn'>): () => void {
  const stops = [
    from.onChanged((changed) => {
      if (from.isOwn(changed.source)) return
      for (const document of open.values()) document.heard(changed)
    }),
    from.onReopened(() => {
      for (const document of open.values()) void document.pull()
    }),
  ]
  return () => {
    for (const stop of stops) stop()
  }
}
