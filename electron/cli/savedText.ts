/** What saving settings came to, for people: what stands, how much of the site it rewrites, what waits for somebody else. */
import type { Saved } from '../../shared/contract/settings.ts'
import { rewritesWords } from '../../shared/desk/rewrites.ts'

export function savedText({ change, changed, proposed, rewrites }: Saved): string {
  const stands = change > 0 ? `Changed: ${changed.join(', ')}. ${rewritesWords(rewrites)}\n` : ''
  const waits = proposed.length > 0 ? `Proposed: ${proposed.join(', ')}. Another publisher agrees with words, or sends them back.\n` : ''
  return `${stands}${waits}`
}
