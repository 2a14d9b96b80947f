/** Sets one field of an article; a refusal stands under the field, a conflict says that somebody else was first. */
import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useRef, useState } from 'react'
import type { ArticleView } from '../../../shared/contract/articles.ts'
import type { Input } from '../../../shared/contract/contract.ts'
import type { ArticleFields, FieldName } from '../../../shared/desk/fields.ts'
import type { Failure } from '../../../shared/result.ts'
import { bridge } from '../../bridge/bridge.ts'
import { sendFields } from '../../state/fieldsOnTheirWay.ts'
import { giveUpFields, say, showSaving } from '../../state/statusLine.ts'

export interface SetField {
  /** A part of a field is changed from what it will be by then: its other part may be on its way. */
  readonly set: <F extends FieldName>(field: F, value: ArticleFields[F] | ((now: ArticleFields[F]) => ArticleFields[F])) => void
  readonly wrong: Readonly<Partial<Record<string, string>>>
}

/** One field at a time and one call in flight: letters typed on a list, or arrows, choose several values in a moment. */
export function useSetField(view: ArticleView): SetField {
  const client = useQueryClient()
  const [wrong, setWrong] = useState<Partial<Record<string, string>>>({})
  const wanted = useRef(new Map<FieldName, unknown>())
  const isSending = useRef(false)
  const latest = useRef(new Map<FieldName, unknown>())
  const fields = useRef(view.fields)
  if (!isSending.current) fields.current = view.fields
  const { id } = view.row
  const refuse = useRefusal(id)

  async function send(): Promise<void> {
    isSending.current = true
    for (let next = first(wanted.current); next; next = first(wanted.current)) {
      const [field, value] = next
      wanted.current.delete(field)
      // The base is what this window last knew to stand, its own change of a moment ago included. [SY15]
      const input = { id, field, value, base: fields.current[field] } as Input<'articles.setField'>
      const result = await bridge.call('articles.setField', input)
      setWrong(({ [field]: _before, ...others }) => (result.ok ? others : { ...others, [field]: result.error.message }))
      // Chosen anew meanwhile, it is still on its way.
      if (!wanted.current.has(field)) {
        if (result.ok) showSaving({ article: id, what: field }, { kind: 'saved', at: new Date().toISOString(), isAtDesk: true })
        else refuse(field, result.error)
      }
      if (result.ok) {
        fields.current = result.value.fields
        client.setQueryData(['articles.read', { id }], result)
      } else void client.invalidateQueries({ queryKey: ['articles.read', { id }] })
    }
    isSending.current = false
    latest.current.clear()
    void client.invalidateQueries({ queryKey: ['preview.of', { id }] })
  }

  function set<F extends FieldName>(field: F, value: ArticleFields[F] | ((now: ArticleFields[F]) => ArticleFields[F])): void {
    const now = (latest.current.get(field) ?? fields.current[field]) as ArticleFields[F]
    const next = typeof value === 'function' ? value(now) : value
    wanted.current.set(field, next)
    latest.current.set(field, next)
    showSaving({ article: id, what: field }, { kind: 'saving' })
    if (!isSending.current) sendFields(id, send())
  }
  return { set, wrong }
}

/** How a refusal is told: at the foot for as long as it stands under its field, and once where the field is left behind already. */
function useRefusal(article: string): (what: FieldName, failure: Failure) => void {
  const isShown = useRef(true)
  useEffect(() => {
    isShown.current = true
    return () => {
      isShown.current = false
      giveUpFields(article)
    }
  }, [article])
  return (what, failure) => {
    showSaving({ article, what }, { kind: 'failed', failure })
    if (isShown.current) return
    giveUpFields(article)
    say(failure.message)
  }
}

function first(wanted: ReadonlyMap<FieldName, unknown>): readonly [FieldName, unknown] | undefined {
  const [found] = wanted
  return found
}
