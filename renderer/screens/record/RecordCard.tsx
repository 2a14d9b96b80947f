/** What the Record says of one piece: each edition with its digest, address and receipts, then its versions and everything that happened. */
import type { ArticleView } from '../../../shared/contract/articles.ts'
import type { Receipt } from '../../../shared/contract/record.ts'
import { useAsk } from '../../state/ask.ts'
import { counted, shortDate } from '../../state/dates.ts'
import { useDesk } from '../../state/desk.ts'
import { siteAddress } from '../../state/siteAddress.ts'
import { Page } from '../../ui/Page.tsx'
import { Refusal } from '../../ui/Refusal.tsx'
import { History } from '../compose/History.tsx'
import { kindNames } from './kindNames.ts'
import { RecordParts } from './RecordParts.tsx'
import styles from './RecordScreen.module.css'

export function RecordCard({ id }: { readonly id: string }) {
  const { value, failure } = useAsk('articles.read', { id })
  const { value: kept } = useAsk('record.receipts', { id })
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
            edition={edition}
            version={value.versions.find(({ hash }) => hash === edition.publication?.version)?.n}
            receipts={kept?.receipts.filter((receipt) => receipt.edition === edition.n) ?? []}
          />
        ))}
      <History view={value} />
    </Page>
  )
}

interface EditionCardProps {
  readonly edition: ArticleView['edition']
  readonly version: number | undefined
  readonly receipts: readonly Receipt[]
}

function EditionCard({ edition: { n, kind, publication, notReviewed }, version, receipts }: EditionCardProps) {
  const { zone } = useDesk()
  if (!publication) return null
  return (
    <section className={styles.edition} aria-label={`Edition ${n}`}>
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
          <a href={siteAddress(publication.address)} target="_blank" rel="noreferrer">
            {publication.address}
          </a>
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
    </section>
  )
}
