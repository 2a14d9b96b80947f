/** Labelled fields of forms: label above, help below, what is wrong in words under it. */
import { type ComponentProps, type ReactNode, useContext, useId } from 'react'
import styles from './Field.module.css'
import { ReadOnlyContext } from './readOnly.ts'

interface Labelled {
  readonly label: string
  readonly help?: ReactNode
  readonly wrong?: string | undefined
}

export type TextFieldProps = Labelled & Omit<ComponentProps<'input'>, 'className' | 'id'>

export function TextField({ label, help, wrong, ...rest }: TextFieldProps) {
  const { id, describedBy } = useIds(help, wrong)
  return (
    <Frame id={id} label={label} help={help} wrong={wrong}>
      <input
        id={id}
        className={styles.input}
        aria-describedby={describedBy}
        aria-invalid={wrong ? true : undefined}
        type="text"
        dir="auto"
        readOnly={useContext(ReadOnlyContext)}
        autoComplete="off"
        {...rest}
      />
    </Frame>
  )
}

export type TextAreaProps = Labelled & Omit<ComponentProps<'textarea'>, 'className' | 'id'>

export function TextArea({ label, help, wrong, ...rest }: TextAreaProps) {
  const { id, describedBy } = useIds(help, wrong)
  return (
    <Frame id={id} label={label} help={help} wrong={wrong}>
      <textarea
        id={id}
        className={styles.input}
        aria-describedby={describedBy}
        aria-invalid={wrong ? true : undefined}
        rows={3}
        dir="auto"
        readOnly={useContext(ReadOnlyContext)}
        {...rest}
      />
    </Frame>
  )
}

export interface Choice {
  readonly value: string
  readonly label: string
}

export type SelectFieldProps = Labelled & { readonly choices: readonly Choice[] } & Omit<ComponentProps<'select'>, 'className' | 'id'>

export function SelectField({ label, help, wrong, choices, ...rest }: SelectFieldProps) {
  const { id, describedBy } = useIds(help, wrong)
  return (
    <Frame id={id} label={label} help={help} wrong={wrong}>
      <select
        id={id}
        className={styles.input}
        aria-describedby={describedBy}
        aria-invalid={wrong ? true : undefined}
        disabled={useContext(ReadOnlyContext)}
        {...rest}
      >
        {choices.map((choice) => (
          <option key={choice.value} value={choice.value}>
            {choice.label}
          </option>
        ))}
      </select>
    </Frame>
  )
}

export interface CheckFieldProps extends Omit<ComponentProps<'input'>, 'className' | 'id' | 'type'> {
  readonly label: string
}

export function CheckField({ label, ...rest }: CheckFieldProps) {
  return (
    <label className={styles.check}>
      <input type="checkbox" disabled={useContext(ReadOnlyContext)} {...rest} />
      <span>{label}</span>
    </label>
  )
}

function useIds(help: ReactNode, wrong: string | undefined): { id: string; describedBy: string | undefined } {
  const id = useId()
  const ids = [wrong ? `${id}-wrong` : '', help ? `${id}-help` : ''].filter(Boolean).join(' ')
  return { id, describedBy: ids || undefined }
}

function Frame({ id, label, help, wrong, children }: Labelled & { readonly id: string; readonly children: ReactNode }) {
  return (
    <div className={styles.field}>
      <label htmlFor={id}>{label}</label>
      {children}
      {wrong ? (
        <p id={`${id}-wrong`} className={styles.wrong}>
          {wrong}
        </p>
      ) : null}
      {help ? (
        <p id={`${id}-help`} className={styles.help}>
          {help}
        </p>
      ) : null}
    </div>
  )
}
