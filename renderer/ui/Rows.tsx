/** A list that a person arranges: each row with its fields, moved, taken out or added by buttons that say which. The keyboard goes with the row. */
import { ArrowDown, ArrowUp, Trash2 } from 'lucide-react'
import { type ReactNode, useContext, useEffect, useRef, useState } from 'react'
import { Button } from './Button.tsx'
import { ReadOnlyContext } from './readOnly.ts'
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
  const isReadOnly = useContext(ReadOnlyContext)
  /** Where the keyboard goes once the rows are drawn again; rows are told apart by their place, so it would stay with the place. */
  const [goal, setGoal] = useState<Goal | undefined>()
  useEffect(() => {
    if (goal) focusGoal(root.current, goal)
  }, [goal])
  const move = (from: number, by: -1 | 1) => {
    const to = from + by
    onChange(rows.map((row, index) => rows[index === from ? to : index === to ? from : index] ?? row))
    setGoal({ row: to, act: by === -1 ? 'up' : 'down' })
  }
  const takeOut = (from: number) => {
    onChange(rows.filter((_row, at) => at !== from))
    setGoal({ row: Math.min(from, rows.length - 2), act: 'out' })
  }
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
              <div className={styles.acts} hidden={isReadOnly}>
                <Button look="quiet" disabled={index === 0} onClick={() => move(index, -1)} aria-label={`Move ${name} up`} data-act="up">
                  <ArrowUp size={15} aria-hidden="true" />
                </Button>
                <Button
                  look="quiet"
                  disabled={index === rows.length - 1}
                  onClick={() => move(index, 1)}
                  aria-label={`Move ${name} down`}
                  data-act="down"
                >
                  <ArrowDown size={15} aria-hidden="true" />
                </Button>
                <Button look="quiet" onClick={() => takeOut(index)} aria-label={`Take out ${name}`} data-act="out">
                  <Trash2 size={15} aria-hidden="true" />
                </Button>
              </div>
            </li>
          )
        })}
      </ol>
      {rows.length < most && !isReadOnly ? (
        <Button
          data-act="add"
          onClick={() => {
            onChange([...rows, empty])
            setGoal({ row: rows.length, act: 'fill' })
          }}
        >
          {addLabel}
        </Button>
      ) : null}
    </fieldset>
  )
}

/** A field or a button of a row; without rows, the button that adds one. */
interface Goal {
  readonly row: number
  readonly act: 'up' | 'down' | 'out' | 'fill'
}

function focusGoal(root: HTMLElement | null, { row, act }: Goal): void {
  const item = root?.querySelectorAll('li')[row]
  const wanted = act === 'fill' ? ':is(input, select, textarea)' : `[data-act="${act}"]`
  // At an end of the list the same button has nothing to do any more: the other one has.
  const found = item?.querySelector<HTMLElement>(`${wanted}:enabled`) ?? item?.querySelector<HTMLElement>('[data-act]:enabled')
  ;(found ?? root?.querySelector<HTMLElement>('[data-act="add"]'))?.focus()
}
