/** What an edition after the first tells readers of itself, as they will read it: nobody approves a correction that they have not seen. */
import type { Version } from '../../../shared/desk/version.ts'
import { correctionText } from '../../../shared/site/notices.ts'
import { kindNames } from '../../../shared/desk/kindNames.ts'
import styles from './ReviewScreen.module.css'

export function EditionCheck({ version }: { readonly version: Version }) {
  const { kind, correctionNotes, changeNote } = version
  return (
    <>
      <dt>Kind of edition</dt>
      <dd>{kindNames[kind]}</dd>
      {correctionNotes.length > 0 ? (
        <>
          <dt>Readers are told</dt>
          {correctionNotes.map((note, index) => (
            <dd key={index} className={styles.told} dir="auto">
              {correctionText(note)}
            </dd>
          ))}
        </>
      ) : null}
      <dt>Change note</dt>
      <dd dir="auto">{changeNote || 'None'}</dd>
    </>
  )
}
