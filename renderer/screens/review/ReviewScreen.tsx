/** Review: the submitted version beside the last one, what stands in the way, and one decision. */
import { useEffect, useMemo, useRef, useState } from 'react'
import { Link, useLocation } from 'wouter'
import type { ArticleView } from '../../../shared/contract/articles.ts'
import type { Comparison } from '../../../shared/document/compare.ts'
import { ChangedFields } from '../../document/ChangedFields.tsx'
import { useChangedFields } from '../../document/useChangedFields.ts'
import { useComparison } from '../../document/useComparison.ts'
import { ComparisonView } from '../../document/ComparisonView.tsx'
import { DocumentView } from '../../document/DocumentView.tsx'
import { useAsk } from '../../state/ask.ts'
import { counted } from '../../state/dates.ts'
import { useDesk } from '../../state/desk.ts'
import { useChosenKeys } from '../../state/keys.ts'
import { useListKeys } from '../../state/listKeys.ts'
import { Button } from '../../ui/Button.tsx'
import { Empty, Page } from '../../ui/Page.tsx'
import { Refusal } from '../../ui/Refusal.tsx'
import { ActSheet } from '../acts/ActSheet.tsx'
import { ArticleBar } from '../acts/ArticleBar.tsx'
import { actLabel } from '../acts/actLabels.ts'
import { useRefusal } from '../acts/useRefusal.ts'
import { useStartAct } from '../acts/useStartAct.ts'
import { History } from '../compose/History.tsx'
import { BeforeYouApprove } from './BeforeYouApprove.tsx'
import { comparisonBases, useReadMark } from './bases.ts'
import { ChangesList } from './ChangesList.tsx'
import { changesOf } from './changesOf.ts'
import { Decisions } from './Decisions.tsx'
import { ReviewList } from './ReviewList.tsx'
import styles from './ReviewScreen.module.css'

export function ReviewScreen({ id }: { readonly id: string | undefined }) {
  const waiting = useAsk('articles.list', { filter: 'review', limit: 200 }, { keep: true })
  if (waiting.failure) return <Refusal failure={waiting.failure} />
  if (!waiting.value) return null
  if (id)
    return (
      <Reviewing key={id} id={id} others={waiting.value.articles.filter((row) => row.id !== id && row.waitsForMe).map((row) => row.id)} />
    )
  return (
    <Page title="Review" subtitle="What was submitted and waits for a decision.">
      {waiting.value.articles.length === 0 ? (
        <Empty title="Nothing waits for review">
          <p>When a writer submits an article it stands here, with the words as they were submitted.</p>
        </Empty>
      ) : (
        <ReviewList rows={waiting.value.articles} />
      )}
    </Page>
  )
}

function Reviewing({ id, others }: { readonly id: string; readonly others: readonly string[] }) {
  const { value: view, failure } = useAsk('articles.read', { id })
  if (failure) return <Refusal failure={failure} />
  return view ? <Reviewed view={view} others={others} /> : null
}

type Look = 'changes' | 'clean'

