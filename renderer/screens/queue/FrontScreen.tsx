/** The front page, arranged: slots filled by drag or from a list, with the page as it would be beside them. */
import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import type { FrontView } from '../../../shared/contract/front.ts'
import type { FrontSlots } from '../../../shared/desk/front.ts'
import { hasRole } from '../../../shared/desk/person.ts'
import type { Failure, Result } from '../../../shared/result.ts'
import { bridge } from '../../bridge/bridge.ts'
import { useAsk } from '../../state/ask.ts'
import { useDesk } from '../../state/desk.ts'
import { say } from '../../state/statusLine.ts'
import { Button } from '../../ui/Button.tsx'
import { SelectField } from '../../ui/Field.tsx'
import { keepFocus } from '../../ui/focus.ts'
import { Page } from '../../ui/Page.tsx'
import { Refusal } from '../../ui/Refusal.tsx'
import { FrontPreview } from './FrontPreview.tsx'
import styles from './FrontScreen.module.css'
import { FrontSlot } from './FrontSlot.tsx'
import { placedIn, slotNames } from './frontSlotNames.ts'
import { PiecesToPlace } from './PiecesToPlace.tsx'
import { QueueParts } from './QueueParts.tsx'

export function FrontScreen() {
  const { value: front, failure } = useAsk('front.read', {}, { keep: true })
  return (
    <Page
      isWide
      title="Front"
      subtitle="What stands where on the front page. What is left empty is filled with the newest."
      actions={<QueueParts />}
    >
      {failure ? <Refusal failure={failure} /> : null}
      {front ? <Arranging key={front.base} front={front} /> : null}
    </Page>
  )
}

/** One arrangement from the one that stands; a newer one that arrives begins anew. */
function Arranging({ front }: { readonly front: FrontView }) {
  const desk = useDesk()
  const client = useQueryClient()
  const [slots, setSlots] = useState<FrontSlots>(front.slots)
  const [refused, setRefused] = useState<Failure | undefined>()
  const pieces = useAsk('articles.list', { filter: 'published', limit: 200 }, { keep: true })
  const live = (pieces.value?.articles ?? []).filter(({ publicStatus }) => publicStatus === 'live' || publicStatus === 'under_correction')
  const isChanged = JSON.stringify(slots) !== JSON.stringify(front.slots)
  const mayArrange = desk.person !== null && hasRole(desk.person, 'publisher')
  const place = (name: (typeof slotNames)[number], id: string) => setSlots((before) => placedIn(before, name, id))
  const done = (words: string) => (result: Result<FrontView>) => {
    setRefused(result.ok ? undefined : result.error)
    if (!result.ok) return
    client.setQueryData(['front.read', {}], result)
    say(words)
    keepFocus()
  }
  return (
    <div className={styles.front}>
      <section className={styles.slots} aria-label="Slots">
        {refused ? <Refusal failure={refused} onClose={() => setRefused(undefined)} /> : null}
        {mayArrange ? null : <p className={styles.soft}>The front is arranged by a publisher. You can look at what it would be.</p>}
        <div className={styles.acts}>
          {front.before && !isChanged ? (
            <Button onClick={() => void bridge.call('front.undo', { base: front.base }).then(done('The front stands as it did before.'))}>
              Undo
            </Button>
          ) : null}
          {isChanged ? <Button onClick={() => setSlots(front.slots)}>Leave as it is</Button> : null}
          <Button
            look="primary"
            aria-disabled={!isChanged || undefined}
            onClick={() =>
              isChanged
                ? void bridge.call('front.arrange', { base: front.base, slots }).then(done('The front is arranged: one page goes out.'))
                : say('The front stands so already.')
            }
          >
            Arrange the front
          </Button>
        </div>
        {slotNames.map((name) => (
          <FrontSlot key={name} name={name} slots={slots} pieces={live} headlines={front.headlines} onPlace={place} />
        ))}
        <SelectField
          label="Special report"
          value={slots.report}
          onChange={(event) => setSlots({ ...slots, report: event.target.value })}
          choices={[{ value: '', label: 'That of the newest part' }, ...front.series.map((name) => ({ value: name, label: name }))]}
        />
      </section>
      <PiecesToPlace pieces={live} slots={slots} />
      <FrontPreview slots={slots} />
    </div>
  )
}
