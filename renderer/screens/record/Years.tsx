/** The years of the Record with how much was first printed in each; one is chosen, or all. */
import { useAsk } from '../../state/ask.ts'
import { count } from '../../state/dates.ts'
import styles from './RecordScreen.module.css'

export interface YearsProps {
  /** Empty: all of them. */
  readonly chosen: string
  readonly onChoose: (year: string) => void
}

export function Years({ chosen, onChoose }: YearsProps) {
  const { value } = useAsk('record.years', {}, { keep: true })
  const years = value?.years ?? []
  if (years.length === 0) return <div />
  const all = years.reduce((sum, year) => sum + year.count, 0)
  return (
    <section className={styles.years} aria-labelledby="years">
      <h2 id="years">Years</h2>
      {[{ year: '', count: all }, ...years].map((row) => (
        <button key={row.year} type="button" aria-pressed={chosen === row.year} onClick={() => onChoose(row.year)}>
          <span>{row.year || 'All'}</span> <span className={styles.soft}>{count(row.count)}</span>
        </button>
      ))}
    </section>
  )
}
