/** A document as React elements, for reading: versions, damaged articles, the record. No markup is parsed from text. */
import { createElement, Fragment, type ReactNode } from 'react'
import { figureOf } from '../../shared/document/figureUses.ts'
import type { BlocksJson, DocumentJson, InlineJson, MarkJson, NodeJson } from '../../shared/document/json.ts'
import { safeUrl } from '../../shared/document/safeUrl.ts'
import styles from './DocumentView.module.css'

export function DocumentView({ document }: { readonly document: DocumentJson }) {
  return (
    <article className={styles.document} dir="auto">
      <h2 className={styles.headline}>{inline(document.headline)}</h2>
      {document.standfirst.length > 0 ? <p className={styles.standfirst}>{inline(document.standfirst)}</p> : null}
      {blocks(document.body)}
    </article>
  )
}

export function blocks(nodes: BlocksJson): ReactNode {
  return nodes.map((node, index) => <Fragment key={index}>{block(node)}</Fragment>)
}

export function inline(nodes: InlineJson): ReactNode {
  return nodes.map((node, index) => <Fragment key={index}>{run(node)}</Fragment>)
}

/** `hardBreak` and text with its marks; unknown nodes appear as their words. */
function run(node: NodeJson): ReactNode {
  if (node.type === 'hardBreak') return <br />
  if (node.text === undefined) return inline(node.content ?? [])
  return marked(node.text, node.marks ?? [])
}

/** Words inside their marks. */
export function marked(words: ReactNode, marks: readonly MarkJson[]): ReactNode {
  return [...marks].reverse().reduce<ReactNode>((inside, mark) => wrap(mark, inside), words)
}

function wrap(mark: MarkJson, inside: ReactNode): ReactNode {
  switch (mark.type) {
    case 'strong':
    case 'em':
    case 'sub':
    case 'sup':
    case 'code':
      return createElement(mark.type, null, inside)
    case 'note':
      return <span className={styles.note}>{inside}</span>
    case 'smallCaps':
      return <span className={styles.smallCaps}>{inside}</span>
    case 'link': {
      const address = typeof mark.attrs?.href === 'string' ? safeUrl(mark.attrs.href) : undefined
      return address ? (
        <a href={address} target="_blank" rel="noreferrer noopener">
          {inside}
        </a>
      ) : (
        inside
      )
    }
    default:
      return inside
  }
}

function block(node: NodeJson): ReactNode {
  const content = node.content ?? []
  switch (node.type) {
    case 'paragraph':
      return <p>{inline(content)}</p>
    case 'heading': {
      const level = typeof node.attrs?.level === 'number' ? node.attrs.level : 2
      // The screen's own heading stands above: the document's begin one lower.
      return createElement(`h${Math.min(6, level + 1)}`, null, inline(content))
    }
    case 'blockquote':
      return <blockquote>{blocks(content)}</blockquote>
    case 'pullQuote':
      return <p className={styles.pullQuote}>{inline(content)}</p>
    case 'bulletList':
      return <ul>{blocks(content)}</ul>
    case 'orderedList':
      return <ol start={typeof node.attrs?.start === 'number' ? node.attrs.start : 1}>{blocks(content)}</ol>
    case 'listItem':
      return <li>{blocks(content)}</li>
    case 'table':
      return (
        <div className={styles.table} tabIndex={0} role="region" aria-label="Table">
          <table>
            <tbody>{blocks(content)}</tbody>
          </table>
        </div>
      )
    case 'tableRow':
      return <tr>{blocks(content)}</tr>
    case 'tableHeader':
    case 'tableCell':
      return createElement(node.type === 'tableHeader' ? 'th' : 'td', spansOf(node), blocks(content))
    case 'figure':
      return <Figure node={node} />
    case 'horizontalRule':
      return <hr />
    default:
      return node.text === undefined ? blocks(content) : run(node)
  }
}

/** Pictures of this desk only, by their name. */
function Figure({ node }: { readonly node: NodeJson }): ReactNode {
  const figure = figureOf(node)
  if (!figure) return <p>{inline(node.content ?? [])}</p>
  const size = figure.width > 0 && figure.height > 0 ? { width: figure.width, height: figure.height } : {}
  return (
    <figure className={styles.figure}>
      <img src={`/media/${figure.media}`} alt={figure.alt} {...size} />
      <figcaption>
        {inline(node.content ?? [])} {figure.credit ? <span className={styles.credit}>{figure.credit}</span> : null}
      </figcaption>
    </figure>
  )
}

function spansOf({ attrs }: NodeJson): { readonly colSpan: number; readonly rowSpan: number } {
  return { colSpan: Number(attrs?.colspan ?? 1), rowSpan: Number(attrs?.rowspan ?? 1) }
}
