/** What holds these words: pieces as they stand, then what stands in none of them any more, with where it was kept. */
import { Link } from 'wouter'
import type { KeptHit, SearchHit } from '../../../shared/contract/search.ts'
import { stateWords } from '../../../shared/desk/edition.ts'
import { placeWords } from '../../../shared/desk/keptPlace.ts'
import { useAsk } from '../../state/ask.ts'
import { shortDate } from '../../state/dates.ts'
import { useDesk } from '../../state/desk.ts'
import { Refusal } from '../../ui/Refusal.tsx'
import styles from './RecordScreen.module.css'
import { Snippet } from './Snippet.tsx'

export function SearchEverything({ words }: { readonly words: string }) {
  const { value, failure } = useAsk('search.everything', { words }, { keep: true })
  if (failure) return <Refusal failure={failure} />
  if (!value) return null
  const { results, more, kept, moreKept } = value
  if (results.length + kept.length === 0) return <p className={styles.none}>Nothing holds these words.</p>
  return (
    <>
      {results.length > 0 ? (
        <section aria-label="In the text now">
          <h2 className={styles.year}>In the text now</h2>
          <ul role="list" className={styles.list}>
            {results.map((hit) => (
              <li key={hit.id}>
                <Hit hit={hit} to={`/compose/${hit.id}`} />
              </li>
            ))}
            {more ? <li className={styles.soft}>There is more; add a word.</li> : null}
          </ul>
        </section>
      ) : null}
      {kept.length > 0 || moreKept ? (
        <section aria-label="Only in what was kept">
          <h2 className={styles.year}>Only in what was kept</h2>
          <ul role="list" className={styles.list}>
            {kept.map((hit) => (
              <li key={`${hit.id} ${placeOf(hit)}`}>
                <Hit hit={hit} to={placeOf(hit)} />
              </li>
            ))}
            {moreKept ? <li className={styles.soft}>Not everything kept was looked at; add a word.</li> : null}
          </ul>
        </section>
      ) : null}
    </>
  )
}

function Hit({ hit, to }: { readonly hit: SearchHit | KeptHit; readonly to: string }) {
  const { zone } = useDesk()
  const found = 'place' in hit ? placeWords(hit.place) : ''
  return (
    <>
      <Link href={to} className={styles.headline}>
        <bdi>{hit.headline || 'Untitled'}</bdi>
        {'place' in hit ? (
          <span className={styles.place}>
            {found.slice(0, 1).toUpperCase() + found.slice(1)}, {shortDate(hit.place.at, zone)}
          </span>
        ) : null}
      </Link>
      <p className={styles.soft} dir="auto">
        <Snippet text={hit.snippet} />
      </p>
      {hit.state === 'spiked' ? <p className={styles.soft}>{stateWords[hit.state]}</p> : null}
    </>
  )
}

/** Where the words are before one’s eyes: the comparison with the version, the edition’s card, the line of the history. */
function placeOf({ id, place }: KeptHit): string {
  switch (place.kind) {
    case 'version':
    case 'edition':
      return `/record/${id}?version=${place.version}`
    case 'act':
      return `/record/${id}?act=${place.seq}`
    case 'notice':
      return `/record/${id}?edition=${place.edition}`
    case 'correction':
      return place.isPublished ? `/record/${id}?edition=${place.edition}` : `/compose/${id}`
    case 'proposal':
      return `/compose/${id}`
  }
}
