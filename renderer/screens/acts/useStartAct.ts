/** From the press of a button to the act: refused in words, asked about in a sheet, or done. */
import { useState } from 'react'
import type { ArticleView } from '../../../shared/contract/articles.ts'
import type { Input } from '../../../shared/contract/contract.ts'
import type { EveryAct } from '../../../shared/desk/everyAct.ts'
import type { Failure } from '../../../shared/result.ts'
import { bridge } from '../../bridge/bridge.ts'
import { flushDocument } from '../../editor/openDocuments.ts'
import { useAct } from '../../state/acts.ts'
import { fieldsAnswered } from '../../state/fieldsOnTheirWay.ts'
import { noteToEditor } from '../../state/noteToEditor.ts'
import { say } from '../../state/statusLine.ts'
import { keepFocus } from '../../ui/focus.ts'
import { actBehind, asksFirst, type ButtonAct } from './actLabels.ts'

export type Asked = Partial<Omit<Input<'workflow.act'>, 'id' | 'act'>>

export interface StartAct {
  /** The act whose sheet is open. */
  readonly sheet: EveryAct | undefined
  readonly isBusy: boolean
  readonly start: (button: ButtonAct) => void
  readonly perform: (act: EveryAct, asked: Asked) => Promise<Failure | undefined>
  readonly close: () => void
}

export function useStartAct(view: ArticleView, onFailure: (failure: Failure | undefined) => void): StartAct {
  const [sheet, setSheet] = useState<EveryAct | undefined>()
  const [isBusy, setBusy] = useState(false)
  const doAct = useAct()
  const { id } = view.row

  async function perform(act: EveryAct, asked: Asked): Promise<Failure | undefined> {
    setBusy(true)
    const version = await versionFor(act, view)
    const result = await doAct({ id, act, ...(version ? { version } : {}), ...asked })
    setBusy(false)
    if (!result.ok) return result.error
    if (act === 'submit') noteToEditor.forget(id)
    // The next act's sheet may be open by now: news of this one reaches the screen before its answer.
    setSheet((open) => (open === act ? undefined : open))
    onFailure(undefined)
    keepFocus()
    return undefined
  }

  function start(button: ButtonAct): void {
    const act = actBehind(button)
    const asks = button === act && asksFirst(act)
    if (isBusy && !asks) return
    onFailure(undefined)
    const refusal = view.acts.find((offered) => offered.act === act)?.refusal
    if (refusal) onFailure({ code: 'notAllowed', message: refusal })
    else if (asks) setSheet(act)
    else {
      const note = act === 'submit' ? noteToEditor.of(id) : ''
      void perform(act, { note, kind: button === 'start_correction' ? 'correction' : '' }).then((failure) => {
        if (failure) {
          say('')
          onFailure(failure)
        }
      })
    }
  }

  return { sheet, isBusy, start, perform, close: () => setSheet(undefined) }
}

/** The version the act is about, as the person sees it: the draft once saved, or the one that stands. */
async function versionFor(act: EveryAct, view: ArticleView): Promise<string> {
  if (!['submit', 'override_publish'].includes(act)) return needsStanding(act) ? view.standingVersion : ''
  // A save may have moved the draft since the view was read.
  await Promise.all([flushDocument(view.row.id), fieldsAnswered(view.row.id)])
  const fresh = await bridge.call('articles.read', { id: view.row.id })
  return fresh.ok ? fresh.value.draftVersion : view.draftVersion
}

function needsStanding(act: EveryAct): boolean {
  return ['approve', 'publish', 'schedule', 'reschedule', 'approve_afterwards', 'complete_gate'].includes(act)
}
