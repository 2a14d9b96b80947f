/** The register of what was put right, withdrawn, retracted or taken down: what must not be repeated was never kept with the edition, and is told by its note. */
import { Link } from 'wouter'
import type { CorrectionRow } from '../../../shared/contract/record.ts'
import { fullDate } from '../../../shared/site/dates.ts'
import { usePages } from '../../state/pages.ts'
import { Button } from '../../ui/Button.tsx'
import { Empty, Page } from '../../ui/Page.tsx'
import { Refusal } from '../../ui/Refusal.tsx'
import { CorrectionWords } from './CorrectionWords.tsx'
import { kindNames } from '../../../shared/desk/kindNames.ts'
import { RecordParts } from './RecordParts.tsx'
import styles from './RecordScreen.module.css'

export function CorrectionsRegister() {
  const { pages, failure, more } = usePages('record.corrections', {})
  const rows = pages?.flatMap(({ corrections }) => corrections)
  return (
    <Page title="Corrections" subtitle="What was wrong and what is right. Nothing leaves the register." actions={<RecordParts />}>
      {failure ? <Refusal failure={failure} /> : null}
      {rows?.length === 0 ? (
        <Empty title="Nothing has been put right yet">
          <p>
            “Start a correction” on a published piece opens its text beside the page that readers have; what changed then stands here too.
          </p>
        </Empty>
      ) : null}
      <ul role="list" className={styles.list}>
        {rows?.map((row) => (
          <li key={`${row.article} ${row.edition}`}>
            <Entry row={row} />
          </li>
        ))}
      </ul>
      {more ? <Button onClick={more}>Show earlier</Button> : null}
    </Page>
  )
}

function Entry({ row }: { readonly row: CorrectionRow }) {
  return (
    <>
      <Link href={`/record/${row.article}`} className={styles.headline} dir="auto">
        {row.headline || 'Untitled'}
      </Link>
      <p className={styles.soft}>
        <strong>{kindNames[row.kind]}</strong> · {fullDate(row.at)} · edition {row.edition} of number {row.number}
      </p>
      <CorrectionWords changeNote={row.changeNote} notes={row.notes} />
    </>
  )
}
