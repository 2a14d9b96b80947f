/** What belongs to an article beside its words: each field saved on its own, when it is left. */
import { useEffect, useRef } from 'react'
import type { ArticleView } from '../../../shared/contract/articles.ts'
import { type BylineKind, bylineKinds } from '../../../shared/desk/byline.ts'
import type { Problem } from '../../../shared/result.ts'
import { useAsk } from '../../state/ask.ts'
import { useDesk } from '../../state/desk.ts'
import { noteToEditor, useNoteToEditor } from '../../state/noteToEditor.ts'
import { DateField } from '../../ui/DateField.tsx'
import { SelectField, TextArea, TextField } from '../../ui/Field.tsx'
import { DeskFields } from './DeskFields.tsx'
import { EarnestField } from './EarnestField.tsx'
import styles from './Details.module.css'
import { EditionNotes } from './EditionNotes.tsx'
import { LeadPicture } from './LeadPicture.tsx'
import { LanguageField, PieceFields } from './PieceFields.tsx'
import { Previously } from './Previously.tsx'
import { useSetField } from './useSetField.ts'

const bylineNames: Readonly<Record<BylineKind, string>> = {
  staff: 'Staff: the house credit',
  named: 'Name',
  initials: 'Initials',
  penName: 'Pen name',
  none: 'No byline',
  issuer: 'Issuing office',
}

export function Details({ view, jump }: { readonly view: ArticleView; readonly jump: Problem | undefined }) {
  const desk = useDesk()
  const { value } = useAsk('settings.read', {})
  const { set, wrong } = useSetField(view)
  const { fields } = view
  const noteForEditor = useNoteToEditor(view.row.id)
  const isLocked = view.detailsLocked || desk.readOnly !== ''
  const settings = value?.settings
  const root = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (!jump) return
    root.current?.querySelector<HTMLElement>(`[data-field="${CSS.escape(jump.where)}"] :is(input, select, textarea, button)`)?.focus()
  }, [jump])
  const missing = (field: string) => wrong[field] ?? view.missing.find(({ where }) => where === field && jump !== undefined)?.message
  const hasText = fields.byline.kind !== 'staff' && fields.byline.kind !== 'none'
  const categories = settings?.categories ?? []
  return (
    // Locked, the fields take no focus, and the pane is scrolled by the keyboard all the same.
    <div role="group" aria-label="Details" ref={root} {...(isLocked ? { tabIndex: 0 } : {})}>
      <fieldset className={styles.details} disabled={isLocked}>
        {/* First, where it is seen: it is what such an edition is opened for. */}
        {view.edition.n > 1 ? <EditionNotes view={view} set={set} missing={missing} /> : null}
        <div data-field="category">
          <SelectField
            label="Category"
            value={fields.category}
            wrong={missing('category')}
            onChange={(event) => set('category', event.target.value)}
            choices={[
              { value: '', label: 'None chosen yet' },
              ...categories.map(({ slug, name }) => ({ value: slug, label: name })),
              ...lost(fields.category, categories),
            ]}
          />
        </div>
        <div data-field="byline">
          <SelectField
            label="Byline"
            value={fields.byline.kind}
            wrong={hasText ? undefined : missing('byline')}
            help={seenBy(view, settings?.houseCredit ?? '')}
            onChange={(event) => {
              const kind = event.target.value as BylineKind
              set('byline', { kind, text: kind === 'staff' || kind === 'none' ? '' : fields.byline.text })
            }}
            choices={bylineKinds.map((kind) => ({ value: kind, label: bylineNames[kind] }))}
          />
          {hasText ? (
            <EarnestField value={fields.byline.text} onLeave={(text) => set('byline', { kind: fields.byline.kind, text: text.trim() })}>
              {(props) => (
                <TextField
                  label="As printed"
                  maxLength={120}
                  wrong={missing('byline')}
                  placeholder={fields.byline.kind === 'initials' ? 'A. B.' : ''}
                  {...props}
                />
              )}
            </EarnestField>
          ) : null}
        </div>
        <div data-field="contributorsNote">
          <SelectField
            label="Contributors’ note"
            value={fields.contributorsNote}
            onChange={(event) => set('contributorsNote', event.target.value)}
            choices={(settings?.contributorsNotes ?? []).map(({ id, name }) => ({ value: id, label: name }))}
          />
        </div>
        <div data-field="dateline" className={styles.pair}>
          <EarnestField value={fields.dateline.place} onLeave={(place) => set('dateline', (now) => ({ ...now, place: place.trim() }))}>
            {(props) => <TextField label="Dateline: place" maxLength={80} wrong={missing('dateline')} {...props} />}
          </EarnestField>
          <DateField
            label="Date"
            value={fields.dateline.date}
            told="left"
            onDate={(date) => set('dateline', (now) => ({ ...now, date }))}
          />
        </div>
        <div data-field="slug">
          <EarnestField value={fields.slug} onLeave={(slug) => set('slug', slug.trim())}>
            {(props) => (
              <TextField
                label="Slug"
                maxLength={80}
                wrong={missing('slug')}
                help="Part of the address. Left empty, it is made from the headline."
                {...props}
              />
            )}
          </EarnestField>
        </div>
        <div data-field="tags">
          <EarnestField value={fields.tags.join(', ')} onLeave={(text) => set('tags', tagsOf(text))}>
            {(props) => <TextField label="Tags" wrong={missing('tags')} help="Parted by commas." {...props} />}
          </EarnestField>
        </div>
        <div data-field="access">
          <SelectField
            label="Open to"
            value={fields.access}
            onChange={(event) => set('access', event.target.value as 'open' | 'registered')}
            choices={[
              { value: 'open', label: 'Everybody' },
              { value: 'registered', label: 'Registered readers' },
            ]}
          />
        </div>
        <PieceFields view={view} set={set} missing={missing} />
        <LeadPicture view={view} set={set} wrong={missing('lead')} isLocked={isLocked} />
        <Previously view={view} set={set} wrong={missing('previously')} isLocked={isLocked} />
        <LanguageField view={view} set={set} missing={missing} />
        <DeskFields view={view} set={set} missing={missing} />
        <EarnestField value={noteForEditor} onLeave={(note) => noteToEditor.keep(view.row.id, note)}>
          {(props) => (
            <TextArea
              label="Note to the editor"
              maxLength={4000}
              help="Goes with the next submission. Kept on this computer until then."
              {...props}
            />
          )}
        </EarnestField>
      </fieldset>
    </div>
  )
}

/** Who can see what, under the byline field. [BY5] */
function seenBy(view: ArticleView, houseCredit: string): string {
  const { kind, text } = view.fields.byline
  const inside = 'Colleagues at this desk can see who wrote this.'
  if (kind === 'none') return `Readers see no name. ${inside}`
  const credit = kind === 'staff' ? houseCredit : text
  return credit === '' ? inside : `Readers see ${credit.endsWith('.') ? credit : `${credit}.`} ${inside}`
}

function lost(category: string, categories: readonly { slug: string }[]): readonly { value: string; label: string }[] {
  return category === '' || categories.some(({ slug }) => slug === category)
    ? []
    : [{ value: category, label: `${category} (no longer in the settings)` }]
}

function tagsOf(text: string): string[] {
  const tags = text.split(',').map((tag) => tag.trim().slice(0, 60))
  return [...new Set(tags.filter((tag) => tag !== ''))].slice(0, 20)
}
