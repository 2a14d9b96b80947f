/** What may lie over any screen: commands and search in one box, and the list of keys. */
import { useState } from 'react'
import { useCommand } from '../state/commands.ts'
import { KeysSheet } from './KeysSheet.tsx'
import { Palette } from './Palette.tsx'

type Open = 'none' | 'palette' | 'keys'

export function Overlays() {
  const [open, setOpen] = useState<Open>('none')
  useCommand('palette', () => setOpen('palette'))
  useCommand('searchEverything', () => setOpen('palette'))
  useCommand('help', () => setOpen('keys'))
  const close = () => setOpen('none')
  if (open === 'palette') return <Palette onClose={close} />
  return open === 'keys' ? <KeysSheet onClose={close} /> : null
}
