/** The frame of a screen that is one column: its heading, a word about it, what can be done, what it holds. */
import type { ReactNode } from 'react'
import styles from './Page.module.css'

export interface PageProps {
  readonly title: string
  readonly subtitle?: ReactNode
  readonly actions?: ReactNode
  readonly children: ReactNode
  readonly isNarrow?: boolean
  /** Where columns stand beside each other. */
  readonly isWide?: boolean
  /** A narrow column beside the list of what it can show. */
  readonly isColumned?: boolean
}

export function Page({ title, subtitle, actions, children, isNarrow, isWide, isColumned }: PageProps) {
  return (
    <div className={`${styles.page} ${isNarrow ? styles.narrow : isWide ? styles.wide : isColumned ? styles.columned : ''}`}>
      <div className={styles.head}>
        <h1 dir="auto" tabIndex={-1} data-focus-home>
          {title}
        </h1>
        {subtitle ? <p className={styles.subtitle}>{subtitle}</p> : null}
        {actions ? <div className={styles.actions}>{actions}</div> : null}
      </div>
      {children}
    </div>
  )
}

/** What an empty screen says: what will stand here, and the next step. */
export function Empty({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  return (
    <section className={styles.empty}>
      <h2>{title}</h2>
      {children}
    </section>
  )
}
