/** Light, dark, or as the system has it: chosen on this computer, held by every page of it. */
import { create } from 'zustand'
import type { Appearance } from '../../shared/contract/shellDuties.ts'
import { readStored, store } from './stored.ts'

type Theme = Appearance['theme']

const key = 'chancery.theme'
export const themes: readonly Theme[] = ['system', 'light', 'dark']

export const useTheme = create<{ readonly theme: Theme }>(() => ({ theme: themes.find((theme) => theme === readStored(key)) ?? 'system' }))

export function chooseTheme(theme: Theme): void {
  useTheme.setState({ theme })
  store(key, theme)
  applyTheme()
}

/** The tokens follow `color-scheme`; the window around the page follows where there is one. */
export function applyTheme(): void {
  const { theme } = useTheme.getState()
  // As an attribute: what the tokens become is decided when the styles are built, by the rules that name it.
  document.documentElement.dataset['theme'] = theme
  void window.chancery?.duty?.('setAppearance', { theme })
}
