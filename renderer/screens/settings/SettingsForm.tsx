/** The frame of each part of the settings: its fields, what stood in the way, one button. */
import type { ReactNode } from 'react'
import type { HouseSettings } from '../../../shared/desk/settings.ts'
import { Button } from '../../ui/Button.tsx'
import { Refusal } from '../../ui/Refusal.tsx'
import styles from './SettingsScreen.module.css'
import type { House } from './useHouse.ts'

export interface PartProps {
  readonly settings: HouseSettings
  readonly base: string
}

export function SettingsForm({ form, children }: { readonly form: House; readonly children: ReactNode }) {
  return (
    <form className={styles.form} onSubmit={form.onSubmit} noValidate>
      {children}
      {form.failure ? <Refusal failure={form.failure} /> : null}
      {form.isOvertaken ? (
        <p role="status">
          Somebody else saved the settings meanwhile. Your changes are still here and are not saved.{' '}
          <Button onClick={form.takeTheirs}>Show theirs instead</Button>
        </p>
      ) : null}
      <div className={styles.buttons}>
        <Button look="primary" type="submit">
          Save settings
        </Button>
        {form.failure && !form.isOvertaken ? <Button onClick={form.takeTheirs}>Give up these changes</Button> : null}
      </div>
    </form>
  )
}
