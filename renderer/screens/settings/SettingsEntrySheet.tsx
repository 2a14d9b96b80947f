/** What one entry of the history changed, part by part: undone as a whole, or a part brought back to one of its states. */
import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import type { Output } from '../../../shared/contract/contract.ts'
import { entryWords } from '../../../shared/desk/entryWords.ts'
import { hasRole } from '../../../shared/desk/person.ts'
import { rewritesWords } from '../../../shared/desk/rewrites.ts'
import type { HouseSettings } from '../../../shared/desk/settings.ts'
import { isStandingPart, partsInWords, type SettingsPart, settingsParts } from '../../../shared/desk/settingsParts.ts'
import type { Failure, Result } from '../../../shared/result.ts'
import { bridge } from '../../bridge/bridge.ts'
import { useAsk } from '../../state/ask.ts'
import { shortDate } from '../../state/dates.ts'
import { nameOf, useDesk } from '../../state/desk.ts'
import { Button } from '../../ui/Button.tsx'
import { Refusal } from '../../ui/Refusal.tsx'
import { Sheet, SheetButtons } from '../../ui/Sheet.tsx'
import { PartComparison } from './PartComparison.tsx'
import styles from './SettingsScreen.module.css'
import historyStyles from './SettingsHistory.module.css'
import { tellSaved, undoneWords } from './tellSaved.ts'

type Answer = Result<Output<'settings.undo'>>

export function SettingsEntrySheet({ change, onClose }: { readonly change: number; readonly onClose: () => void }) {
  const desk = useDesk()
  const client = useQueryClient()
  const [refused, setRefused] = useState<Failure | undefined>()
  const { value, failure } = useAsk('settings.entry', { change })
  if (!value) return failure ? <Refusal failure={failure} /> : null
  const { entry, before, after } = value
  // What was only proposed never stood.
  const stood = entry.act === 'change' || entry.act === 'agree'
  const mayChange = (part: SettingsPart) => desk.person !== null && hasRole(desk.person, ...settingsParts[part].who)
  const mayUndo = stood && entry.parts.every(mayChange)
  async function ask(answer: Promise<Answer>, done: (view: Output<'settings.undo'>) => string): Promise<void> {
    setRefused(undefined)
    const result = await answer
    if (!result.ok) return setRefused(result.error)
    tellSaved(client, result.value, done(result.value))
    onClose()
  }
  const bringBack = (part: SettingsPart, state: 'before' | 'after') =>
    void ask(bridge.call('settings.bringBack', { change, part, state }), ({ saved }) =>
      saved.change > 0 ? `Brought back: ${partsInWords([part])}.` : '',
    )
  return (
    <Sheet title={entryWords(entry)} onClose={onClose}>
      <p className={styles.soft}>
        {nameOf(desk, entry.by)}, {shortDate(entry.at, desk.zone)}
      </p>
      {entry.parts.map((part) => (
        <section key={part} className={historyStyles.entryPart} aria-label={settingsParts[part].words}>
          <h3>{settingsParts[part].words}</h3>
          <PartComparison part={part} before={before} after={after} />
          {mayChange(part) ? (
            <div className={styles.buttons}>
              <Button onClick={() => bringBack(part, 'before')}>{`Bring ${partsInWords([part])} back as before this`}</Button>
              {stood ? (
                <Button onClick={() => bringBack(part, 'after')}>{`Bring ${partsInWords([part])} back as after this`}</Button>
              ) : null}
            </div>
          ) : (
            <p className={styles.soft}>A publisher can bring it back.</p>
          )}
        </section>
      ))}
      {refused ? <Refusal failure={refused} /> : null}
      {mayUndo && entry.undoRefusal !== '' ? <p className={styles.soft}>{entry.undoRefusal}</p> : null}
      {mayUndo && entry.undoRefusal === '' ? <UndoEffect parts={entry.parts} before={before} /> : null}
      <SheetButtons>
        <Button onClick={onClose}>Close</Button>
        {mayUndo && entry.undoRefusal === '' ? (
          <Button look="primary" onClick={() => void ask(bridge.call('settings.undo', { change }), ({ saved }) => undoneWords(saved))}>
            Undo this change
          </Button>
        ) : null}
      </SheetButtons>
    </Sheet>
  )
}

/** How many pages the former state would rewrite, as the forms say it of a change before it is saved. */
function UndoEffect({ parts, before }: { readonly parts: readonly SettingsPart[]; readonly before: HouseSettings }) {
  const { value: view } = useAsk('settings.read', {})
  const settings = { ...(view?.settings ?? before), ...Object.fromEntries(parts.map((part) => [part, before[part]])) }
  const { value } = useAsk('settings.rewrites', { settings }, { enabled: view !== undefined, keep: true })
  const waits = view?.isAgreedToByAnother === true && parts.some(isStandingPart)
  return (
    <p role="status" className={styles.soft}>
      {value ? rewritesWords(value.rewrites, waits ? 'Once it is agreed to, undoing it' : 'Undoing it') : ''}
    </p>
  )
}
