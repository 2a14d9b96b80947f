/** The two parts of the Queue: what is on its way, and what stands where on the front page. */
import { Link, useLocation } from 'wouter'
import styles from './QueueParts.module.css'

const parts = [
  { to: '/queue', label: 'On its way' },
  { to: '/queue/front', label: 'Front' },
] as const

export function QueueParts() {
  const [at] = useLocation()
  return (
    <nav className={styles.parts} aria-label="Parts of the queue">
      {parts.map(({ to, label }) => (
        <Link key={to} href={to} className={styles.part} aria-current={at === to ? 'page' : undefined}>
          {label}
        </Link>
      ))}
    </nav>
  )
}
