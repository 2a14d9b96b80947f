/** Standing words: the notes on those who write, the policies, what is said of privacy and of those who pay; and what waits beside them. */
import { useRef } from 'react'
import { slugOf } from '../../../shared/desk/slug.ts'
import { useAsk } from '../../state/ask.ts'
import { say } from '../../state/statusLine.ts'
import { TextArea, TextField } from '../../ui/Field.tsx'
import { Rows } from '../../ui/Rows.tsx'
import { SettingsForm, type PartProps } from './SettingsForm.tsx'
import styles from './SettingsScreen.module.css'
import { useHouse } from './useHouse.ts'
import { WaitingWordsNotice } from './WaitingWordsNotice.tsx'

export function WordsForm({ settings, base }: PartProps) {
  const form = useHouse(settings, base, 'words')
  const { house, change } = form
  const fields = useRef<HTMLDivElement>(null)
  const knownNotes = new Set(settings.contributorsNotes.map(({ id }) => id))
  const knownPolicies = new Set(settings.policies.map(({ slug }) => slug))
  const { value: view } = useAsk('settings.read', {})
  const isProposed = view?.isAgreedToByAnother === true
  return (
    <>
      {view?.waiting.map((words) => (
        <WaitingWordsNotice
          key={words.proposal}
          words={words}
          standing={view.settings}
          isAgreedToByAnother={isProposed}
          onTakeUp={() => {
            change({ [words.part]: words.proposed[words.part] })
            fields.current?.querySelector<HTMLElement>(`[data-part="${words.part}"] :is(input, textarea)`)?.focus()
            say('They stand in the form again: change them, and propose them once more.')
          }}
        />
      ))}
      <div ref={fields}>
        <SettingsForm form={form} isProposed={isProposed}>
          {isProposed ? (
            <p className={styles.soft}>What readers are promised is two people’s: another publisher agrees before it is printed.</p>
          ) : null}
          <div data-part="contributorsNotes">
            <Rows
              legend="Contributors’ notes"
              help="One of them stands under every article; the first, unless another was chosen for it."
              rows={house.contributorsNotes}
              onChange={(contributorsNotes) => change({ contributorsNotes: [...contributorsNotes] })}
              nameOf={({ name }) => name}
              addLabel="Add a note"
              empty={{ id: '', name: '', text: '' }}
              most={12}
            >
              {(row, set) => (
                <>
                  <TextField
                    label="Name of the note"
                    value={row.name}
                    maxLength={60}
                    onChange={({ target }) => set({ name: target.value, ...(knownNotes.has(row.id) ? {} : { id: slugOf(target.value) }) })}
                  />
                  <TextArea
                    label="Text"
                    rows={5}
                    value={row.text}
                    maxLength={2000}
                    onChange={({ target }) => set({ text: target.value })}
                  />
                </>
              )}
            </Rows>
          </div>
          <div data-part="policies">
            <Rows
              legend="Policies"
              help="Each is a page of its own, linked from the foot of every page. An empty line begins a paragraph."
              rows={house.policies}
              onChange={(policies) => change({ policies: [...policies] })}
              nameOf={({ title }) => title}
              addLabel="Add a policy"
              empty={{ slug: '', title: '', text: '' }}
              most={24}
            >
              {(row, set) => (
                <>
                  <TextField
                    label="Title"
                    value={row.title}
                    maxLength={120}
                    onChange={({ target }) =>
                      set({ title: target.value, ...(knownPolicies.has(row.slug) ? {} : { slug: slugOf(target.value) }) })
                    }
                  />
                  <TextArea
                    label="Text"
                    rows={6}
                    value={row.text}
                    maxLength={20_000}
                    onChange={({ target }) => set({ text: target.value })}
                  />
                </>
              )}
            </Rows>
          </div>
          <div data-part="privacyOverview">
            <TextArea
              label="Privacy overview"
              rows={5}
              value={house.privacyOverview}
              maxLength={2000}
              help="It claims only what is so: pages store nothing and ask nobody else’s computer."
              onChange={({ target }) => change({ privacyOverview: target.value })}
            />
          </div>
          <div data-part="sponsorsNote">
            <TextArea
              label="Words of thanks"
              value={house.sponsorsNote}
              maxLength={600}
              help="Above the names of sponsors and patrons."
              onChange={({ target }) => change({ sponsorsNote: target.value })}
            />
          </div>
        </SettingsForm>
      </div>
    </>
  )
}
