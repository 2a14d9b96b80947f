/** Two states of a piece beside each other, in one text: a kept version, and the text as it stands or another version. */
import { useState } from 'react'
import { useQueryClient } from '@tanstack/react-query'
import type { ArticleView } from '../../../shared/contract/articles.ts'
import type { Failure } from '../../../shared/result.ts'
import { bridge } from '../../bridge/bridge.ts'
import { ChangedFields } from '../../document/ChangedFields.tsx'
import { useChangedFields } from '../../document/useChangedFields.ts'
import { useComparison } from '../../document/useComparison.ts'
import { ComparisonView } from '../../document/ComparisonView.tsx'
import { flushDocument } from '../../editor/openDocuments.ts'
import { useAsk } from '../../state/ask.ts'
import { say } from '../../state/statusLine.ts'
import { Button } from '../../ui/Button.tsx'
import { SelectField } from '../../ui/Field.tsx'
import { Refusal } from '../../ui/Refusal.tsx'
import { Sheet, SheetButtons } from '../../ui/Sheet.tsx'

export interface CompareSheetProps {
  readonly view: ArticleView
  /** Its name. */
  readonly version: string
  readonly onClose: () => void
}

export function CompareSheet({ view, version, onClose }: CompareSheetProps) {
  const before = useAsk('versions.read', { id: view.row.id, version })
  // Empty: the text as it stands.
  const [other, setOther] = useState('')
  // The text now is another version after each save, of which the screen around need not know.
  const { value: now } = useAsk('articles.read', { id: view.row.id })
  const after = useAsk('versions.read', { id: view.row.id, version: other || (now ?? view).draftVersion })
  const { comparison, isUnderWay } = useComparison(before.value?.version, after.value?.version)
  const fields = useChangedFields(before.value?.version, after.value?.version)
  const isSame = comparison?.edits === 0 && fields.length === 0
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
      {isSame ? <p>Nothing differs between the two.</p> : <ChangedFields fields={fields} />}
      {isUnderWay ? <p role="status">Looking for what changed…</p> : null}
      {comparison && !isSame ? <ComparisonView comparison={comparison} /> : null}
      <SheetButtons>
        {view.detailsLocked || (other === '' && isSame) ? null : <Button onClick={() => void restore()}>Bring this version back</Button>}
        <Button look="primary" data-first onClick={onClose}>
          Close
        </Button>
      </SheetButtons>
    </Sheet>
  )
}

function nameOfOther(view: ArticleView, other: string): string {
  return other === '' ? 'the text now' : `version ${view.versions.find(({ hash }) => hash === other)?.n ?? ''}`
}
