/** The Record: what was published, by number, with its digest; and a search over everything ever kept. */
import { useState } from 'react'
import { Link, useLocation, useSearch } from 'wouter'
import type { ArticleRow } from '../../../shared/contract/articles.ts'
import { kindNames } from '../../../shared/desk/kindNames.ts'
import { dayKey, shortDate } from '../../state/dates.ts'
import { useDesk } from '../../state/desk.ts'
import { usePages } from '../../state/pages.ts'
import { Button } from '../../ui/Button.tsx'
import { TextField } from '../../ui/Field.tsx'
import { Empty, Page } from '../../ui/Page.tsx'
import { Refusal } from '../../ui/Refusal.tsx'
import { CorrectionsRegister } from './CorrectionsRegister.tsx'
import { RecordCard } from './RecordCard.tsx'
import { RecordParts } from './RecordParts.tsx'
import styles from './RecordScreen.module.css'
import { SearchEverything } from './SearchEverything.tsx'
import { VerifyEverything } from './VerifyEverything.tsx'
import { Years } from './Years.tsx'

export function RecordScreen({ id }: { readonly id: string | undefined }) {
  const [words, setWords] = useWords()
  const [year, setYear] = useState('')
  if (id === 'corrections') return <CorrectionsRegister />
  if (id) return <RecordCard id={id} />
  return (
    <Page title="Record" subtitle="Everything published, and a search over everything ever kept." actions={<RecordParts />}>
      <div className={styles.search}>
        <TextField
          label="Search everything"
          type="search"
          value={words}
          maxLength={400}
          onChange={(event) => setWords(event.target.value)}
          help="Headlines first, then newest first. The last word may be unfinished."
        />
        <VerifyEverything />
      </div>
      {words.trim() === '' ? (
        <div className={styles.record}>
          <Years chosen={year} onChoose={setYear} />
          <div>
            <Published key={year} year={year} />
          </div>
        </div>
      ) : (
        <SearchEverything words={words} />
      )}
    </Page>
  )
}

/** The words stand in the address: whoever comes back from a hit finds the others. */
function useWords(): readonly [string, (words: string) => void] {
  const [, go] = useLocation()
  const words = new URLSearchParams(useSearch()).get('words') ?? ''
  return [
    words,
    (wanted) => go(wanted === '' ? '/record' : `/record?${new URLSearchParams({ words: wanted }).toString()}`, { replace: true }),
  ]
}

function Published({ year: chosen }: { readonly year: string }) {
  const desk = useDesk()
  const { pages, failure, more } = usePages('articles.list', { filter: 'published', year: chosen })
  if (failure) return <Refusal failure={failure} />
  const rows = pages?.flatMap(({ articles }) => articles)
  if (!rows) return null
  if (rows.length === 0) {
    return (
      <Empty title="Nothing is published yet">
        <p>Each edition that goes out gets a number and a digest here, chained to the one before it, so that it can be checked for ever.</p>
      </Empty>
    )
  }
  const sections = years(rows, desk.zone).map(([year, published]) => (
    <section key={year} aria-label={year}>
      <h2 className={styles.year}>{year}</h2>
      <ul role="list" className={styles.list}>
        {published.map((row) => (
          <li key={row.id} className={styles.entry}>
            <span className={styles.number}>
              <span className="visually-hidden">Number </span>
              {row.number}
            </span>
            <div>
              <Link href={`/record/${row.id}`} className={styles.headline} dir="auto">
                {row.headline || 'Untitled'}
              </Link>
              <p className={styles.soft}>
                {row.byline || 'Unsigned'} · {shortDate(row.publishedAt, desk.zone)}
                {row.publicStatus === 'live' ? '' : ` · ${row.publicStatus.replaceAll('_', ' ')}`}
                {row.putRight ? (
                  <>
                    {' · '}
                    <strong>
                      {kindNames[row.putRight.kind]} {shortDate(row.putRight.at, desk.zone)}
                    </strong>
                  </>
                ) : null}
              </p>
            </div>
          </li>
        ))}
      </ul>
    </section>
  ))
  return (
    <>
      {sections}
      {more ? <Button onClick={more}>Show earlier</Button> : null}
    </>
  )
}

/** Newest year first, in the order the rows come in. */
function years(rows: readonly ArticleRow[], zone: string): readonly (readonly [string, readonly ArticleRow[]])[] {
  const found = new Map<string, ArticleRow[]>()
  for (const row of rows) {
    const year = dayKey(row.publishedAt, zone).slice(0, 4)
    found.set(year, [...(found.get(year) ?? []), row])
  }
  return [...found]
}
