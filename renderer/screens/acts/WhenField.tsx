/** When a piece goes out: typed on the newspaper's clock, read back in words; where the clocks change, chosen from two. [WF10] */
import { useId, useState } from 'react'
import { DateField } from '../../ui/DateField.tsx'
import { cityOf, instantWords, planned, type Planned } from './scheduleWords.ts'
import styles from './WhenField.module.css'

export interface WhenFieldProps {
  readonly zone: string
  /** An instant, or empty. */
  readonly embargo: string
  /** The instant that was chosen before; empty: none. */
  readonly before?: string | undefined
  /** The time as it is asked for: a wall clock, or the instant chosen from two. */
  readonly onChange: (at: string) => void
}

export function WhenField({ zone, embargo, before, onChange }: WhenFieldProps) {
  const id = useId()
  const [written, setWritten] = useState('')
  const [plan, setPlan] = useState<Planned | undefined>()
  /** Of the two that were offered. */
  const [chosen, setChosen] = useState<Planned | undefined>()
  const time = chosen ?? plan
  return (
    <div className={styles.when}>
      <DateField
        label="Date and time"
        holds="dateTime"
        value={written}
        onDate={(value) => {
          setWritten(value)
          setPlan(!isWall(value) ? undefined : planned(value, zone, new Date(), embargo))
          setChosen(undefined)
          onChange(value)
        }}
        wrong={time?.kind === 'wrong' ? time.words : undefined}
        help={time?.kind === 'time' ? time.words : before ? `Set for ${instantWords(before, zone)}.` : `On the clock of ${cityOf(zone)}.`}
        data-first
      />
      {plan?.kind === 'either' ? (
        <fieldset className={styles.either}>
          <legend>
            <span role="alert">{plan.words}</span>
          </legend>
          {plan.choices.map(({ at, words }) => (
            <label key={at}>
              <input
                type="radio"
                name={id}
                checked={chosen?.kind === 'time' && chosen.at === at}
                onChange={() => {
                  setChosen(planned(at, zone, new Date(), embargo))
                  onChange(at)
                }}
              />
              {words}
            </label>
          ))}
        </fieldset>
      ) : null}
      {time?.kind === 'time' ? <p className={styles.by}>{time.by}</p> : null}
    </div>
  )
}

/** A date with its time, as the field has read it; anything else is still being written. */
function isWall(value: string): boolean {
  return /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}$/.test(value)
}
