/** The two parts of the Record: what was published, and what was put right. */
import { Link, useLocation } from 'wouter'
import styles from '../queue/QueueParts.module.css'

const parts = [
  { to: '/record', label: 'Published' },
  { to: '/record/corrections', label: 'Corrections' },
] as const

export function RecordParts() {
  const [at] = useLocation()
  return (
    <nav className={styles.parts} aria-label="Parts of the record">
      {parts.map(({ to, label }) => (
        <Link key={to} href={to} className={styles.part} aria-current={at === to ? 'page' : undefined}>
          {label}
        </Link>
      ))}
    </nav>
  )
}
