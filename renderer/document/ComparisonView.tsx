/** What changed between two texts, marked: insertions underlined and tinted, deletions struck, and each said in words for those who hear it. */
import { Fragment, type ReactNode } from 'react'
import type { ComparedBlock, Comparison, Span } from '../../shared/document/compare.ts'
import { ComparedList, ComparedTable, type ShownBlock, together } from './comparedLists.tsx'
import { ComparedFigure } from './ComparedFigure.tsx'
import { marked } from './DocumentView.tsx'
import styles from './ComparisonView.module.css'
import documentStyles from './DocumentView.module.css'

export interface ComparisonViewProps {
  readonly comparison: Comparison
  /** The part in hand, marked beside its words: `headline`, `standfirst`, or the number of a block. */
  readonly current?: string | undefined
}

export function ComparisonView({ comparison, current }: ComparisonViewProps) {
  const shownBlocks = comparison.blocks.map((block, index) => ({
    block,
    words:
      String(index) === current ? (
        <div className={styles.current} data-current="">
          {compared(block)}
        </div>
      ) : (
        compared(block)
      ),
  }))
  const mark = (part: string) => (part === current ? { 'data-current': '' } : {})
  return (
    <article className={documentStyles.document} dir="auto">
      {comparison.headline.length > 0 ? (
        <h2 className={documentStyles.headline} {...mark('headline')}>
          {spans(comparison.headline)}
        </h2>
      ) : null}
      {comparison.standfirst.length > 0 ? (
        <p className={documentStyles.standfirst} {...mark('standfirst')}>
          {spans(comparison.standfirst)}
        </p>
      ) : null}
      {together(shownBlocks).map((group, index) => (
        <Fragment key={index}>{shownTogether(group)}</Fragment>
      ))}
    </article>
  )
}

function shownTogether(group: readonly ShownBlock[]): ReactNode {
  const [first] = group
  if (first?.block.place.list) return <ComparedList blocks={group} />
  if (first?.block.place.cell) return <ComparedTable blocks={group} />
  return group.map(({ words }, index) => <Fragment key={index}>{words}</Fragment>)
}

function compared(block: ComparedBlock): ReactNode {
  const words = spans(block.spans)
  const isEdited = block.kind === 'changed' || block.kind === 'moved'
  const className = `${styles.block} ${isEdited || block.kind === 'inserted' || block.kind === 'deleted' ? styles.edited : ''}`
  const moved = block.kind === 'moved' ? <span className={styles.moved}>Moved here </span> : null
  switch (block.type) {
    case 'heading':
      return (
        <h3 className={className}>
          {moved}
          {words}
        </h3>
      )
    case 'blockquote':
      return (
        <blockquote className={className}>
          {moved}
          {words}
        </blockquote>
      )
    case 'figure':
      return <ComparedFigure block={block} className={className} caption={words} />
    case 'horizontalRule':
      return <hr />
    default:
      return (
        <p className={className}>
          {moved}
          {words}
        </p>
      )
  }
}

function spans(list: readonly Span[]): ReactNode {
  return list.map((span, index) => <Fragment key={index}>{shown(span)}</Fragment>)
}

function shown(span: Span): ReactNode {
  const words = marked(lines(span.text), span.marks ?? [])
  if (span.kind === 'inserted') return <ins>{words}</ins>
  if (span.kind === 'deleted') return <del>{words}</del>
  return words
}

function lines(text: string): ReactNode {
  return text.split('\n').map((line, index) => (
    <Fragment key={index}>
      {index > 0 ? <br /> : null}
      {line}
    </Fragment>
  ))
}
