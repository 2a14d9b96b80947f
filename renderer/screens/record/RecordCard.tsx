/** What the Record says of one piece: each edition with its digest, address and receipts, then its versions and everything that happened. */
import { useSearch } from 'wouter'
import type { ArticleView } from '../../../shared/contract/articles.ts'
import type { CorrectionNote } from '../../../shared/desk/version.ts'
import { editionAddress } from '../../../shared/site/address.ts'
import type { Receipt } from '../../../shared/contract/record.ts'
import { useAsk } from '../../state/ask.ts'
import { counted, shortDate } from '../../state/dates.ts'
import { useDesk } from '../../state/desk.ts'
import { siteAddress } from '../../state/siteAddress.ts'
import { Page } from '../../ui/Page.tsx'
import { Refusal } from '../../ui/Refusal.tsx'
import { History } from '../compose/History.tsx'
import { CorrectionWords } from './CorrectionWords.tsx'
import { kindNames } from '../../../shared/desk/kindNames.ts'
import { RecordParts } from './RecordParts.tsx'
import styles from './RecordScreen.module.css'

export function RecordCard({ id }: { readonly id: string }) {
  const { value, failure } = useAsk('articles.read', { id })
  const { value: kept } = useAsk('record.receipts', { id })
  const sentTo = new URLSearchParams(useSearch())
  if (failure) return <Refusal failure={failure} />
  if (!value) return null
  return (
    <Page title={value.row.headline || 'Untitled'} subtitle="What the record says of it." actions={<RecordParts />} isNarrow>
      {value.editions
        .filter(({ publication }) => publication !== undefined)
        .toReversed()
        .map((edition) => (
          <EditionCard
            key={edition.n}
            id={id}
            edition={edition}
            known={edition.n === value.edition.n ? value.fields.correctionNotes : undefined}
            isMarked={sentTo.get('edition') === String(edition.n)}
            version={value.versions.find(({ hash }) => hash === edition.publication?.version)?.n}
            address={addressOf(edition, kept?.kept)}
            receipts={kept?.receipts.filter((receipt) => receipt.edition === edition.n) ?? []}
          />
        ))}
      <History
        key={sentTo.toString()}
        view={value}
        opened={sentTo.get('version') ?? ''}
        {...(sentTo.has('act') && { marked: Number(sentTo.get('act')) })}
      />
    </Page>
  )
}

interface EditionCardProps {
  readonly id: string
  /** Its corrections as the desk has them; undefined: as they were printed. */
  readonly known: readonly CorrectionNote[] | undefined
  readonly isMarked: boolean
  readonly edition: ArticleView['edition']
  /** Where readers find it; empty: nowhere. */
  readonly address: string
  readonly version: number | undefined
  readonly receipts: readonly Receipt[]
}

function EditionCard({
  id,
  known,
  isMarked,
  edition: { n, kind, publication, notReviewed },
  address,
  version,
  receipts,
}: EditionCardProps) {
  const { zone } = useDesk()
  if (!publication) return null
  return (
    <section
      className={`${styles.edition} ${isMarked ? styles.marked : ''}`}
      ref={isMarked ? (card) => card?.scrollIntoView({ block: 'center' }) : undefined}
      aria-label={`Edition ${n}`}
    >
      <h2>
        Edition {n} <span className={styles.soft}>{kindNames[kind]}</span>
      </h2>
      <dl className={styles.card}>
        <dt>Number</dt>
        <dd>{publication.number}</dd>
        <dt>Version</dt>
        <dd>
          {version ?? 'as published'}
          {notReviewed ? ', published without review' : ''}
        </dd>
        <dt>Published</dt>
        <dd>{shortDate(publication.at, zone)}</dd>
        <dt>Seen live</dt>
        <dd>{publication.liveAt ? shortDate(publication.liveAt, zone) : 'not yet'}</dd>
        <dt>Address</dt>
        <dd>
          {address ? (
            <a href={siteAddress(address)} target="_blank" rel="noreferrer">
              {address}
            </a>
          ) : (
            'none any more: readers are not shown its words'
          )}
        </dd>
        <dt>Digest</dt>
        <dd className={styles.digest}>{publication.digest.replaceAll(/(.{4})/g, '$1 ').trim()}</dd>
        {receipts.length > 0 ? <dt>Receipts</dt> : null}
        {receipts.map((receipt, index) => (
          <dd key={index}>
            {receipt.destination}: <strong>{receipt.word}</strong> {shortDate(receipt.at, zone)}
            {receipt.files > 0 ? `, ${counted(receipt.files, 'file', 'files')} written` : ''}
          </dd>
        ))}
      </dl>
      {n > 1 ? <WhatItPutRight id={id} version={publication.version} known={known} /> : null}
    </section>
  )
}

/** `kept`: those that another has replaced and that keep a page of their own; undefined while it is asked. [SI13] */
function addressOf({ n, state, publication }: ArticleView['edition'], kept: readonly number[] | undefined): string {
  const address = publication?.address ?? ''
  if (state !== 'superseded') return address
  return kept?.includes(n) === false ? '' : editionAddress(address, n)
}

interface WhatItPutRightProps extends Pick<EditionCardProps, 'id' | 'known'> {
  readonly version: string
}

/** Its own words on what was wrong and what is right, with what readers are not shown while the desk has it. */
function WhatItPutRight({ id, version, known }: WhatItPutRightProps) {
  const { value } = useAsk('versions.read', { id, version })
  if (!value) return null
  return <CorrectionWords changeNote={value.version.changeNote} notes={known ?? value.version.correctionNotes} />
}
