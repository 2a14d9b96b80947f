/** The Desk: work in hand, newest first, with what each piece waits for. */
import { Search } from 'lucide-react'
import { useRef, useState } from 'react'
import { useLocation } from 'wouter'
import type { Input } from '../../../shared/contract/contract.ts'
import { useAsk } from '../../state/ask.ts'
import { count, counted } from '../../state/dates.ts'
import { useDesk } from '../../state/desk.ts'
import { useListKeys } from '../../state/listKeys.ts'
import { usePages } from '../../state/pages.ts'
import { useNewArticle } from '../../state/newArticle.ts'
import { Button } from '../../ui/Button.tsx'
import { Empty, Page } from '../../ui/Page.tsx'
import { Refusal } from '../../ui/Refusal.tsx'
import { ArticleTable } from './ArticleTable.tsx'
import styles from './DeskScreen.module.css'
import { ImportButton } from './ImportButton.tsx'
import { SettingUpReminder } from './SettingUpReminder.tsx'

type Filter = NonNullable<Input<'articles.list'>['filter']>

const filters: readonly { readonly id: Filter; readonly label: string }[] = [
  { id: 'all', label: 'All' },
  { id: 'mine', label: 'Mine' },
  { id: 'waiting', label: 'Waiting on me' },
  { id: 'approved', label: 'Approved' },
]

export function DeskScreen() {
  const desk = useDesk()
  const [, go] = useLocation()
  const [filter, setFilter] = useState<Filter>('all')
  const [words, setWords] = useState('')
  const newArticle = useNewArticle()
  const search = useRef<HTMLInputElement>(null)
  const { pages, failure, more } = usePages('articles.list', { filter, words })
  const rows = pages?.flatMap(({ articles }) => articles)
  const total = pages?.[0]?.total ?? 0
  useListKeys({ n: () => void newArticle(), '/': () => search.current?.focus() })
  const actions = (
    <>
      <label className={styles.search}>
        <Search size={16} aria-hidden="true" />
        <input
          ref={search}
          type="search"
          aria-label="Filter by headline"
          placeholder="Filter by headline"
          value={words}
          maxLength={200}
          onChange={(event) => setWords(event.target.value)}
        />
      </label>
      <ImportButton />
      <Button look="primary" keyCap="N" onClick={() => void newArticle()}>
        New article
      </Button>
    </>
  )
  return (
    <Page title="Desk" subtitle="Work in hand, newest first." actions={actions}>
      <SettingUpReminder />
      <div className={styles.filters} role="group" aria-label="Show">
        {filters.map(({ id, label }) => (
          <button key={id} type="button" className={styles.filter} aria-pressed={filter === id} onClick={() => setFilter(id)}>
            {label}
            <FilterCount filter={id} />
          </button>
        ))}
      </div>
      {failure ? <Refusal failure={failure} /> : null}
      {rows?.length === 0 ? <Nothing filter={filter} words={words} onNew={() => void newArticle()} /> : null}
      {rows && rows.length > 0 ? (
        <>
          <ArticleTable
            rows={rows}
            desk={desk}
            onOpen={(row) => go(row.state === 'in_review' && row.waitsForMe ? `/review/${row.id}` : `/compose/${row.id}`)}
          />
          <p className={styles.keys}>
            <kbd>J</kbd> <kbd>K</kbd> move · <kbd>Enter</kbd> open · <kbd>N</kbd> new article · <kbd>/</kbd> filter ·{' '}
            {rows.length < total ? `${count(rows.length)} of ` : ''}
            {counted(total, 'article', 'articles')}
          </p>
        </>
      ) : null}
      {more ? <Button onClick={more}>Show more</Button> : null}
    </Page>
  )
}

function FilterCount({ filter }: { readonly filter: Filter }) {
  const { value } = useAsk('articles.list', { filter, limit: 1 }, { keep: true })
  return value ? <span className={styles.count}>{count(value.total)}</span> : null
}

function Nothing({ filter, words, onNew }: { readonly filter: Filter; readonly words: string; readonly onNew: () => void }) {
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
