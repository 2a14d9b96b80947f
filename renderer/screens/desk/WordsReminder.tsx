/** Standing words that wait for this person, beside the articles that do. [HS7] */
import { useLocation } from 'wouter'
import { partsInWords } from '../../../shared/desk/settingsParts.ts'
import type { WaitingWords } from '../../../shared/contract/settings.ts'
import { useAsk } from '../../state/ask.ts'
import { nameOf, useDesk } from '../../state/desk.ts'
import { Button } from '../../ui/Button.tsx'
import styles from './DeskScreen.module.css'

/** `isAsked`: they are wanted on the screen. Undefined until they are known. */
export function useWaitingWords(isAsked: boolean): readonly WaitingWords[] | undefined {
  const { value, failure } = useAsk('settings.read', {}, { enabled: isAsked })
  if (!isAsked || failure) return []
  return value?.waiting.filter(({ waitsForMe }) => waitsForMe)
}

export function WordsReminder({ waiting }: { readonly waiting: readonly WaitingWords[] }) {
  const desk = useDesk()
  const [, go] = useLocation()
  if (waiting.length === 0) return null
  return (
    <section className={styles.reminder} aria-label="Standing words">
      {waiting.map(({ part, by, sentBack }) => (
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
