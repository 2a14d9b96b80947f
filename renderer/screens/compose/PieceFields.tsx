/** What kind of piece it is, which report it is a part of, in which language it is written. */
import { useId } from 'react'
import type { ArticleView } from '../../../shared/contract/articles.ts'
import type { ArticleFields } from '../../../shared/desk/fields.ts'
import { pieceKindNames } from '../../../shared/desk/kindNames.ts'
import { useAsk } from '../../state/ask.ts'
import { SelectField, TextField } from '../../ui/Field.tsx'
import styles from './Details.module.css'
import { EarnestField } from './EarnestField.tsx'
import type { SetField } from './useSetField.ts'

export interface FieldsProps {
  readonly view: ArticleView
  readonly set: SetField['set']
  readonly missing: (field: string) => string | undefined
}

export function PieceFields({ view, set, missing }: FieldsProps) {
  const { pieceKind } = view.fields
  return (
    <>
      <div data-field="pieceKind">
        <SelectField
          label="Kind of piece"
          value={pieceKind}
          wrong={missing('pieceKind')}
          onChange={(event) => set('pieceKind', event.target.value as ArticleFields['pieceKind'])}
          choices={Object.entries(pieceKindNames).map(([value, label]) => ({ value, label }))}
        />
      </div>
      {pieceKind === 'reportPart' ? <SeriesFields view={view} set={set} missing={missing} /> : null}
    </>
  )
}

function SeriesFields({ view, set, missing }: FieldsProps) {
  const { series } = view.fields
  const { value } = useAsk('front.read', {})
  const list = useId()
  return (
    <div data-field="series" className={styles.pair}>
      <EarnestField value={series.name} onLeave={(name) => set('series', (now) => ({ ...now, name: name.trim() }))}>
        {(props) => (
          <TextField
            label="Special report"
            maxLength={120}
            list={list}
            wrong={missing('series') ?? (series.name === '' ? 'Name the report it is a part of.' : undefined)}
            {...props}
          />
        )}
      </EarnestField>
      <datalist id={list}>
        {(value?.series ?? []).map((name) => (
          <option key={name} value={name} />
        ))}
      </datalist>
      <EarnestField
        value={series.number === 0 ? '' : String(series.number)}
        onLeave={(number) => set('series', (now) => ({ ...now, number: wholeNumber(number, 999) }))}
      >
        {(props) => <TextField label="Part" inputMode="numeric" maxLength={3} help="Empty: not numbered." {...props} />}
      </EarnestField>
    </div>
  )
}

export function LanguageField({ view, set, missing }: FieldsProps) {
  const { value } = useAsk('settings.read', {})
  const list = useId()
  return (
    <div data-field="lang">
      <EarnestField value={view.fields.lang} onLeave={(lang) => set('lang', lang.trim())}>
        {(props) => (
          <TextField
            label="Language"
            maxLength={20}
            list={list}
            wrong={missing('lang')}
            help="Of its words, such as en-GB or de."
            {...props}
          />
        )}
      </EarnestField>
      <datalist id={list}>
        {(value?.settings.languages ?? []).map((name) => (
          <option key={name} value={name} />
        ))}
      </datalist>
    </div>
  )
}

/** 0 for what is no number. */
export function wholeNumber(written: string, most: number): number {
  const number = Math.round(Number(written.replaceAll(/[\s,]/gu, '')))
  return Number.isFinite(number) ? Math.min(most, Math.max(0, number)) : 0
}
