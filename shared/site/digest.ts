/** Digests as readers see them: in fours, so that two can be compared by eye. */
import type { Hash } from '../canonical.ts'

/** All sixteen groups of four. */
export function digestInFours(digest: Hash): string {
  return (digest.match(/.{1,4}/gu) ?? []).join(' ')
}

/** The first and last three groups. */
export function shortDigest(digest: Hash): string {
  const fours = digest.match(/.{1,4}/gu) ?? []
  return fours.length <= 6 ? fours.join(' ') : `${fours.slice(0, 3).join(' ')} … ${fours.slice(-3).join(' ')}`
}
