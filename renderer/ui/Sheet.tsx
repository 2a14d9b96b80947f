/** A sheet over the page: the browser's own dialog, which keeps the focus inside and gives it back. */
import { type ReactNode, useEffect, useId, useRef } from 'react'
import { focusOn, focusScreen } from './focus.ts'
import styles from './Sheet.module.css'

/** The focus goes back to where it was; where that is gone, as an item of a menu is, to the screen's own place. */
function giveBack(before: Element | null): void {
  if (before instanceof HTMLElement && before.isConnected && before !== document.body) focusOn(before)
  if (document.activeElement === document.body) focusScreen()
}

export interface SheetProps {
  readonly title: string
  readonly children: ReactNode
  /** Called when it is closed by Esc or by `Close`; the owner stops rendering it. */
  readonly onClose: () => void
}

export function Sheet({ title, children, onClose }: SheetProps) {
  const ref = useRef<HTMLDialogElement>(null)
  const id = useId()
  useEffect(() => {
    const dialog = ref.current
    const before = document.activeElement
    dialog?.showModal()
    dialog?.querySelector<HTMLElement>('[data-first]')?.focus()
    return () => {
      dialog?.close()
      giveBack(before)
    }
  }, [])
  return (
    <dialog
      ref={ref}
      className={styles.sheet}
      aria-labelledby={id}
      onCancel={(event) => {
        event.preventDefault()
        onClose()
      }}
    >
      <h2 id={id}>{title}</h2>
      {children}
    </dialog>
  )
}

/** The row of buttons at a sheet's end: what it does last. */
export function SheetButtons({ children }: { readonly children: ReactNode }) {
  return <div className={styles.buttons}>{children}</div>
}
