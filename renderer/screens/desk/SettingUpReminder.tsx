/** The setting up of the newspaper was begun and not finished: how far it came, and the way on. */
import { useLocation } from 'wouter'
import { changeSettingUp, setUpSteps, useSettingUp } from '../../state/settingUp.ts'
import { Button } from '../../ui/Button.tsx'
import styles from './DeskScreen.module.css'

export function SettingUpReminder() {
  const [, go] = useLocation()
  const { isUnderWay, at, done } = useSettingUp()
  if (!isUnderWay) return null
  return (
    <section className={styles.reminder} aria-label="Setting up the newspaper">
      <p>
        Setting up the newspaper: {done.length} of {setUpSteps.length} steps done.
      </p>
      <Button onClick={() => go(`/setup/${at}`)}>Go on</Button>
      <Button look="quiet" onClick={() => changeSettingUp({ isUnderWay: false })}>
        Not now
      </Button>
    </section>
  )
}
