/** Why something was not done, in words, with each missing part to jump to. */
import { useEffect, useLayoutEffect, useRef } from 'react'
import type { Failure, Problem } from '../../shared/result.ts'
import { Button } from './Button.tsx'
import { focusOn, keepFocus } from './focus.ts'
import styles from './Refusal.module.css'

export interface RefusalProps {
  readonly failure: Pick<Failure, 'message' | 'details' | 'reference'>
  /** Parts of it that were seen to since, and are left out. */
  readonly seenTo?: readonly Problem[]
  readonly onGo?: (problem: Problem) => void
  readonly onClose?: () => void
}

export function Refusal({ failure, seenTo = [], onGo, onClose }: RefusalProps) {
  const ref = useRef<HTMLDivElement>(null)
  const before = useRef<Element | null>(null)
  useEffect(() => {
    const held = document.activeElement
    if (!ref.current?.contains(held)) before.current = held
    // What is to be filled in takes the cursor; the sentence is spoken all the same.
    const unfilled = ref.current?.closest('form')?.querySelector<HTMLElement>(':is(input, textarea, select):invalid')
    ;(unfilled ?? ref.current)?.focus()
  }, [failure])
  // It may go by itself while it holds the focus, when what it spoke of has changed.
  useLayoutEffect(() => {
    const shown = ref.current
    return () => {
      if (shown?.contains(document.activeElement)) keepFocus()
    }
  }, [])
  const close = () => {
    onClose?.()
    if (before.current instanceof HTMLElement && before.current.isConnected) focusOn(before.current)
    keepFocus()
  }
  return (
    <div className={styles.refusal} role="alert" tabIndex={-1} ref={ref}>
      <div className={styles.words}>
        {failure.details && failure.details.length > 0 ? (
          <Parts problems={failure.details.filter((part) => !seenTo.includes(part))} onGo={onGo} />
        ) : (
          <p>{failure.message}</p>
        )}
        {failure.reference ? <p className={styles.reference}>Reference for the log: {failure.reference}</p> : null}
      </div>
      {onClose ? (
        <Button look="quiet" onClick={close}>
          Close
        </Button>
      ) : null}
    </div>
  )
}

function Parts({ problems, onGo }: { readonly problems: readonly Problem[]; readonly onGo: RefusalProps['onGo'] }) {
  return (
    <>
      <p>Not yet: {problems.length === 1 ? 'one thing is' : `${problems.length} things are`} missing. The text is safe.</p>
      <ul>
        {problems.map((problem) => (
          <li key={`${problem.where} ${problem.message}`}>
            {onGo ? (
              <button type="button" className={styles.go} onClick={() => onGo(problem)}>
                {problem.message}
              </button>
            ) : (
              problem.message
            )}
          </li>
        ))}
      </ul>
    </>
  )
}
