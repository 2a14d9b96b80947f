/** Buttons: what is seen is what is said. An icon never stands without words. */
import type { ComponentProps, ReactNode } from 'react'
import styles from './Button.module.css'

export type ButtonLook = 'primary' | 'plain' | 'quiet'

export interface ButtonProps extends Omit<ComponentProps<'button'>, 'className'> {
  readonly look?: ButtonLook
  readonly icon?: ReactNode
  /** Shown as a key cap beside the words; not part of the name. */
  readonly keyCap?: string | undefined
}

export function Button({ look = 'plain', icon, keyCap, children, type = 'button', ...rest }: ButtonProps) {
  return (
    <button type={type} className={`${styles.button} ${styles[look]}`} {...rest}>
      {icon}
      <span>{children}</span>
      {keyCap ? (
        <kbd className={styles.key} aria-hidden="true">
          {keyCap}
        </kbd>
      ) : null}
    </button>
  )
}
