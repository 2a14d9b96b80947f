/** The frame of each part of the settings: its fields, what stood in the way, one button. */
import { createContext, type ReactNode, useContext, useEffect, useRef } from 'react'
import type { Role } from '../../../shared/desk/person.ts'
import type { HouseSettings } from '../../../shared/desk/settings.ts'
import { rewritesWords } from '../../../shared/desk/rewrites.ts'
import { settingsParts } from '../../../shared/desk/settingsParts.ts'
import { wordsActs } from '../../../shared/desk/standingWords.ts'
import { useAsk } from '../../state/ask.ts'
import { useHasRole } from '../../state/desk.ts'
import { useSettled } from '../../state/settled.ts'
import { Button } from '../../ui/Button.tsx'
import { ReadOnlyContext } from '../../ui/readOnly.ts'
import { Refusal } from '../../ui/Refusal.tsx'
import styles from './SettingsScreen.module.css'
import type { House } from './useHouse.ts'

export interface PartProps {
  readonly settings: HouseSettings
  readonly base: string
}

/** What the one button says, and what is beside it, where a part stands within something larger. */
export interface Frame {
  readonly label?: string
  readonly beside: ReactNode
  /** After it was saved, and when there is nothing to save; absent: that nothing changed is said. */
  readonly onSaved?: () => void
  /** What stands in the fields, saved or not, each time it is another. */
  readonly onFields?: (house: HouseSettings) => void
}

export const FrameContext = createContext<Frame>({ beside: null })

export interface SettingsFormProps {
  readonly form: House
  /** Saving proposes: somebody else agrees before anything is printed. */
  readonly isProposed?: boolean
  /** Whose right it is to change what stands here; everybody else reads it. */
  readonly who?: readonly Role[]
  readonly children: ReactNode
}

export function SettingsForm({ form, isProposed = false, who = settingsParts.publication.who, children }: SettingsFormProps) {
  const mayChange = useHasRole(...who)
  const { label = isProposed ? wordsActs.propose.label : 'Save settings', beside, onSaved, onFields } = useContext(FrameContext)
  const { house } = form
  const save = useRef<HTMLButtonElement>(null)
  const giveUp = () => {
    // The button goes with what it gave up.
    save.current?.focus()
    form.takeWhatStands()
  }
  useEffect(() => onFields?.(house), [house, onFields])
  return (
    <form className={styles.form} onSubmit={(event) => form.submit(event, onSaved)} noValidate>
      {mayChange ? null : <p className={styles.soft}>{whoWords(who)}</p>}
      <ReadOnlyContext value={!mayChange}>{children}</ReadOnlyContext>
      {form.failure ? <Refusal failure={form.failure} /> : null}
      {form.isOvertaken ? (
        <p role="status">
          What you are changing was saved otherwise meanwhile. Your changes are still here and are not saved.{' '}
          <Button onClick={giveUp}>Show what stands instead</Button>
        </p>
      ) : null}
      <Effect form={form} isProposed={isProposed} />
      <div className={styles.buttons}>
        {mayChange ? (
          <Button look="primary" type="submit" ref={save}>
            {label}
          </Button>
        ) : null}
        {beside}
        {form.isChanged && !form.isOvertaken ? <Button onClick={giveUp}>Give up these changes</Button> : null}
      </div>
    </form>
  )
}

function whoWords(who: readonly Role[]): string {
  const others = who.includes('administrator') ? 'A publisher or an administrator' : 'A publisher'
  return `${others} changes what stands here; you can read it.`
}

/** How many pages what is on screen would rewrite. */
function Effect({ form: { house, saved }, isProposed }: Pick<SettingsFormProps, 'form' | 'isProposed'>) {
  const settled = useSettled(house)
  const isChanged = settled !== saved
  const { value } = useAsk('settings.rewrites', { settings: settled }, { enabled: isChanged, keep: true })
  return (
    <p role="status" className={styles.soft}>
      {value && isChanged ? rewritesWords(value.rewrites, isProposed ? 'Once it is agreed to, it' : 'Saving it') : ''}
    </p>
  )
}
