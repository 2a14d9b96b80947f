/** The places that changed, one after another; choosing one shows it in the text. */
import { useEffect, useRef } from 'react'
import type { Change } from './changesOf.ts'
import styles from './ReviewScreen.module.css'

export interface ChangesListProps {
  readonly changes: readonly Change[]
  /** Number of the one in hand; -1: none yet. */
  readonly at: number
  readonly onChoose: (index: number) => void
}

export function ChangesList({ changes, at, onChoose }: ChangesListProps) {
  const list = useRef<HTMLOListElement>(null)
  useEffect(() => {
    if (at >= 0) list.current?.querySelectorAll('button')[at]?.focus({ preventScroll: false })
  }, [at])
  return (
    <ol role="list" aria-label="What changed" className={styles.changes} ref={list}>
      {changes.map(({ block, what, words }, index) => (
        <li key={`${block} ${index}`}>
          <button type="button" aria-current={index === at ? 'true' : undefined} onClick={() => onChoose(index)}>
            <span className={styles.soft}>{what}</span> <span className={styles.changed}>{words}</span>
          </button>
        </li>
      ))}
    </ol>
  )
}
