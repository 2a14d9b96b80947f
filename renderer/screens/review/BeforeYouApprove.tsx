/** What is looked at before a piece is approved: what readers will meet, and what still stands in the way. */
import type { ArticleView } from '../../../shared/contract/articles.ts'
import { gateNames } from '../../../shared/desk/edition.ts'
import type { ArticleFields } from '../../../shared/desk/fields.ts'
import type { Version } from '../../../shared/desk/version.ts'
import { fullDate } from '../../../shared/site/dates.ts'
import { useAsk } from '../../state/ask.ts'
import { nameOf, useDesk } from '../../state/desk.ts'
import { gateWords } from '../acts/actLabels.ts'
import { instantWords } from '../acts/scheduleWords.ts'
import { EditionCheck } from './EditionCheck.tsx'
import { PictureCheck } from './PictureCheck.tsx'
import styles from './ReviewScreen.module.css'

export interface BeforeYouApproveProps {
  readonly view: ArticleView
  /** As submitted; absent while it is read. */
  readonly version: Version | undefined
  /** Places that differ, fields among them; undefined: there is nothing to compare with. */
  readonly changed: number | undefined
}

export function BeforeYouApprove({ view, version, changed }: BeforeYouApproveProps) {
  const { fields, edition } = view
  const media = version?.media ?? []
  const desk = useDesk()
  const { value } = useAsk('settings.read', {})
  const { value: preview } = useAsk('preview.of', { id: view.row.id })
  const category = value?.settings.categories.find(({ slug }) => slug === fields.category)?.name ?? fields.category
  const gates = gateNames.flatMap((name) => {
    const gate = edition.gates[name]
    if (!gate) return []
    const who =
      gate.state === 'complete' ? `complete, ${nameOf(desk, gate.by)}` : `required${gate.of ? ` of ${nameOf(desk, gate.of)}` : ''}`
    return [`${gateWords[name]}: ${who}`]
  })
  const rights = rightsWords(fields.rights)
  return (
    <dl className={styles.checks}>
      {version && edition.n > 1 ? <EditionCheck version={version} /> : null}
      <dt>Byline as printed</dt>
      <dd>{view.row.byline || 'No line; the contributors’ note stands alone'}</dd>
      <dt>Category</dt>
      <dd>{category || 'None'}</dd>
      <dt>Who may read it</dt>
      <dd>{fields.access === 'open' ? 'Everybody' : 'Registered readers; headline, standfirst and a notice are public'}</dd>
      <dt>Embargo</dt>
      <dd>{fields.embargo ? `Not before ${instantWords(fields.embargo, desk.zone)}` : 'None'}</dd>
      <dt>Address</dt>
      <dd>{preview?.address ?? '…'}</dd>
      <dt>Gates</dt>
      {gates.length > 0 ? gates.map((words) => <dd key={words}>{words}</dd>) : <dd>None required</dd>}
      <dt>Rights</dt>
      {rights.length > 0 ? (
        rights.map((words) => <dd key={words}>{words}</dd>)
      ) : (
        <dd>{media.length > 0 ? 'Nothing is noted of rights' : 'Nothing is noted'}</dd>
      )}
      <PictureCheck media={media} />
      {edition.hold ? (
        <>
          <dt>On hold</dt>
          <dd>{edition.hold.reason}</dd>
        </>
      ) : null}
      {changed === undefined ? null : (
        <>
          <dt>Changed</dt>
          <dd>{changed === 1 ? '1 place' : `${changed} places`}</dd>
        </>
      )}
    </dl>
  )
}

/** Whose, under which licence, asked on which day: what of it is noted, a line each. */
function rightsWords({ whose, licence, askedOn }: ArticleFields['rights']): readonly string[] {
  return [whose, licence && `Licence: ${licence}`, askedOn && `Asked on ${fullDate(askedOn)}`].filter((words) => words !== '')
}
