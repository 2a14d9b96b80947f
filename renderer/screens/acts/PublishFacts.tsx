/** What publishing means this time: for whom, where, when, at which address, what changes, how it is undone. [QU13] */
import type { ArticleView } from '../../../shared/contract/articles.ts'
import type { EveryAct } from '../../../shared/desk/everyAct.ts'
import { asksNotToRepeat, isShown } from '../../../shared/site/earlier.ts'
import { useAsk } from '../../state/ask.ts'
import { counted } from '../../state/dates.ts'
import { pagesTouched, versionWords } from './pagesTouched.ts'
import styles from './PublishFacts.module.css'
import { cityOf, instantWords } from './scheduleWords.ts'

export interface PublishFactsProps {
  readonly view: ArticleView
  readonly act: EveryAct
  readonly zone: string
}

export function PublishFacts({ view, act, zone }: PublishFactsProps) {
  const { value } = useAsk('settings.read', {})
  const { value: preview } = useAsk('preview.of', { id: view.row.id })
  const settings = value?.settings
  const category = settings?.categories.find(({ slug }) => slug === view.fields.category)?.name
  const version = versionWords(view, act)
  const undo = settings?.undoSeconds ?? 0
  const facts: readonly (readonly [string, string])[] = [
    ...(version ? [['Version', version] as const] : []),
    ['For', view.fields.access === 'registered' ? 'Registered readers; everybody sees headline and standfirst' : 'Everybody'],
    ['To', settings?.destinations.map(({ name }) => name).join(', ') || 'No destination is set'],
    ['Address', preview ? `${(settings?.baseUrl ?? '').replace(/\/$/, '')}${preview.address}` : '…'],
    ['Byline', view.row.byline || 'None: the contributors’ note stands alone'],
    ['Changes', pagesTouched({ ...view.edition, keepsBefore: keepsBefore(view) }, category)],
    ...(act === 'schedule'
      ? []
      : [
          [
            'When',
            `${undo > 0 ? `In ${counted(undo, 'second', 'seconds')}; until then it can be undone` : 'At once'}. On the clock of ${cityOf(zone)}`,
          ] as const,
          ['By', 'This computer; it must stay on until the piece is live'] as const,
        ]),
    ...(view.fields.embargo ? [['Embargo', `Not before ${instantWords(view.fields.embargo, zone)}`] as const] : []),
  ]
  return (
    <dl className={styles.facts}>
      {facts.map(([name, words]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>{words}</dd>
        </div>
      ))}
    </dl>
  )
}

/** By the rule that lays the pages: not what must not be repeated, nor a notice in the place of the words. */
function keepsBefore({ editions, edition, fields }: ArticleView): boolean {
  const before = editions.findLast(({ n, publication }) => n < edition.n && publication !== undefined)
  return before !== undefined && isShown(before.kind) && !asksNotToRepeat(fields)
}
