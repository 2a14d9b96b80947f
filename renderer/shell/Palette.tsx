/** One box for commands and for search over everything: what is typed is a command's name or words of an article. */
import { type KeyboardEvent, useId, useRef, useState } from 'react'
import { useLocation } from 'wouter'
import { commands } from '../../shared/contract/commands.ts'
import { useAsk } from '../state/ask.ts'
import { runCommand, useOfferedCommands } from '../state/commands.ts'
import { keyCaps } from '../state/keys.ts'
import { Sheet } from '../ui/Sheet.tsx'
import styles from './Palette.module.css'

interface Entry {
  readonly key: string
  readonly label: string
  readonly hint: string
  readonly run: () => void
}

export function Palette({ onClose }: { readonly onClose: () => void }) {
  const [words, setWords] = useState('')
  const [at, setAt] = useState(0)
  const [, go] = useLocation()
  const id = useId()
  const list = useRef<HTMLUListElement>(null)
  const offered = useOfferedCommands()
  const { value } = useAsk('search.find', { words }, { enabled: words.trim().length > 1, keep: true })
  // The sheet closes first, so that a command acts on the screen below it.
  const after = (run: () => void) => () => {
    onClose()
    setTimeout(run)
  }
  const wanted = words.trim().toLowerCase()
  const matching: readonly Entry[] = commands
    .filter(({ id: command, label }) => command !== 'palette' && offered[command] !== undefined && label.toLowerCase().includes(wanted))
    .map(({ id: command, label }) => ({ key: command, label, hint: keyCaps(command), run: after(() => runCommand(command)) }))
  const found: readonly Entry[] = (wanted.length > 1 ? (value?.results ?? []) : []).map((hit) => ({
    key: hit.id,
    label: hit.headline || 'Untitled',
    hint: 'Article',
    run: after(() => go(`/compose/${hit.id}`)),
  }))
  const entries = [...matching, ...found]
  const chosen = Math.min(at, entries.length - 1)
  const onKeyDown = (event: KeyboardEvent) => {
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0
    if (step !== 0) {
      event.preventDefault()
      const next = Math.min(entries.length - 1, Math.max(0, chosen + step))
      setAt(next)
      list.current?.children[next]?.scrollIntoView({ block: 'nearest' })
    } else if (event.key === 'Enter') {
      event.preventDefault()
      entries[chosen]?.run()
    }
  }
  return (
    <Sheet title="Search or command" onClose={onClose}>
      <input
        className={styles.input}
        type="text"
        role="combobox"
        aria-label="Search or command"
        aria-expanded={entries.length > 0}
        aria-controls={`${id}-list`}
        aria-autocomplete="list"
        aria-activedescendant={entries[chosen] ? `${id}-${chosen}` : undefined}
        value={words}
        maxLength={400}
        autoComplete="off"
        autoFocus
        onChange={(event) => {
          setWords(event.target.value)
          setAt(0)
        }}
        onKeyDown={onKeyDown}
      />
      {entries.length > 0 ? (
        <ul id={`${id}-list`} role="listbox" aria-label="What fits" className={styles.list} ref={list}>
          {entries.map((entry, index) => (
            <li key={entry.key} id={`${id}-${index}`} role="option" aria-selected={index === chosen} onClick={entry.run}>
              <span>{entry.label}</span>
              <span className={styles.hint}>{entry.hint}</span>
            </li>
          ))}
        </ul>
      ) : (
        <p id={`${id}-list`} className={styles.hint}>
          Nothing fits.
        </p>
      )}
    </Sheet>
  )
}
