/** What differs beside the words: a line a field, what it was struck, what it is underlined, longer ones word by word. */
import { Fragment, type ReactNode } from 'react'
import type { ChangedField } from '../../shared/desk/changedFields.ts'
import { comparedInline } from '../../shared/document/tokens.ts'
import styles from './ComparisonView.module.css'

export interface ChangedFieldsProps {
  readonly fields: readonly ChangedField[]
  /** Name of the field in hand. */
  readonly current?: string | undefined
}

/** From so many letters on a value is compared within itself. */
const long = 40

export function ChangedFields({ fields, current }: ChangedFieldsProps) {
  if (fields.length === 0) return null
  return (
    <section className={styles.fields} aria-label="Changed beside the words">
      <dl>
        {fields.map((field) => (
          <div
            key={field.name}
            className={field.name === current ? styles.current : undefined}
            data-current={field.name === current ? '' : undefined}
          >
            <dt>{field.name}</dt>
            <dd dir="auto">{field.pictures ? <Pictures {...field.pictures} /> : differing(field)}</dd>
          </div>
        ))}
      </dl>
    </section>
  )
}

function differing({ before, after }: ChangedField): ReactNode {
  if (before.length > long && after.length > long) {
    const inline = (text: string) => [{ type: 'text', text }]
    return comparedInline(inline(before), inline(after)).map(({ kind, text }, index) => (
      <Fragment key={index}>{kind === 'inserted' ? <ins>{text}</ins> : kind === 'deleted' ? <del>{text}</del> : text}</Fragment>
    ))
  }
  return (
    <>
      <del>{before || 'none'}</del> <ins>{after || 'none'}</ins>
    </>
  )
}

function Pictures({ before, after }: { readonly before: string; readonly after: string }) {
  return (
    <>
      {before ? (
        <del>
          <img src={`/media/${before}`} alt="before" />
        </del>
      ) : (
        <del>none</del>
      )}{' '}
      {after ? (
        <ins>
          <img src={`/media/${after}`} alt="now" />
        </ins>
      ) : (
        <ins>none</ins>
      )}
    </>
  )
}
