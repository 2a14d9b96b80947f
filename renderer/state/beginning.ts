/** Whether a desk is just being made: it exists from its first operation on, and is shown when its last one is done. */
import { create } from 'zustand'

export const useBeginning = create<{ readonly isBeginning: boolean }>(() => ({ isBeginning: false }))

export function showBeginning(isBeginning: boolean): void {
  useBeginning.setState({ isBeginning })
}
