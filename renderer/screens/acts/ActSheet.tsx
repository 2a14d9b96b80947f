/** What an act asks before it is done: a reason, a time, or only to be looked at; a refusal stands in the sheet. */
import { type FormEvent, useState } from 'react'
import type { ArticleView } from '../../../shared/contract/articles.ts'
import { isWrittenOn } from '../../../shared/desk/article.ts'
import { isConfirmedAlone } from '../../../shared/desk/decideStatus.ts'
import { gateNames } from '../../../shared/desk/edition.ts'
import type { EveryAct } from '../../../shared/desk/everyAct.ts'
import { FrontPlace } from '../../../shared/desk/front.ts'
import type { Person } from '../../../shared/desk/person.ts'
import { isStatusAct, type NoticeStatus, statusAskedBy } from '../../../shared/desk/publicStatus.ts'
import { transitions } from '../../../shared/desk/transitions.ts'
import type { Failure } from '../../../shared/result.ts'
import { useDesk } from '../../state/desk.ts'
import { Button } from '../../ui/Button.tsx'
import { SelectField, TextArea } from '../../ui/Field.tsx'
import { Refusal } from '../../ui/Refusal.tsx'
import { Sheet, SheetButtons } from '../../ui/Sheet.tsx'
import { actLabel, gateWords } from './actLabels.ts'
import { EditionKindChoice } from './EditionKindChoice.tsx'
import { DoneText, NoticeFields, ProposalText } from './NoticeFields.tsx'
import { NoticePreview } from './NoticePreview.tsx'
import { PublishFacts } from './PublishFacts.tsx'
import type { Asked } from './useStartAct.ts'
import { UnscheduleText } from './UnscheduleText.tsx'
import { WhenField } from './WhenField.tsx'

export interface ActSheetProps {
  readonly act: EveryAct
  readonly view: ArticleView
  readonly zone: string
  readonly onPerform: (act: EveryAct, asked: Asked) => Promise<Failure | undefined>
  readonly onClose: () => void
}

