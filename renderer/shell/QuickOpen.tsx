/** Opening an article by its headline: what was last edited stands first, and every word typed narrows it. */
import { useState } from 'react'
import { useLocation } from 'wouter'
import { stateWords } from '../../shared/desk/edition.ts'
import { useAsk } from '../state/ask.ts'
import { nameOf, useDesk } from '../state/desk.ts'
import { ChooseBox, type Entry } from './ChooseBox.tsx'

/** As many as are looked at; a further word finds the others. */
const most = 20

export function QuickOpen({ onClose }: { readonly onClose: () => void }) {
  const desk = useDesk()
  const [words, setWords] = useState('')
  const [, go] = useLocation()
  const { value, isBehind } = useAsk('articles.list', { words, limit: most }, { keep: true })
  const entries: readonly Entry[] = (value?.articles ?? []).map((row) => ({
    key: row.id,
    label: row.headline || 'Untitled',
    hint: `${nameOf(desk, row.createdBy)} · ${stateWords[row.state]}`,
    run: () => go(`/compose/${row.id}`),
  }))
  return (
    <ChooseBox
      title="Open an article"
      words={words}
      onWords={setWords}
      entries={entries}
      isBehind={isBehind}
      none={words.trim() === '' ? 'Nothing is written yet.' : 'No headline holds these words.'}
      onClose={onClose}
    />
  )
}
