/** One box for commands and for search over everything: what is typed is a command's name or words of an article. */
import { useState } from 'react'
import { useLocation } from 'wouter'
import { commands } from '../../shared/contract/commands.ts'
import { useAsk } from '../state/ask.ts'
import { runCommand, useOfferedCommands } from '../state/commands.ts'
import { keyCaps } from '../state/keys.ts'
import { ChooseBox, type Entry } from './ChooseBox.tsx'

export function Palette({ onClose }: { readonly onClose: () => void }) {
  const [words, setWords] = useState('')
  const [, go] = useLocation()
  const offered = useOfferedCommands()
  const { value, isBehind } = useAsk('search.find', { words }, { enabled: words.trim().length > 1, keep: true })
  const wanted = words.trim().toLowerCase()
  const matching: readonly Entry[] = commands
    .filter(({ id, label }) => id !== 'palette' && offered[id] !== undefined && label.toLowerCase().includes(wanted))
    .map(({ id, label }) => ({ key: id, label, hint: keyCaps(id), run: () => runCommand(id) }))
  const found: readonly Entry[] = (wanted.length > 1 ? (value?.results ?? []) : []).map((hit) => ({
    key: hit.id,
    label: hit.headline || 'Untitled',
    hint: 'Article',
    run: () => go(`/compose/${hit.id}`),
  }))
  return (
    <ChooseBox
      title="Search or command"
      words={words}
      onWords={setWords}
      entries={[...matching, ...found]}
      isBehind={isBehind && matching.length === 0}
      none="Nothing fits."
      onClose={onClose}
    />
  )
}
