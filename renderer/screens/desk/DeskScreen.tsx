/** The Desk: work in hand, newest first, with what each piece waits for. */
import { Search } from 'lucide-react'
import { useCallback, useEffect, useRef, useState } from 'react'
import { useLocation } from 'wouter'
import type { ArticleRow } from '../../../shared/contract/articles.ts'
import { editionStates, stateWords } from '../../../shared/desk/edition.ts'
import type { Failure } from '../../../shared/result.ts'
import { warmUp } from '../../editor/warmUp.ts'
import { useAsk } from '../../state/ask.ts'
import { count, counted } from '../../state/dates.ts'
import { useDesk } from '../../state/desk.ts'
import { useChosenKeys } from '../../state/keys.ts'
import { useListKeys } from '../../state/listKeys.ts'
import { usePages } from '../../state/pages.ts'
import { useNewArticle } from '../../state/newArticle.ts'
import { type DeskFilter, forgetFilter, useSavedFilters } from '../../state/savedFilters.ts'
import { useSinceLastVisit } from '../../state/sinceLastVisit.ts'
import { useSteady } from '../../state/steady.ts'
import { afterPaint } from '../../state/whenIdle.ts'
import { Button } from '../../ui/Button.tsx'
import { SelectField } from '../../ui/Field.tsx'
import { Empty, Page } from '../../ui/Page.tsx'
import { Refusal } from '../../ui/Refusal.tsx'
import { ArticleTable } from './ArticleTable.tsx'
import { BulkActs } from './BulkActs.tsx'
import styles from './DeskScreen.module.css'
import { ImportButton } from './ImportButton.tsx'
import { NameFilterSheet } from './NameFilterSheet.tsx'
import { SettingUpReminder } from './SettingUpReminder.tsx'
import { SinceLastVisit } from './SinceLastVisit.tsx'
import { useWaitingWords, WordsReminder } from './WordsReminder.tsx'

const filters: readonly { readonly id: NonNullable<DeskFilter['filter']>; readonly label: string }[] = [
  { id: 'all', label: 'All' },
  { id: 'mine', label: 'Mine' },
  { id: 'waiting', label: 'Waiting on me' },
  { id: 'approved', label: 'Approved' },
]

const none: ReadonlySet<string> = new Set()

