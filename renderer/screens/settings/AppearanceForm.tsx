/** How this computer shows the workstation: light, dark, or as the system has it. Saved as it is chosen. */
import { chooseTheme, themes, useTheme } from '../../state/appearance.ts'
import styles from './SettingsScreen.module.css'

const names = {
  system: 'As the system has it',
  light: 'Light',
  dark: 'Dark',
} as const

export function AppearanceForm() {
  const { theme } = useTheme()
  return (
    <div className={styles.form}>
      <p className={styles.soft}>For this computer. The preview keeps the paper of the published page either way.</p>
      <fieldset>
        <legend>Light or dark</legend>
        {themes.map((one) => (
          <label key={one} className={styles.radio}>
            <input type="radio" name="theme" checked={theme === one} onChange={() => chooseTheme(one)} />
            {names[one]}
          </label>
        ))}
      </fieldset>
    </div>
  )
}
