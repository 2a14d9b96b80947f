/** One sentence on coming back to the desk: how many pieces others moved on since this person was last here. */
import { useState } from 'react'
import { useAsk } from '../../state/ask.ts'
import { counted, shortDate } from '../../state/dates.ts'
import { useDesk } from '../../state/desk.ts'
import { lastVisit } from '../../state/deskVisit.ts'
import { Button } from '../../ui/Button.tsx'
import styles from './DeskScreen.module.css'

/** Pieces that are looked at; with more the number is said to be a lower one. */
const most = 100

/** Closed once, it is closed for this visit. */
const closed = new Set<string>()

export function SinceLastVisit() {
  const desk = useDesk()
  const person = desk.person?.id ?? ''
  const last = lastVisit(person)
  const [began] = useState(() => new Date().toISOString())
  const [, setClosed] = useState(0)
  const { value } = useAsk('articles.list', { limit: most }, { keep: true, enabled: last !== '' })
  const moved = value?.articles.filter(({ lastEditedAt }) => lastEditedAt > last && lastEditedAt <= began) ?? []
  if (last === '' || moved.length === 0 || closed.has(person)) return null
  const waiting = moved.filter(({ waitsForMe }) => waitsForMe).length
  const number = moved.length === most ? `${most} pieces or more` : counted(moved.length, 'piece', 'pieces')
  return (
    <div className={styles.reminder}>
      <p role="status">
        Since you left, {shortDate(last, desk.zone)}: {number} moved on
        {waiting > 0 ? `, ${waiting} of them ${waiting === 1 ? 'waits' : 'wait'} for you` : ''}.
      </p>
      <Button
        look="quiet"
        onClick={() => {
          closed.add(person)
          setClosed((n) => n + 1)
        }}
      >
        Close
      </Button>
    </div>
  )
}
