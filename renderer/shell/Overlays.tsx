/** What may lie over any screen: commands and search in one box, an article by its headline, and the list of keys. */
import { useState } from 'react'
import { useCommand } from '../state/commands.ts'
import { useDesk } from '../state/desk.ts'
import { KeysSheet } from './KeysSheet.tsx'
import { Palette } from './Palette.tsx'
import { QuickOpen } from './QuickOpen.tsx'

type Open = 'none' | 'palette' | 'article' | 'keys'

export function Overlays() {
  const { person } = useDesk()
  const [open, setOpen] = useState<Open>('none')
  useCommand('palette', () => setOpen('palette'))
  useCommand('searchEverything', () => setOpen('palette'))
  useCommand('quickOpen', () => setOpen('article'), person !== null)
  useCommand('help', () => setOpen('keys'))
  const close = () => setOpen('none')
  if (open === 'palette') return <Palette onClose={close} />
  if (open === 'article') return <QuickOpen onClose={close} />
  return open === 'keys' ? <KeysSheet onClose={close} /> : null
}
