/** A list that a person arranges: each row with its fields, moved, taken out or added by buttons that say which. */
import { ArrowDown, ArrowUp, Trash2 } from 'lucide-react'
import { type ReactNode, useEffect, useRef, useState } from 'react'
import { Button } from './Button.tsx'
import styles from './Rows.module.css'

export interface RowsProps<T> {
  readonly legend: string
  readonly help?: string
  readonly rows: readonly T[]
  readonly onChange: (rows: readonly T[]) => void
  /** What a row is called, for the names of its buttons; empty while it has no name of its own. */
  readonly nameOf: (row: T) => string
  readonly children: (row: T, change: (part: Partial<T>) => void) => ReactNode
  readonly addLabel: string
  readonly empty: T
  /** More than these the settings do not hold. */
  readonly most: number
}

export function Rows<T extends object>({ legend, help, rows, onChange, nameOf, children, addLabel, empty, most }: RowsProps<T>) {
  const root = useRef<HTMLFieldSetElement>(null)
  const [added, setAdded] = useState(0)
  useEffect(() => {
    if (added > 0) root.current?.querySelector<HTMLElement>('li:last-child :is(input, select, textarea)')?.focus()
  }, [added])
  const move = (from: number, to: number) =>
    onChange(rows.map((row, index) => rows[index === from ? to : index === to ? from : index] ?? row))
  return (
    <fieldset className={styles.rows} ref={root}>
      <legend>{legend}</legend>
      {help ? <p className={styles.help}>{help}</p> : null}
      <ol role="list">
        {rows.map((row, index) => {
          const name = nameOf(row) || `row ${index + 1}`
          return (
            <li key={index}>
              <div className={styles.fields}>
                {children(row, (part) => onChange(rows.map((other, at) => (at === index ? { ...other, ...part } : other))))}
              </div>
              <div className={styles.acts}>
                <Button look="quiet" disabled={index === 0} onClick={() => move(index, index - 1)} aria-label={`Move ${name} up`}>
                  <ArrowUp size={15} aria-hidden="true" />
                </Button>
                <Button
                  look="quiet"
                  disabled={index === rows.length - 1}
                  onClick={() => move(index, index + 1)}
                  aria-label={`Move ${name} down`}
                >
                  <ArrowDown size={15} aria-hidden="true" />
                </Button>
                <Button look="quiet" onClick={() => onChange(rows.filter((_row, at) => at !== index))} aria-label={`Take out ${name}`}>
                  <Trash2 size={15} aria-hidden="true" />
                </Button>
              </div>
            </li>
          )
        })}
      </ol>
      {rows.length < most ? (
        <Button
          onClick={() => {
            onChange([...rows, empty])
            setAdded(added + 1)
          }}
        >
          {addLabel}
        </Button>
      ) : null}
    </fieldset>
  )
}
