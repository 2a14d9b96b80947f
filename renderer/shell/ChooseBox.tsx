/** A box to type into and a list of what fits, gone through with the arrows: the palette and quick open. */
import { type KeyboardEvent, useEffect, useId, useRef, useState } from 'react'
import { flushSync } from 'react-dom'
import { Sheet } from '../ui/Sheet.tsx'
import styles from './Palette.module.css'

export interface Entry {
  readonly key: string
  readonly label: string
  readonly hint: string
  readonly run: () => void
}

export interface ChooseBoxProps {
  readonly title: string
  readonly words: string
  readonly onWords: (words: string) => void
  readonly entries: readonly Entry[]
  /** True while the entries are still those for what was typed before: Enter then waits for what fits. */
  readonly isBehind: boolean
  /** What is said while nothing fits. */
  readonly none: string
  readonly onClose: () => void
}

export function ChooseBox({ title, words, onWords, entries, isBehind, none, onClose }: ChooseBoxProps) {
  const [at, setAt] = useState(0)
  const id = useId()
  const list = useRef<HTMLUListElement>(null)
  const chosen = Math.min(at, entries.length - 1)
  // The sheet closes first, so that a command acts on the screen below it, and both before the next key.
  const choose = (entry: Entry | undefined) => {
    if (!entry) return
    flushSync(onClose)
    entry.run()
  }
  const [isChosen, setChosen] = useState(false)
  const chooseFirst = useRef(() => {})
  chooseFirst.current = () => choose(entries[0])
  useEffect(() => {
    if (!isChosen || isBehind) return
    setChosen(false)
    queueMicrotask(() => chooseFirst.current())
  }, [isChosen, isBehind])
  const onKeyDown = (event: KeyboardEvent) => {
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0
    if (step !== 0) {
      event.preventDefault()
      const next = Math.min(entries.length - 1, Math.max(0, chosen + step))
      setAt(next)
      list.current?.children[next]?.scrollIntoView({ block: 'nearest' })
    } else if (event.key === 'Enter') {
      event.preventDefault()
      if (isBehind) setChosen(true)
      else choose(entries[chosen])
    }
  }
  return (
    <Sheet title={title} onClose={onClose}>
      <input
        className={styles.input}
        type="text"
        dir="auto"
        role="combobox"
        aria-label={title}
        aria-expanded={entries.length > 0}
        aria-controls={`${id}-list`}
        aria-autocomplete="list"
        aria-activedescendant={entries[chosen] ? `${id}-${chosen}` : undefined}
        value={words}
        maxLength={400}
        autoComplete="off"
        autoFocus
        onChange={(event) => {
          onWords(event.target.value)
          setChosen(false)
          setAt(0)
        }}
        onKeyDown={onKeyDown}
      />
      {entries.length > 0 ? (
        <ul id={`${id}-list`} role="listbox" aria-label="What fits" className={styles.list} ref={list}>
          {entries.map((entry, index) => (
            <li key={entry.key} id={`${id}-${index}`} role="option" aria-selected={index === chosen} onClick={() => choose(entry)}>
              <span dir="auto">{entry.label}</span>
              <span className={styles.hint}>{entry.hint}</span>
            </li>
          ))}
        </ul>
      ) : (
        <p id={`${id}-list`} className={styles.hint}>
          {none}
        </p>
      )}
    </Sheet>
  )
}
