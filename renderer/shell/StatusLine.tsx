/** The status line: saved here, at the desk, offline; in words, spoken only when their kind changes. */
import { useEffect, useRef, useState, useSyncExternalStore } from 'react'
import type { DeskStatus } from '../../shared/contract/desk.ts'
import { clockTime, counted, timeOfDay } from '../state/dates.ts'
import { saveCopies } from '../editor/saveCopies.ts'
import { useAsk } from '../state/ask.ts'
import { Button } from '../ui/Button.tsx'
import { keepFocus } from '../ui/focus.ts'
import { LongWork } from './LongWork.tsx'
import { type Saving, say, useStatusLine } from '../state/statusLine.ts'
import { anySettingsUnsaved, onSettingsUnsaved } from '../state/unsavedSettings.ts'
import styles from './StatusLine.module.css'

export function StatusLine({ status }: { readonly status: DeskStatus }) {
  const failed = useStatusLine((state) => (state.saving.kind === 'failed' ? state.saving : undefined))
  const said = useStatusLine((state) => state.said)
  const undo = useStatusLine((state) => state.undo)
  const facts = useStatusLine((state) => state.facts)
  const silence = useStatusLine((state) => state.silence)
  useReopened(status)
  return (
    <footer className={styles.line}>
      {/* Words that could not be saved say it already. */}
      <SavingWords offline={silence ? (failed?.isWords ? '' : silence.message) : offlineWords(status)} />
      <p role="alert" className={styles.failed}>
        {failed ? failedWords(failed) : ''}
      </p>
      {failed?.isWords ? <Button onClick={saveCopies}>Save a copy…</Button> : null}
      <p className={styles.said} aria-live="polite">
        {said}
      </p>
      {undo ? (
        <Button
          onClick={() => {
            say('')
            undo.take()
            keepFocus()
          }}
        >
          Undo
        </Button>
      ) : null}
      <LongWork />
      <p className={styles.facts}>
        {facts.map((fact) => (
          <span key={fact}>{fact}</span>
        ))}
      </p>
    </footer>
  )
}

/** By itself: it changes twice a second while somebody writes, and nothing else need be drawn for that. */
function SavingWords({ offline }: { readonly offline: string }) {
  const saving = useStatusLine((state) => state.saving)
  const settingsWait = useSyncExternalStore(onSettingsUnsaved, anySettingsUnsaved)
  const { value: sent } = useAsk('desk.sent', {}, { keep: true })
  const atDesk = atDeskSince(saving, sent?.at ?? '')
  const kind = `${saving.kind === 'saving' ? 'saved' : saving.kind} ${offline === ''}`
  return (
    <>
      <p role="status" className={styles.status} aria-live={usePoliteness(kind)}>
        {savingWords(saving, settingsWait)}
        {offline ? <span className={styles.offline}>{offline}</span> : null}
      </p>
      {atDesk ? (
        // The usual end of every save, and so not spoken; that the hub is away is.
        <p role="status" aria-live="off">
          At the desk {clockTime(atDesk)}
        </p>
      ) : null}
    </>
  )
}

/** When all that was saved is with the hub too; empty while some of it is on its way. */
function atDeskSince(saving: Saving, sentAt: string): string {
  if (saving.kind !== 'saved' || saving.awaited > sentAt) return ''
  return saving.awaited !== '' && sentAt > saving.at ? sentAt : saving.at
}

/** `settingsWait`: what is typed into the settings is saved by hand, and is not yet. */
function savingWords(saving: Saving, settingsWait: boolean): string {
  switch (saving.kind) {
    case 'none':
      return settingsWait ? 'Settings that were typed are not saved yet' : 'Everything is saved on this computer'
    case 'saving':
      return 'Saving…'
    case 'saved':
      return `Saved on this computer ${clockTime(saving.at)}${settingsWait ? '; settings that were typed are not yet' : ''}`
    case 'failed':
      return ''
  }
}

/** What is safe comes with it: the text, and how to keep it elsewhere. Of a field its refusal says all that, and may begin with a name. */
function failedWords({ failure: { code, message }, isWords }: Extract<Saving, { readonly kind: 'failed' }>): string {
  const what = code === 'full' ? 'the disk is full.' : isWords ? lowerFirst(message) : message
  return `Could not save: ${what}${isWords ? ' Your text is still on screen.' : ''}`
}

function offlineWords(status: DeskStatus): string {
  if (status.offlineSince === '') return ''
  return `Offline since ${timeOfDay(status.offlineSince, status.zone)}. Everything is saved here; ${waitingWords(status)} will be sent when you reconnect.`
}

function waitingWords({ unsent, unsentArticles }: DeskStatus): string {
  return unsentArticles > 0 ? counted(unsentArticles, 'article', 'articles') : counted(unsent, 'change', 'changes')
}

/** Said once, where acts are told; nobody has to do anything about it. */
function useReopened({ hubReopenedAt, zone }: DeskStatus): void {
  const known = useRef(hubReopenedAt)
  useEffect(() => {
    if (hubReopenedAt === known.current) return
    known.current = hubReopenedAt
    say(`The desk’s hub stopped and was started again at ${timeOfDay(hubReopenedAt, zone)}. Nothing was lost.`)
  }, [hubReopenedAt, zone])
}

/** Spoken when the kind of state is another one than before; the clock ticking on in the same sentence is not. */
function usePoliteness(kind: string): 'polite' | 'off' {
  const spoken = useRef(kind)
  const [politeness, setPoliteness] = useState<'polite' | 'off'>('off')
  const isNew = spoken.current !== kind
  useEffect(() => {
    setPoliteness(isNew ? 'polite' : 'off')
    spoken.current = kind
  }, [kind, isNew])
  return isNew ? 'polite' : politeness
}

function lowerFirst(sentence: string): string {
  return sentence.slice(0, 1).toLowerCase() + sentence.slice(1)
}
