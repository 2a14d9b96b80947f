/** Standing words that wait for this person, beside the articles that do. [HS7] */
import { useLocation } from 'wouter'
import { partsInWords } from '../../../shared/desk/settingsParts.ts'
import { useAsk } from '../../state/ask.ts'
import { nameOf, useDesk } from '../../state/desk.ts'
import { Button } from '../../ui/Button.tsx'
import styles from './DeskScreen.module.css'

export function WordsReminder() {
  const desk = useDesk()
  const [, go] = useLocation()
  const { value } = useAsk('settings.read', {}, { enabled: desk.waiting.settings > 0 })
  const mine = value?.waiting.filter(({ waitsForMe }) => waitsForMe) ?? []
  if (desk.waiting.settings === 0 || mine.length === 0) return null
  return (
    <section className={styles.reminder} aria-label="Standing words">
      {mine.map(({ part, by, sentBack }) => (
        <p key={part}>
          {sentBack
            ? `${nameOf(desk, sentBack.by)} sent back what you proposed for ${partsInWords([part])}.`
            : `${nameOf(desk, by)} proposed other words for ${partsInWords([part])}.`}
        </p>
      ))}
      <Button onClick={() => go('/settings/words')}>Look at them</Button>
    </section>
  )
}
