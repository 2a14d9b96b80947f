/** A figure between two texts: the picture, or both where it changed, its caption marked as all words are, the rest told. */
import type { ReactNode } from 'react'
import type { ComparedBlock } from '../../shared/document/compare.ts'
import { type FigureUse, figureOf } from '../../shared/document/figureUses.ts'
import documentStyles from './DocumentView.module.css'

export interface ComparedFigureProps {
  readonly block: ComparedBlock
  readonly className: string
  /** The caption, marked. */
  readonly caption: ReactNode
}

export function ComparedFigure({ block, className, caption }: ComparedFigureProps) {
  const now = figureOf({ type: 'figure', ...(block.attrs && { attrs: block.attrs }) })
  const was = figureOf({ type: 'figure', ...(block.attrsBefore && { attrs: block.attrsBefore }) })
  const isOther = now && was && now.media !== was.media
  return (
    <figure className={`${className} ${documentStyles.figure}`}>
      {isOther ? <Picture of={was} mark="del" said="Picture before: " /> : null}
      {now ? <Picture of={now} mark={isOther ? 'ins' : undefined} said={saidOf(block.kind)} /> : null}
      <figcaption>
        {caption}
        {now ? <Change name="Alternative text" before={was?.alt} after={now.alt} /> : null}
        {now ? <Change name="Credit" before={was?.credit} after={now.credit} /> : null}
      </figcaption>
    </figure>
  )
}

function saidOf(kind: ComparedBlock['kind']): string {
  if (kind === 'inserted') return 'Picture put in'
  if (kind === 'deleted') return 'Picture taken out'
  return kind === 'moved' ? 'Picture moved here' : ''
}

function Picture({
  of: { media, alt },
  mark,
  said,
}: {
  readonly of: FigureUse
  readonly mark: 'ins' | 'del' | undefined
  readonly said: string
}) {
  const image = <img src={`/media/${media}`} alt={alt} />
  return (
    <>
      {said ? <p>{said}</p> : null}
      {mark === 'ins' ? <ins>{image}</ins> : mark === 'del' ? <del>{image}</del> : image}
    </>
  )
}

/** Both values where they differ, one where they do not. */
function Change({ name, before, after }: { readonly name: string; readonly before: string | undefined; readonly after: string }) {
  const isOther = before !== undefined && before !== after
  if (!isOther && after === '') return null
  return (
    <p>
      {name}: {isOther ? <del>{before || 'none'}</del> : null} {isOther ? <ins>{after || 'none'}</ins> : after}
    </p>
  )
}
