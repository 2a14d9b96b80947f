/** What we wrote and what it should say, sentence by sentence: written by hand, or filled in from what changed. */
import { useEffect, useRef, useState } from 'react'
import type { ArticleView } from '../../../shared/contract/articles.ts'
import { publishedEdition } from '../../../shared/desk/article.ts'
import { filledIn, notesFromChanges, untrue } from '../../../shared/desk/correctionNotes.ts'
import type { CorrectionNote, Version } from '../../../shared/desk/version.ts'
import type { Result } from '../../../shared/result.ts'
import { bridge } from '../../bridge/bridge.ts'
import { flushDocument } from '../../editor/openDocuments.ts'
import { counted } from '../../state/dates.ts'
import { fieldsAnswered } from '../../state/fieldsOnTheirWay.ts'
import { say } from '../../state/statusLine.ts'
import { Button } from '../../ui/Button.tsx'
import { CheckField, TextArea } from '../../ui/Field.tsx'
import { EarnestField } from './EarnestField.tsx'
import styles from './EditionNotes.module.css'
import type { SetField } from './useSetField.ts'

export interface CorrectionListProps {
  readonly view: ArticleView
  readonly set: SetField['set']
  readonly wrong: string | undefined
}

const mostNotes = 50

export function CorrectionList({ view, set, wrong }: CorrectionListProps) {
  const [trouble, setTrouble] = useState('')
  const standing = view.fields.correctionNotes
  // What was changed here shows at once: leaving one box for the next must not wait for an answer, nor lose what it held.
  const [own, setOwn] = useState<readonly CorrectionNote[] | undefined>()
  const notes = own ?? standing
  const latest = useRef(notes)
  latest.current = notes
  useEffect(() => {
    if (own && JSON.stringify(own) === JSON.stringify(standing)) setOwn(undefined)
  }, [own, standing])
  const keep = (next: readonly CorrectionNote[]) => {
    latest.current = next
    setOwn(next)
    set('correctionNotes', [...next])
  }
  const change = (at: number, part: Partial<CorrectionNote>) =>
    keep(latest.current.map((note, index) => (index === at ? { ...note, ...part } : note)))
  const fill = async () => {
    const found = await changesOf(view)
    setTrouble(found.ok ? '' : found.error.message)
    if (!found.ok) return
    const { changes, draft } = found.value
    const gone = untrue(latest.current, draft)
    const kept = latest.current.filter((note) => !gone.includes(note))
    if (changes.length > 0 || gone.length > 0) keep(filledIn(kept, changes))
    say(`${filledWords(changes.length)}${goneWords(gone.length)}`)
  }
  return (
    <div data-field="correctionNotes" className={styles.corrections}>
      {notes.length === 0 ? (
        <p className={styles.soft}>Put the text right first; then fill this in from the changes, and add a note where readers need one.</p>
      ) : (
        <ol className={styles.list} aria-label="What was wrong and what is right">
          {notes.map((note, index) => (
            <li key={`${index} of ${notes.length}`}>
              <Entry
                note={note}
                n={index + 1}
                onChange={(part) => change(index, part)}
                onRemove={() => keep(latest.current.filter((_, other) => other !== index))}
              />
            </li>
          ))}
        </ol>
      )}
      {wrong || trouble ? <p className={styles.wrong}>{wrong ?? trouble}</p> : null}
      <div className={styles.acts}>
        <Button onClick={() => void fill()}>Fill in from the changes</Button>
        {notes.length < mostNotes ? (
          <Button onClick={() => keep([...latest.current, { wrote: '', shouldSay: '', note: '', doNotRepeat: false }])}>
            Add one by hand
          </Button>
        ) : null}
      </div>
    </div>
  )
}

function filledWords(changes: number): string {
  return changes === 0
    ? 'The words are still those that readers have: there is nothing to fill in yet.'
    : `${counted(changes, 'changed sentence is', 'changed sentences are')} filled in.`
}

function goneWords(gone: number): string {
  return gone === 0 ? '' : ` ${counted(gone, 'entry was', 'entries were')} taken out: the text says again what it said.`
}

interface EntryProps {
  readonly note: CorrectionNote
  readonly n: number
  readonly onChange: (part: Partial<CorrectionNote>) => void
  readonly onRemove: () => void
}

function Entry({ note, n, onChange, onRemove }: EntryProps) {
  return (
    <fieldset className={styles.entry}>
      <legend className={styles.soft}>Correction {n}</legend>
      <EarnestField value={note.wrote} onLeave={(wrote) => onChange({ wrote: wrote.trim() })}>
        {(props) => (
          <TextArea
            label="We wrote"
            rows={2}
            maxLength={2000}
            help={note.doNotRepeat ? 'Kept at the desk. Readers are not shown it.' : undefined}
            {...props}
          />
        )}
      </EarnestField>
      <EarnestField value={note.shouldSay} onLeave={(shouldSay) => onChange({ shouldSay: shouldSay.trim() })}>
        {(props) => <TextArea label="It should say" rows={2} maxLength={2000} {...props} />}
      </EarnestField>
      <EarnestField value={note.note} onLeave={(words) => onChange({ note: words.trim() })}>
        {(props) => (
          <TextArea
            label="Note for readers"
            rows={2}
            maxLength={2000}
            help={note.doNotRepeat ? 'Describe the error without repeating it.' : 'Where the two sentences alone do not explain it.'}
            {...props}
          />
        )}
      </EarnestField>
      <CheckField
        label="Do not repeat the error"
        checked={note.doNotRepeat}
        onChange={(event) => onChange({ doNotRepeat: event.currentTarget.checked })}
      />
      <div>
        <Button aria-label={`Remove ${n}`} onClick={onRemove}>
          Remove
        </Button>
      </div>
    </fieldset>
  )
}

interface Changes {
  readonly changes: readonly CorrectionNote[]
  readonly draft: Version
}

/** What is on screen is saved first; then the words readers have are compared with the draft. */
async function changesOf(view: ArticleView): Promise<Result<Changes>> {
  const { id } = view.row
  await Promise.all([flushDocument(id), fieldsAnswered(id)])
  const fresh = await bridge.call('articles.read', { id })
  if (!fresh.ok) return fresh
  const published = await bridge.call('versions.read', { id, version: publishedEdition(fresh.value)?.publication?.version ?? '' })
  if (!published.ok) return published
  const draft = await bridge.call('versions.read', { id, version: fresh.value.draftVersion })
  if (!draft.ok) return draft
  return { ok: true, value: { changes: notesFromChanges(published.value.version, draft.value.version), draft: draft.value.version } }
}
