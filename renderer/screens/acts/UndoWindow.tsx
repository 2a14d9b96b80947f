/** The seconds in which publishing can be taken back, and the button that does it; for a chosen time, the way out of it. */
import { useEffect, useState } from 'react'
import type { ArticleView } from '../../../shared/contract/articles.ts'
import { Button } from '../../ui/Button.tsx'
import { useFocusAfter } from '../../ui/focus.ts'
import { actLabel } from './actLabels.ts'
import styles from './UndoWindow.module.css'

export interface UndoWindowProps {
  readonly view: ArticleView
  readonly onStart: (button: 'undo' | 'unschedule') => void
}

export function UndoWindow({ view, onStart }: UndoWindowProps) {
  const { schedule } = view.edition
  const offered = view.acts.some(({ act }) => act === 'unschedule')
  if (!schedule || !offered) return null
  if (!schedule.immediate) return <Button onClick={() => onStart('unschedule')}>{actLabel('unschedule')}</Button>
  return <UndoSeconds until={schedule.at} onUndo={() => onStart('undo')} />
}

export function UndoSeconds({ until, onUndo }: { readonly until: string; readonly onUndo: () => void }) {
  const left = useSecondsUntil(until)
  useFocusAfter(left > 0)
  return (
    <span className={styles.undo}>
      <span className={styles.left}>{left > 0 ? `Goes out in ${left} s` : 'Going out now'}</span>
      {left > 0 ? <Button onClick={onUndo}>Undo</Button> : null}
    </span>
  )
}

/** Whole seconds until `instant`, never below zero; counts down while shown. */
export function useSecondsUntil(instant: string): number {
  const [left, setLeft] = useState(() => secondsUntil(instant))
  useEffect(() => {
    setLeft(secondsUntil(instant))
    const timer = setInterval(() => {
      const now = secondsUntil(instant)
      setLeft(now)
      if (now === 0) clearInterval(timer)
    }, 250)
    return () => clearInterval(timer)
  }, [instant])
  return left
}

function secondsUntil(instant: string): number {
  return Math.max(0, Math.ceil((Date.parse(instant) - Date.now()) / 1000))
}
