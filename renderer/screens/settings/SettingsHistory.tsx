/** The history of the settings, newest first: who did what, when, to which parts; each opens on what it changed. */
import { useState } from 'react'
import { count, shortDate } from '../../state/dates.ts'
import { nameOf, useDesk } from '../../state/desk.ts'
import { usePages } from '../../state/pages.ts'
import { Button } from '../../ui/Button.tsx'
import { Refusal } from '../../ui/Refusal.tsx'
import { entryWords } from '../../../shared/desk/entryWords.ts'
import { SettingsEntrySheet } from './SettingsEntrySheet.tsx'
import styles from './SettingsScreen.module.css'
import historyStyles from './SettingsHistory.module.css'

export function SettingsHistory() {
  const desk = useDesk()
  const { pages, failure, more } = usePages('settings.history', {})
  const [opened, setOpened] = useState(0)
  const entries = pages?.flatMap((page) => page.entries) ?? []
  return (
    <>
      <p className={styles.soft}>Every change is kept. What it was before can be looked at, and brought back.</p>
      {failure ? <Refusal failure={failure} /> : null}
      <ul role="list" className={historyStyles.history}>
        {entries.map((entry) => (
          <li key={entry.seq}>
            <div>
              <p>
                <strong>{entryWords(entry)}</strong>
              </p>
              <p className={historyStyles.who}>
                {nameOf(desk, entry.by)}, {shortDate(entry.at, desk.zone)}
              </p>
              {entry.alone ? <p className={historyStyles.who}>Nobody else at the desk could agree to these standing words.</p> : null}
              {entry.act === 'agree' ? <p className={historyStyles.who}>Proposed by {nameOf(desk, entry.proposedBy)}.</p> : null}
              {entry.reason ? (
                <p>
                  <q>{entry.reason}</q>
                </p>
              ) : null}
            </div>
            {entry.act === 'begin' ? null : (
              <Button aria-label={`What changed: ${entryWords(entry)}, ${count(entry.seq)}`} onClick={() => setOpened(entry.seq)}>
                What changed…
              </Button>
            )}
          </li>
        ))}
      </ul>
      {more ? <Button onClick={more}>Show more</Button> : null}
      {opened > 0 ? <SettingsEntrySheet change={opened} onClose={() => setOpened(0)} /> : null}
    </>
  )
}
