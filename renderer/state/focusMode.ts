/** Focus: the text alone on the screen, with the status line, until somebody wants the rest back. */
import { create } from 'zustand'

export const useFocusMode = create<{ readonly isOn: boolean }>(() => ({ isOn: false }))

export function setFocusMode(isOn: boolean): void {
  useFocusMode.setState({ isOn })
}
