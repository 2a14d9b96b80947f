/** The fields that differ between two versions, with categories and earlier pieces by the names that people know. */
import { useQueries } from '@tanstack/react-query'
import { useMemo } from 'react'
import { type ChangedField, changedFields } from '../../shared/desk/changedFields.ts'
import type { Version } from '../../shared/desk/version.ts'
import { bridge } from '../bridge/bridge.ts'
import { answered } from '../state/answered.ts'
import { useAsk } from '../state/ask.ts'

const none: readonly ChangedField[] = []

export function useChangedFields(before: Version | undefined, after: Version | undefined): readonly ChangedField[] {
  const { value } = useAsk('settings.read', {})
  const ids = [...new Set([...(before?.previously ?? []), ...(after?.previously ?? [])])]
  const pieces = useQueries({
    queries: ids.map((id) => ({ queryKey: ['articles.read', { id }], queryFn: () => answered(bridge.call('articles.read', { id })) })),
    combine: (answers) => answers.map(({ data }) => (data?.ok ? data.value.row.headline : '') || 'Untitled').join('\n'),
  })
  const key = ids.join(' ')
  return useMemo(() => {
    if (!before || !after) return none
    const headlines = pieces.split('\n')
    const known = key.split(' ')
    return changedFields(before, after, {
      category: (slug) => value?.settings.categories.find((category) => category.slug === slug)?.name ?? slug,
      piece: (id) => headlines[known.indexOf(id)] ?? 'Untitled',
      houseCredit: value?.settings.houseCredit ?? '',
    })
  }, [before, after, pieces, key, value])
}
