/** The history of an article: every act with who and when, and its kept versions, each to be compared with the text as it stands. */
import { useMemo, useState } from 'react'
import { useQueryClient } from '@tanstack/react-query'
import type { ArticleView } from '../../../shared/contract/articles.ts'
import { historyWords } from '../../../shared/desk/everyAct.ts'
import { compareDocuments } from '../../../shared/document/compare.ts'
import type { Failure } from '../../../shared/result.ts'
import { bridge } from '../../bridge/bridge.ts'
import { flushDocument } from '../../editor/openDocuments.ts'
import { say } from '../../state/statusLine.ts'
import { ComparisonView } from '../../document/ComparisonView.tsx'
import { useAsk } from '../../state/ask.ts'
import { shortDate } from '../../state/dates.ts'
import { nameOf, useDesk } from '../../state/desk.ts'
import { Button } from '../../ui/Button.tsx'
import { SelectField } from '../../ui/Field.tsx'
import { Refusal } from '../../ui/Refusal.tsx'
import { Sheet, SheetButtons } from '../../ui/Sheet.tsx'
import styles from './History.module.css'

export function History({ view }: { readonly view: ArticleView }) {
  const desk = useDesk()
  const [compared, setCompared] = useState('')
  return (
    <div className={styles.history}>
      <h2>Versions</h2>
      {view.versions.length === 0 ? <p className={styles.soft}>None yet. Submitting keeps one, and so does “Keep a version”.</p> : null}
      <ul role="list">
        {view.versions.toReversed().map((version) => (
          <li key={version.hash}>
            <strong>Version {version.n}</strong>
            {version.label ? `, ${version.label}` : ''}
            <span className={styles.soft}>
              {nameOf(desk, version.by)} · {shortDate(version.at, desk.zone)}
            </span>
            <Button look="quiet" onClick={() => setCompared(version.hash)}>
              Compare with the text now
            </Button>
          </li>
        ))}
      </ul>
      <h2>What happened</h2>
      {view.history.length === 0 ? <p className={styles.soft}>Nothing yet.</p> : null}
      <ul role="list">
        {view.history.toReversed().map((entry) => (
          <li key={entry.seq}>
            <strong>{historyWords(entry.act)}</strong>
            <span className={styles.soft}>
              {entry.by === 'hub' ? 'The publishing queue' : nameOf(desk, entry.by)} · {shortDate(entry.at, desk.zone)}
            </span>
            {entry.sameComputer ? <span className={styles.soft}>On the computer where it was submitted</span> : null}
            {entry.note ? <q className={styles.note}>{entry.note}</q> : null}
          </li>
        ))}
      </ul>
      {compared ? <CompareSheet view={view} version={compared} onClose={() => setCompared('')} /> : null}
    </div>
  )
}

function CompareSheet({ view, version, onClose }: { readonly view: ArticleView; readonly version: string; readonly onClose: () => void }) {
  const before = useAsk('versions.read', { id: view.row.id, version })
  // Empty: the text as it stands.
  const [other, setOther] = useState('')
  const after = useAsk('versions.read', { id: view.row.id, version: other || view.draftVersion })
  const comparison = useMemo(
    () => (before.value && after.value ? compareDocuments(before.value.version, after.value.version) : undefined),
    [before.value, after.value],
  )
  const kept = view.versions.find(({ hash }) => hash === version)
  const [refused, setRefused] = useState<Failure | undefined>()
  const failure = before.failure ?? after.failure ?? refused
  const client = useQueryClient()
  const restore = async () => {
    await flushDocument(view.row.id)
    const result = await bridge.call('versions.restore', { id: view.row.id, version })
    if (!result.ok) return setRefused(result.error)
    client.setQueryData(['articles.read', { id: view.row.id }], result)
    say(`Version ${kept?.n ?? ''} is the text again; what stood before is kept as a version.`)
    onClose()
  }
  return (
    <Sheet title={`Version ${kept?.n ?? ''} → ${nameOfOther(view, other)}`} onClose={onClose}>
      {view.versions.length > 1 ? (
        <SelectField
          label="Compared with"
          value={other}
          onChange={({ target }) => setOther(target.value)}
          choices={[
            { value: '', label: 'The text now' },
            ...view.versions
              .filter(({ hash }) => hash !== version)
              .toReversed()
              .map(({ hash, n, label }) => ({ value: hash, label: label ? `Version ${n}, ${label}` : `Version ${n}` })),
          ]}
        />
      ) : null}
      {failure ? <Refusal failure={failure} /> : null}
      {comparison ? comparison.edits === 0 ? <p>Nothing differs between the two.</p> : <ComparisonView comparison={comparison} /> : null}
      <SheetButtons>
        {view.locked || (other === '' && comparison?.edits === 0) ? null : (
          <Button onClick={() => void restore()}>Bring this version back</Button>
        )}
        <Button look="primary" onClick={onClose}>
          Close
        </Button>
      </SheetButtons>
    </Sheet>
  )
}

function nameOfOther(view: ArticleView, other: string): string {
  return other === '' ? 'the text now' : `version ${view.versions.find(({ hash }) => hash === other)?.n ?? ''}`
}
