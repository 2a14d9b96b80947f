/** Review: the submitted version beside the last one, what stands in the way, and one decision. */
import { useMemo, useState } from 'react'
import { Link, useLocation } from 'wouter'
import type { ArticleView } from '../../../shared/contract/articles.ts'
import { gateNames } from '../../../shared/desk/edition.ts'
import type { MediaUse } from '../../../shared/desk/version.ts'
import { type Comparison, compareDocuments } from '../../../shared/document/compare.ts'
import type { Failure } from '../../../shared/result.ts'
import { ComparisonView } from '../../document/ComparisonView.tsx'
import { DocumentView } from '../../document/DocumentView.tsx'
import { useAsk } from '../../state/ask.ts'
import { shortDate } from '../../state/dates.ts'
import { nameOf, useDesk } from '../../state/desk.ts'
import { Button } from '../../ui/Button.tsx'
import { Empty, Page } from '../../ui/Page.tsx'
import { Refusal } from '../../ui/Refusal.tsx'
import { ActSheet } from '../acts/ActSheet.tsx'
import { ArticleBar } from '../acts/ArticleBar.tsx'
import { actLabel, gateWords } from '../acts/actLabels.ts'
import { instantWords } from '../acts/scheduleWords.ts'
import { useStartAct } from '../acts/useStartAct.ts'
import { History } from '../compose/History.tsx'
import { comparisonBases, useReadMark } from './bases.ts'
import { PictureCheck } from './PictureCheck.tsx'
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
  const [failure, setFailure] = useState<Failure | undefined>()
  const { sheet, start, close, perform, isBusy } = useStartAct(view, setFailure)
  const desk = useDesk()
  const shown = view.standingVersion || view.draftVersion
  const bases = comparisonBases(view, shown)
  const [chosen, setChosen] = useState('')
  const base = bases.find(({ hash }) => hash === chosen) ?? bases[0]
  useReadMark(view, shown)
  const after = useAsk('versions.read', { id: view.row.id, version: shown })
  const before = useAsk('versions.read', { id: view.row.id, version: base?.hash ?? shown }, { enabled: base !== undefined })
  const comparison = useMemo(
    () => (before.value && after.value ? compareDocuments(before.value.version, after.value.version) : undefined),
    [before.value, after.value],
  )
  const number = view.versions.find(({ hash }) => hash === shown)?.n
  const offers = (act: 'approve' | 'request_changes') => view.acts.some((offered) => offered.act === act)
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
        <section className={styles.text} aria-label="Submitted version" data-pane tabIndex={0}>
          {bases.length > 0 ? (
            <div className={styles.looks} role="group" aria-label="Show">
              {bases.map((other) => (
                <button
                  key={other.hash}
                  type="button"
                  aria-pressed={look === 'changes' && other.hash === base?.hash}
                  onClick={() => {
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
            </div>
          ) : null}
          {problem ? <Refusal failure={problem} /> : null}
          {after.value ? <Words comparison={base && look === 'changes' ? comparison : undefined} view={after.value.version} /> : null}
        </section>
        <section className={styles.side} aria-label="Before you approve" data-pane tabIndex={0}>
          <h2>Before you approve</h2>
          <BeforeYouApprove view={view} media={after.value?.version.media ?? []} comparison={base ? comparison : undefined} />
          {view.edition.submission ? (
            <p className={styles.submitted}>
              Submitted by {nameOf(desk, view.edition.submission.by)}, {shortDate(view.edition.submission.at, desk.zone)}.
              {view.edition.submission.note ? <q className={styles.note}>{view.edition.submission.note}</q> : null}
            </p>
          ) : null}
          <History view={view} />
        </section>
        <section className={styles.decision} aria-label="Decision" data-pane>
          {failure ? <Refusal failure={failure} onClose={() => setFailure(undefined)} /> : null}
          {number && offers('approve') ? <p className={styles.soft}>Approving is of version {number} and no other words.</p> : null}
          <div className={styles.buttons}>
            {offers('request_changes') ? <Button onClick={() => start('request_changes')}>{actLabel('request_changes')}</Button> : null}
            {offers('approve') ? (
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

function Words({
  comparison,
  view,
}: {
  readonly comparison: Comparison | undefined
  readonly view: Parameters<typeof DocumentView>[0]['document']
}) {
  return comparison ? <ComparisonView comparison={comparison} /> : <DocumentView document={view} />
}

interface BeforeYouApproveProps {
  readonly view: ArticleView
  readonly media: readonly MediaUse[]
  readonly comparison: Comparison | undefined
}

function BeforeYouApprove({ view, media, comparison }: BeforeYouApproveProps) {
  const { fields, edition } = view
  const { zone } = useDesk()
  const { value } = useAsk('settings.read', {})
  const category = value?.settings.categories.find(({ slug }) => slug === fields.category)?.name ?? fields.category
  const gates = gateNames.flatMap((name) => (edition.gates[name] ? [`${gateWords[name]}: ${edition.gates[name].state}`] : []))
  return (
    <dl className={styles.checks}>
      <dt>Byline as printed</dt>
      <dd>{view.row.byline || 'No line; the contributors’ note stands alone'}</dd>
      <dt>Category</dt>
      <dd>{category || 'None'}</dd>
      <dt>Who may read it</dt>
      <dd>{fields.access === 'open' ? 'Everybody' : 'Registered readers; headline, standfirst and a notice are public'}</dd>
      <dt>Embargo</dt>
      <dd>{fields.embargo === '' ? 'None' : `Not before ${instantWords(fields.embargo, zone)}`}</dd>
      <dt>Gates</dt>
      <dd>{gates.length > 0 ? gates.join(', ') : 'None required'}</dd>
      <PictureCheck media={media} />
      {edition.hold ? (
        <>
          <dt>On hold</dt>
          <dd>{edition.hold.reason}</dd>
        </>
      ) : null}
      {comparison ? (
        <>
          <dt>Changed</dt>
          <dd>{comparison.edits === 1 ? '1 place' : `${comparison.edits} places`}</dd>
        </>
      ) : null}
    </dl>
  )
}