function Reviewed({ view, others }: { readonly view: ArticleView; readonly others: readonly string[] }) {
  const [, go] = useLocation()
  const [look, setLook] = useState<Look>('changes')
  const { failure, seenTo, setFailure } = useRefusal(view)
  const { sheet, start, close, perform, isBusy } = useStartAct(view, setFailure)
  const desk = useDesk()
  const shown = view.standingVersion || view.draftVersion
  const bases = comparisonBases(view, shown)
  const [chosen, setChosen] = useState('')
  const base = bases.find(({ hash }) => hash === chosen) ?? bases[0]
  useReadMark(view, shown)
  const after = useAsk('versions.read', { id: view.row.id, version: shown })
  const before = useAsk('versions.read', { id: view.row.id, version: base?.hash ?? shown }, { enabled: base !== undefined })
  const { comparison, isUnderWay } = useComparison(before.value?.version, after.value?.version)
  const isCompared = base !== undefined
  const fields = useChangedFields(before.value?.version, after.value?.version)
  const changes = useMemo(() => (isCompared && comparison ? changesOf(comparison, fields) : []), [isCompared, comparison, fields])
  const [at, setAt] = useState(-1)
  const text = useRef<HTMLElement>(null)
  const choose = (index: number) => {
    if (changes.length === 0) return
    setLook('changes')
    setAt(Math.min(changes.length - 1, Math.max(0, index)))
  }
  const current = look === 'changes' ? changes[at]?.block : undefined
  useEffect(() => {
    if (current !== undefined) text.current?.querySelector('[data-current]')?.scrollIntoView({ block: 'center' })
  }, [current, at])
  useListKeys({
    n: () => choose(at + 1),
    p: () => choose(at - 1),
    ...(offers(view, 'approve') ? { a: () => start('approve') } : {}),
    ...(offers(view, 'request_changes') ? { d: () => start('request_changes') } : {}),
  })
  const number = view.versions.find(({ hash }) => hash === shown)?.n
  const obstacle = view.acts.find(({ act }) => act === 'approve')?.refusal ?? ''
  const hasLetters = useChosenKeys((chosen) => chosen.letters)
  const problem = after.failure ?? before.failure
  return (
    <div className={styles.review}>
      <ArticleBar view={view} onFailure={setFailure} hasActs={false}>
        <Link href={`/compose/${view.row.id}`} className={styles.link}>
          Open in Compose
        </Link>
        {others[0] ? <Button onClick={() => go(`/review/${others[0]}`)}>{`Next (${others.length} left)`}</Button> : null}
      </ArticleBar>
      <div className={styles.panes}>
        <section className={styles.text} aria-label="Submitted version" data-pane tabIndex={0} ref={text}>
          {bases.length > 0 ? (
            <div className={styles.looks} role="group" aria-label="Show">
              {bases.map((other) => (
                <button
                  key={other.hash}
                  type="button"
                  aria-pressed={look === 'changes' && other.hash === base?.hash}
                  onClick={() => {
                    setAt(-1)
                    setChosen(other.hash)
                    setLook('changes')
                  }}
                >
                  {other.words}
                </button>
              ))}
              <button type="button" aria-pressed={look === 'clean'} onClick={() => setLook('clean')}>
                Clean
              </button>
              {/* In the row, so that the text does not move when it is done. */}
              {base && look === 'changes' && isUnderWay ? (
                <p className={styles.soft} role="status">
                  Looking for what changed…
                </p>
              ) : null}
            </div>
          ) : null}
          {problem ? <Refusal failure={problem} /> : null}
          {after.value ? (
            <>
              {base && look === 'changes' ? <ChangedFields fields={fields} current={current?.replace(/^field /, '')} /> : null}
              <Words comparison={base && look === 'changes' ? comparison : undefined} view={after.value.version} current={current} />
            </>
          ) : null}
        </section>
        <section className={styles.side} aria-label="Before you approve" data-pane tabIndex={0}>
          <h2>Before you approve</h2>
          <BeforeYouApprove
            view={view}
            version={after.value?.version}
            changed={base && comparison ? comparison.edits + fields.length : undefined}
          />
          {changes.length > 0 ? (
            <>
              <h2>Changes, {changes.length}</h2>
              <ChangesList changes={changes} at={at} onChoose={choose} />
            </>
          ) : null}
          <h2>Decisions so far</h2>
          <Decisions view={view} />
          <details className={styles.all}>
            <summary>Versions and everything that happened</summary>
            <History view={view} />
          </details>
        </section>
        <section className={styles.decision} aria-label="Decision" data-pane>
          {failure ? <Refusal failure={failure} seenTo={seenTo} onClose={() => setFailure(undefined)} /> : null}
          {number && offers(view, 'approve') ? <p className={styles.soft}>Approving is of version {number} and no other words.</p> : null}
          {/* Pressed all the same it is said above, and once. */}
          {obstacle && obstacle !== failure?.message ? <p className={styles.obstacle}>{obstacle}</p> : null}
          {hasLetters && offers(view, 'approve') ? (
            <p className={styles.keys}>
              {changes.length > 0 ? (
                <>
                  <kbd>N</kbd> <kbd>P</kbd> changes ·{' '}
                </>
              ) : null}
              <kbd>D</kbd> asks for changes · <kbd>A</kbd> approves
            </p>
          ) : null}
          {offers(view, 'approve') ? null : <p className={styles.soft}>{nextWords(others.length)}</p>}
          <div className={styles.buttons}>
            {offers(view, 'approve') ? null : <Button onClick={() => go('/review')}>All in review</Button>}
            {offers(view, 'request_changes') ? (
              <Button onClick={() => start('request_changes')}>{actLabel('request_changes')}</Button>
            ) : null}
            {offers(view, 'approve') ? (
              <Button look="primary" onClick={() => start('approve')} aria-disabled={isBusy || undefined}>
                {actLabel('approve')}
              </Button>
            ) : null}
            {view.acts.some(({ act }) => act === 'publish') ? (
              <Button look="primary" onClick={() => start('publish')}>
                {actLabel('publish')}
              </Button>
            ) : null}
          </div>
        </section>
      </div>
      {sheet ? <ActSheet act={sheet} view={view} zone={desk.zone} onPerform={perform} onClose={close} /> : null}
    </div>
  )
}

/** Where nothing is left to approve here: whether there is elsewhere. */
function nextWords(others: number): string {
  return others === 0
    ? 'Nothing else waits for your decision.'
    : `${counted(others, 'other piece waits', 'other pieces wait')} for your decision: “Next”, above, opens the first.`
}

function offers(view: ArticleView, act: 'approve' | 'request_changes'): boolean {
  return view.acts.some((offered) => offered.act === act)
}

function Words({
  comparison,
  view,
  current,
}: {
  readonly comparison: Comparison | undefined
  readonly current: string | undefined
  readonly view: Parameters<typeof DocumentView>[0]['document']
}) {
  return comparison ? <ComparisonView comparison={comparison} current={current} /> : <DocumentView document={view} />
}