export function ActSheet({ act, view, zone, onPerform, onClose }: ActSheetProps) {
  const { people } = useDesk()
  const [note, setNote] = useState('')
  const [reason, setReason] = useState('')
  const [at, setAt] = useState('')
  const [choice, setChoice] = useState(firstChoice(act))
  const [place, setPlace] = useState<FrontPlace>('')
  const [failure, setFailure] = useState<Failure | undefined>()
  const label = actLabel(act).replace('…', '')
  const noticeAbout = noticeStatusOf(act, view)
  const isPublishing = act === 'publish' || act === 'schedule' || act === 'override_publish'
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    setFailure(undefined)
    // What is wrong with a field stands beneath it already.
    const wrong = event.currentTarget.querySelector<HTMLElement>('[aria-invalid]')
    if (wrong) return wrong.focus()
    void onPerform(act, {
      note: note.trim(),
      reason: reason.trim(),
      at,
      ...(isPublishing ? { place } : {}),
      ...(isGate(act) ? { gate: choice } : act === 'edit_again' || act === 'open_edition' ? { kind: choice } : {}),
    }).then(setFailure)
  }
  return (
    <Sheet title={titleOf(act, view)} onClose={onClose}>
      <form onSubmit={submit} noValidate>
        {isPublishing ? <PublishFacts view={view} act={act} zone={zone} /> : null}
        {act === 'schedule' || act === 'reschedule' ? (
          <WhenField zone={zone} embargo={view.fields.embargo} before={view.edition.schedule?.at} onChange={setAt} />
        ) : null}
        {act === 'unschedule' ? <UnscheduleText view={view} zone={zone} /> : null}
        {isPublishing ? (
          <SelectField
            label="Place on the front"
            value={place}
            onChange={(event) => setPlace(FrontPlace.parse(event.target.value))}
            choices={placeChoices}
            help="A piece that it replaces steps down."
          />
        ) : null}
        {isGate(act) ? (
          <SelectField
            label="Gate"
            value={choice}
            onChange={(event) => setChoice(event.target.value)}
            choices={gateNames.map((name) => ({ value: name, label: gateWords[name] }))}
          />
        ) : null}
        {act === 'edit_again' && isWrittenOn(view.edition) ? (
          <p>The approval ends, and the text is a draft again with what was written since.</p>
        ) : null}
        {act === 'edit_again' && !isWrittenOn(view.edition) ? (
          <SelectField
            label="What happens to what was approved"
            value={choice}
            onChange={(event) => setChoice(event.target.value)}
            choices={[
              { value: 'holdBack', label: 'Hold it back: the approval ends and the text is a draft again' },
              { value: 'nextEdition', label: 'Let it go out: my edits wait for the next edition' },
            ]}
          />
        ) : null}
        {act === 'open_edition' ? <EditionKindChoice chosen={choice} onChoose={setChoice} /> : null}
        {isStatusAct(act) && statusAskedBy(act) ? (
          <NoticeFields act={act} note={note} reason={reason} onNote={setNote} onReason={setReason} />
        ) : null}
        {(act === 'confirm_status' || act === 'decline_status') && view.proposal ? (
          <ProposalText proposal={view.proposal} isDeclined={act === 'decline_status'} />
        ) : null}
        {act === 'confirm_status' && !view.proposal ? <DoneText view={view} /> : null}
        {asksReason(act, view, people) ? (
          <TextArea
            label="Reason"
            value={note}
            onChange={(event) => setNote(event.target.value)}
            help={reasonHelp(act)}
            rows={4}
            maxLength={4000}
            required
            data-first
          />
        ) : null}
        {failure ? <Refusal failure={failure} /> : null}
        <SheetButtons>
          <Button onClick={onClose}>Cancel</Button>
          <Button
            look="primary"
            type="submit"
            data-first={
              act === 'publish' || act === 'unschedule' || (act === 'confirm_status' && !asksReason(act, view, people)) || undefined
            }
          >
            {label}
          </Button>
        </SheetButtons>
        {/* Last: its links stand in nobody's way to the buttons. */}
        {noticeAbout ? (
          <NoticePreview
            article={view.row.id}
            status={noticeAbout}
            notice={act === 'confirm_status' ? (view.proposal?.notice ?? '') : note}
          />
        ) : null}
      </form>
    </Sheet>
  )
}

const placeChoices = [
  { value: '', label: 'With the newest, or where it stands already' },
  { value: 'lead', label: 'Lead' },
  { value: 'second', label: 'First of the seconds' },
  { value: 'notice', label: 'First of the notices' },
] as const satisfies readonly { readonly value: FrontPlace; readonly label: string }[]

function asksReason(act: EveryAct, { proposal }: ArticleView, people: readonly Person[]): boolean {
  // A second person's agreement is all that is asked; what was done already is only looked at.
  if (act === 'confirm_status') return proposal ? isConfirmedAlone(proposal, people) : false
  return isStatusAct(act) ? statusAskedBy(act) === undefined : transitions[act].note === 'required'
}

/** What readers will find the piece to be, where the sheet is about a notice to them. */
function noticeStatusOf(act: EveryAct, { proposal }: ArticleView): NoticeStatus | undefined {
  if (!isStatusAct(act)) return undefined
  return act === 'confirm_status' ? proposal?.status : statusAskedBy(act)
}

function isGate(act: EveryAct): boolean {
  return act === 'require_gate' || act === 'complete_gate'
}

function firstChoice(act: EveryAct): string {
  if (act === 'open_edition') return 'update'
  return act === 'edit_again' ? 'holdBack' : 'facts'
}

function titleOf(act: EveryAct, view: ArticleView): string {
  const label = actLabel(act).replace('…', '')
  return view.row.headline ? `${label}: ${view.row.headline}` : label
}

function reasonHelp(act: EveryAct): string {
  switch (act) {
    case 'request_changes':
      return 'The writer reads it, and it stays in the article’s history.'
    case 'confirm_status':
      return 'Nobody else at the desk can confirm: it is kept, and the change stays marked.'
    case 'override_publish':
      return 'It is kept in the record, and the edition is marked as not reviewed until somebody else approves it.'
    default:
      return 'It stays in the article’s history.'
  }
}
