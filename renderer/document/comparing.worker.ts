/** Compares long texts beside the page. */
import { compareDocuments } from '../../shared/document/compare.ts'
import type { AnsweredComparison, AskedComparison } from './comparing.ts'

self.addEventListener('message', ({ data: { n, before, after } }: MessageEvent<AskedComparison>) => {
  let comparison: AnsweredComparison['comparison'] = null
  try {
    comparison = compareDocuments(before, after)
  } catch {
    // The page tries it itself, and tells of what is wrong.
  }
  self.postMessage({ n, comparison } satisfies AnsweredComparison)
})
