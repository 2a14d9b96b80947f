/** Standing words that wait for somebody: who proposed them, what would change, and what this person may do about it. */
import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import type { SettingsView, WaitingWords } from '../../../shared/contract/settings.ts'
import { rewritesWords } from '../../../shared/desk/rewrites.ts'
import { partsInWords, settingsParts } from '../../../shared/desk/settingsParts.ts'
import { type WordsAct, wordsActs } from '../../../shared/desk/standingWords.ts'
import type { Failure } from '../../../shared/result.ts'
import { bridge } from '../../bridge/bridge.ts'
import { useAsk } from '../../state/ask.ts'
import { shortDate } from '../../state/dates.ts'
import { nameOf, useDesk } from '../../state/desk.ts'
import { Button } from '../../ui/Button.tsx'
import { keepFocus } from '../../ui/focus.ts'
import { Refusal } from '../../ui/Refusal.tsx'
import { PartComparison } from './PartComparison.tsx'
import { SendBackSheet } from './SendBackSheet.tsx'
import styles from './SettingsScreen.module.css'
import wordStyles from './StandingWords.module.css'
import { tellSaved } from './tellSaved.ts'

export interface WaitingWordsNoticeProps {
  readonly words: WaitingWords
  readonly standing: SettingsView['settings']
  /** Somebody else can agree to what this person proposes. */
  readonly isAgreedToByAnother: boolean
  /** Puts words that were sent back into the form again. */
  readonly onTakeUp: () => void
}

export function WaitingWordsNotice({ words, standing, isAgreedToByAnother, onTakeUp }: WaitingWordsNoticeProps) {
  const desk = useDesk()
  const { decide, failure, isSendingBack, setSendingBack } = useDecision(words)
  const { part, by, at, proposed, sentBack, acts } = words
  const name = settingsParts[part].words
  const isMine = by === desk.person?.id
  const mayAgree = acts.some(({ act, refusal }) => act === 'agree' && refusal === '')
  const { value: effect } = useAsk('settings.rewrites', { settings: proposed }, { enabled: mayAgree })
  // That another agrees is said above; that there is no other any more is news.
  const obstacle = isAgreedToByAnother ? undefined : acts.find(({ refusal }) => refusal !== '')?.refusal
  return (
    <section className={wordStyles.waiting} aria-label={`${name}: proposed words`}>
      <h2>
        {sentBack ? 'Sent back' : 'Proposed'}: {partsInWords([part])}
      </h2>
      {sentBack ? (
        <p>
          {nameOf(desk, sentBack.by)} sent back what you proposed, {shortDate(sentBack.at, desk.zone)}: <q>{sentBack.reason}</q>
        </p>
      ) : (
        <p>
          {isMine ? 'You' : nameOf(desk, by)} proposed these words, {shortDate(at, desk.zone)}. Readers have those before them until another
          publisher agrees.
        </p>
      )}
      <PartComparison part={part} before={standing} after={proposed} />
      {mayAgree && effect ? <p className={styles.soft}>{rewritesWords(effect.rewrites, 'Agreeing')}</p> : null}
      {obstacle ? <p className={styles.soft}>{obstacle}</p> : null}
      {failure ? <Refusal failure={failure} /> : null}
      <div className={styles.buttons}>
        {sentBack ? <Button onClick={onTakeUp}>Take these words up again</Button> : null}
        {acts
          .filter(({ refusal }) => refusal === '')
          .map(({ act }) => (
            <Button
              key={act}
              look={act === 'agree' ? 'primary' : 'plain'}
              onClick={() => (act === 'send_back' ? setSendingBack(true) : void decide(act, ''))}
            >
              {wordsActs[act].label}
            </Button>
          ))}
      </div>
      {isSendingBack ? (
        <SendBackSheet
          title={`Send back: ${partsInWords([part])}`}
          onReason={(reason) => decide('send_back', reason)}
          onClose={() => setSendingBack(false)}
        />
      ) : null}
    </section>
  )
}

/** Decides once at a time; a refusal stands where it was tried, and what stands by now is read again. */
function useDecision({ part, proposal, words }: WaitingWords) {
  const client = useQueryClient()
  const [failure, setFailure] = useState<Failure | undefined>()
  const [isSendingBack, setSendingBack] = useState(false)
  const [isBusy, setBusy] = useState(false)
  async function decide(act: WordsAct, reason: string): Promise<Failure | undefined> {
    if (isBusy || act === 'propose') return undefined
    setBusy(true)
    const result = await bridge.call('settings.decide', { part, act, proposal, words, reason })
    setBusy(false)
    if (!result.ok) {
      void client.invalidateQueries({ queryKey: ['settings.read'] })
      setFailure(act === 'send_back' ? undefined : result.error)
      return result.error
    }
    tellSaved(client, result.value, `${wordsActs[act].done}: ${partsInWords([part])}.`)
    setSendingBack(false)
    keepFocus()
    return undefined
  }
  return { decide, failure, isSendingBack, setSendingBack }
}
