/** What withdrawing, retracting and taking down ask: the words readers will find, and why, for the desk alone. */
import type { ArticleView } from '../../../shared/contract/articles.ts'
import { type StatusAct, statusMoves, statusWords } from '../../../shared/desk/publicStatus.ts'
import { useAsk } from '../../state/ask.ts'
import { nameOf, useDesk } from '../../state/desk.ts'
import { TextArea } from '../../ui/Field.tsx'
import styles from './PublishFacts.module.css'

export interface NoticeFieldsProps {
  readonly act: StatusAct
  readonly note: string
  readonly reason: string
  readonly onNote: (words: string) => void
  readonly onReason: (words: string) => void
}

export function NoticeFields({ act, note, reason, onNote, onReason }: NoticeFieldsProps) {
  return (
    <>
      <p>{consequences[act]}</p>
      <TextArea
        label="Notice for readers"
        value={note}
        onChange={(event) => onNote(event.target.value)}
        help="It stands on the page, with its date. Say what was wrong, not who was."
        rows={4}
        maxLength={4000}
        required
        autoFocus
      />
      <TextArea
        label="Reason, for the desk"
        value={reason}
        onChange={(event) => onReason(event.target.value)}
        help="It stays in the article’s history; readers do not see it."
        rows={3}
        maxLength={4000}
      />
    </>
  )
}

const consequences: Partial<Record<StatusAct, string>> = {
  ask_to_withdraw: 'A publisher or a records editor decides. Until then readers see the piece as it is.',
  withdraw: 'The page keeps its address and its text, under a dated notice that it is no longer relied on.',
  retract: 'Headline and notice stay on the page, the text goes. A publisher and a records editor agree to it, two people.',
  take_down: 'The page becomes a note that something was taken down. It goes out at once; a second person confirms it within seven days.',
}

export interface ProposalTextProps {
  readonly proposal: NonNullable<ArticleView['proposal']>
  readonly isDeclined: boolean
}

export function ProposalText({ proposal, isDeclined }: ProposalTextProps) {
  const desk = useDesk()
  // Without a reason of its own the notice stands for it.
  const reason = proposal.reason === proposal.notice ? [] : [['Reason', proposal.reason] as const]
  const facts: readonly (readonly [string, string])[] = [
    [isDeclined ? 'Would become' : 'Becomes', statusWords[proposal.status]],
    ['Proposed by', nameOf(desk, proposal.by)],
    ['Notice for readers', proposal.notice],
    ...reason,
  ]
  return <Facts facts={facts} />
}

/** What was done at once, and a second person looks at now. */
export function DoneText({ view }: { readonly view: ArticleView }) {
  const desk = useDesk()
  const { unconfirmed, history, editions } = view
  const notice = editions.findLast(({ kind, publication }) => publication && kind === statusMoves[unconfirmed?.status ?? 'taken_down'].kind)
  const { value } = useAsk(
    'versions.read',
    { id: view.row.id, version: notice?.publication?.version ?? '' },
    { enabled: notice !== undefined },
  )
  if (!unconfirmed) return null
  const said = history.findLast(({ act }) => act === 'status.propose')
  return (
    <Facts
      facts={[
        ['Readers find it', statusWords[unconfirmed.status]],
        ['Done by', nameOf(desk, unconfirmed.by)],
        ...(value ? [['Notice for readers', value.version.changeNote] as const] : []),
        ...(said?.note && said.note !== value?.version.changeNote ? [['Reason', said.note] as const] : []),
      ]}
    />
  )
}

function Facts({ facts }: { readonly facts: readonly (readonly [string, string])[] }) {
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
