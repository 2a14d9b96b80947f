/** A refusal for as long as what it was about stands: it goes with the words, details or state of the article that it spoke of. */
import { useQueryClient } from '@tanstack/react-query'
import { useCallback, useEffect, useRef, useState } from 'react'
import type { ArticleView } from '../../../shared/contract/articles.ts'
import type { Failure, Problem, Result } from '../../../shared/result.ts'
import { boxes, type OpenDocument } from '../../editor/openDocument.ts'

export interface HeldRefusal {
  readonly failure: Failure | undefined
  /** Of its parts, those that were seen to since. */
  readonly seenTo: readonly Problem[]
  readonly setFailure: (failure: Failure | undefined) => void
}

interface Held {
  readonly failure: Failure
  readonly seenTo: readonly Problem[]
  /** The article when it was refused, as it was last answered and as it was on the screen: one may be a moment behind the other. */
  readonly about: readonly ArticleView[]
}

/** `document`: its words where they are open. */
export function useRefusal(view: ArticleView | undefined, document?: OpenDocument): HeldRefusal {
  const [held, setHeld] = useState<Held | undefined>()
  const client = useQueryClient()
  const onScreen = useRef(view)
  useEffect(() => {
    onScreen.current = view
    if (view) setHeld((known) => known && afterView(known, view))
  }, [view])
  const isHeld = held !== undefined
  useEffect(
    () => (isHeld && document ? whenWritten(document, (box) => setHeld((known) => known && without(known, [box]))) : undefined),
    [isHeld, document],
  )
  const setFailure = useCallback(
    (failure: Failure | undefined) => {
      const shown = onScreen.current
      const answer = shown && client.getQueryData<Result<ArticleView>>(['articles.read', { id: shown.row.id }])
      const about = [...(shown ? [shown] : []), ...(answer?.ok ? [answer.value] : [])]
      setHeld(failure && { failure, seenTo: [], about })
    },
    [client],
  )
  return { failure: held?.failure, seenTo: held?.seenTo ?? [], setFailure }
}

function afterView(held: Held, view: ArticleView): Held | undefined {
  if (held.about.every((before) => stateOf(before) !== stateOf(view))) return undefined
  const names = Object.keys(view.fields) as (keyof ArticleView['fields'])[]
  return without(
    held,
    names.filter((name) => held.about.every(({ fields }) => JSON.stringify(fields[name]) !== JSON.stringify(view.fields[name]))),
  )
}

function stateOf({ edition, publicStatus, proposal, unconfirmed }: ArticleView): string {
  return JSON.stringify([edition, publicStatus, proposal, unconfirmed])
}

/** `changed`: boxes and fields. What names its parts loses those that were changed; anything else is out of date as a whole. */
function without(held: Held, changed: readonly string[]): Held | undefined {
  if (changed.length === 0) return held
  const { details = [] } = held.failure
  const seenTo = details.filter((part) => held.seenTo.includes(part) || changed.includes(part.where))
  if (seenTo.length === details.length) return undefined
  return seenTo.length === held.seenTo.length ? held : { ...held, seenTo }
}

/** Answers how to stop. */
function whenWritten({ doc }: OpenDocument, tell: (box: string) => void): () => void {
  const stops = boxes.map((box) => {
    const words = doc.getXmlFragment(box)
    const told = () => tell(box)
    words.observeDeep(told)
    return () => words.unobserveDeep(told)
  })
  return () => {
    for (const stop of stops) stop()
  }
}
