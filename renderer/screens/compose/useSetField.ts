/** Sets one field of an article; a refusal stands under the field, a conflict says that somebody else was first. */
import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import type { ArticleView } from '../../../shared/contract/articles.ts'
import type { Input } from '../../../shared/contract/contract.ts'
import type { ArticleFields, FieldName } from '../../../shared/desk/fields.ts'
import { bridge } from '../../bridge/bridge.ts'
import { showSaving } from '../../state/statusLine.ts'

export interface SetField {
  readonly set: <F extends FieldName>(field: F, value: ArticleFields[F]) => void
  readonly wrong: Readonly<Partial<Record<string, string>>>
}

export function useSetField(view: ArticleView): SetField {
  const client = useQueryClient()
  const [wrong, setWrong] = useState<Partial<Record<string, string>>>({})
  const { id } = view.row
  function set<F extends FieldName>(field: F, value: ArticleFields[F]): void {
    showSaving({ kind: 'saving' })
    const input: Input<'articles.setField'> = { id, field, value, base: view.fields[field] }
    void bridge.call('articles.setField', input).then((result) => {
      const { [field]: _before, ...others } = wrong
      setWrong(result.ok ? others : { ...others, [field]: result.error.message })
      showSaving(result.ok ? { kind: 'saved', at: new Date().toISOString() } : { kind: 'none' })
      if (result.ok) client.setQueryData(['articles.read', { id }], result)
      else void client.invalidateQueries({ queryKey: ['articles.read', { id }] })
      void client.invalidateQueries({ queryKey: ['preview.of', { id }] })
    })
  }
  return { set, wrong }
}