export function DeskScreen() {
  const desk = useDesk()
  const [, go] = useLocation()
  const [wanted, setWanted] = useState<DeskFilter>({ filter: 'all', words: '' })
  const { filter = 'all', state, words = '' } = wanted
  const [chosen, setChosen] = useState<ReadonlySet<string>>(none)
  const [refused, setRefused] = useState<Failure | undefined>()
  const [isNaming, setNaming] = useState(false)
  const { saved } = useSavedFilters()
  const hasLetters = useChosenKeys((keys) => keys.letters)
  const setFilter = (next: DeskFilter) => {
    setWanted(next)
    setChosen(none)
  }
  const newArticle = useNewArticle()
  const search = useRef<HTMLInputElement>(null)
  const since = useSinceLastVisit(desk.person?.id ?? '', desk.zone)
  const waiting = useWaitingWords(filter === 'waiting')
  const { pages: found, failure, more } = usePages('articles.list', { filter, words, ...(state ? { state } : {}) })
  // With all that stands above the list: nothing comes in later and moves it.
  const [shown, aim] = useSteady(
    since.words === undefined || waiting === undefined ? undefined : { pages: found, since: since.words, waiting },
  )
  const pages = shown?.pages
  const rows = pages?.flatMap(({ articles }) => articles)
  const chosenRows = rows?.filter(({ id }) => chosen.has(id)) ?? []
  const kept = saved.find((one) => JSON.stringify(one.filter) === JSON.stringify(wanted))
  // What differs from the filters that every desk has, and has no name yet.
  const isOwn = (state !== undefined || words !== '') && !kept
  const choose = useCallback(
    (id: string) => setChosen((before) => new Set(before.has(id) ? [...before].filter((other) => other !== id) : [...before, id])),
    [],
  )
  const onOpen = useCallback(
    (row: ArticleRow) => go(row.state === 'in_review' && row.waitsForMe ? `/review/${row.id}` : `/compose/${row.id}`),
    [go],
  )
  const total = pages?.[0]?.total ?? 0
  const isShown = pages !== undefined
  // Whoever looks at the list opens a piece next.
  useEffect(() => (isShown ? afterPaint(() => warmUp()) : undefined), [isShown])
  useListKeys({ n: () => void newArticle(), '/': () => search.current?.focus() })
  const actions = (
    <>
      <label className={styles.search}>
        <Search size={16} aria-hidden="true" />
        <input
          ref={search}
          type="search"
          dir="auto"
          aria-label="Filter by headline"
          placeholder="Filter by headline"
          value={words}
          maxLength={200}
          onChange={(event) => setFilter({ ...wanted, words: event.target.value })}
        />
      </label>
      <ImportButton />
      <Button look="primary" keyCap={hasLetters ? 'N' : undefined} onClick={() => void newArticle()}>
        New article
      </Button>
    </>
  )
  return (
    <Page title="Desk" subtitle="Work in hand, newest first." actions={actions}>
      <SettingUpReminder />
      <SinceLastVisit words={shown?.since ?? ''} onClose={since.close} />
      <WordsReminder waiting={shown?.waiting ?? []} />
      <div className={styles.filters}>
        <div role="group" aria-label="Show" className={styles.shown}>
          {filters.map(({ id, label }) => (
            <button
              key={id}
              type="button"
              className={styles.filter}
              aria-pressed={filter === id && !state && words === ''}
              onClick={() => setFilter({ filter: id, words: '' })}
            >
              {label} <FilterCount filter={{ filter: id }} besides={id === 'waiting' ? desk.waiting.settings : 0} />
            </button>
          ))}
          {saved.map(({ name, filter: kept }) => (
            <button
              key={name}
              type="button"
              className={styles.filter}
              aria-pressed={JSON.stringify(kept) === JSON.stringify(wanted)}
              onClick={() => setFilter(kept)}
            >
              {name} <FilterCount filter={kept} />
            </button>
          ))}
        </div>
        <SelectField
          label="State"
          value={state ?? ''}
          onChange={({ target }) => {
            const { state: _before, ...others } = wanted
            const next = editionStates.find((one) => one === target.value)
            setFilter(next ? { ...others, state: next } : others)
          }}
          choices={[{ value: '', label: 'Any' }, ...editionStates.map((one) => ({ value: one, label: stateWords[one] }))]}
        />
        {isOwn ? <Button onClick={() => setNaming(true)}>Save this filter…</Button> : null}
        {kept ? (
          <Button look="quiet" onClick={() => forgetFilter(kept.name)}>
            Forget “{kept.name}”
          </Button>
        ) : null}
      </div>
      {isNaming ? <NameFilterSheet filter={wanted} onClose={() => setNaming(false)} /> : null}
      {refused ? <Refusal failure={refused} onClose={() => setRefused(undefined)} /> : null}
      {failure ? <Refusal failure={failure} /> : null}
      {rows?.length === 0 && !(filter === 'waiting' && desk.waiting.settings > 0) ? (
        <Nothing filter={state ?? filter} words={words} onNew={() => void newArticle()} />
      ) : null}
      {rows && rows.length > 0 ? (
        <div className={chosenRows.length > 0 ? styles.aboveBulk : ''} {...aim}>
          <ArticleTable
            pages={pages?.map(({ articles }) => articles) ?? []}
            total={total}
            desk={desk}
            chosen={chosen}
            onChoose={choose}
            onOpen={onOpen}
          />
          <p className={styles.keys}>
            {hasLetters ? (
              <>
                <kbd>J</kbd> <kbd>K</kbd> move · <kbd>Enter</kbd> open · <kbd>X</kbd> choose · <kbd>N</kbd> new article · <kbd>/</kbd>{' '}
                filter ·{' '}
              </>
            ) : null}
            {rows.length < total ? `${count(rows.length)} of ` : ''}
            {counted(total, 'article', 'articles')}
          </p>
        </div>
      ) : null}
      {more ? <Button onClick={more}>Show more</Button> : null}
      {/* Below: the rows stay where they are while one after another is chosen. */}
      {chosenRows.length > 0 ? <BulkActs rows={chosenRows} onDone={() => setChosen(none)} onFailure={setRefused} /> : null}
    </Page>
  )
}

/** `besides`: what the filter shows that is no article. */
function FilterCount({ filter, besides = 0 }: { readonly filter: DeskFilter; readonly besides?: number }) {
  const { value } = useAsk('articles.list', { ...filter, limit: 1 }, { keep: true })
  return value ? <span className={styles.count}>{count(value.total + besides)}</span> : null
}

function Nothing({ filter, words, onNew }: { readonly filter: string; readonly words: string; readonly onNew: () => void }) {
  if (words !== '') return <p className={styles.nothing}>No headline holds “{words}”.</p>
  if (filter !== 'all') return <p className={styles.nothing}>Nothing here at the moment.</p>
  return (
    <Empty title="Nothing is written yet">
      <p>Begin an article, or bring in texts you have: .txt, .md and .html files. Everything is saved on this computer as you type.</p>
      <div>
        <Button look="primary" onClick={onNew}>
          New article
        </Button>
      </div>
    </Empty>
  )
}
