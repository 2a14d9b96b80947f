/** What changed between two texts, for a component; undefined until both are there and, where they are long, until it is known. */
import { useEffect, useMemo, useState } from 'react'
import { type Comparison, compareDocuments } from '../../shared/document/compare.ts'
import type { DocumentJson } from '../../shared/document/json.ts'
import { compareBeside, isLongPair, type Pair } from './comparing.ts'

export interface Compared {
  readonly comparison: Comparison | undefined
  /** It takes a moment. */
  readonly isUnderWay: boolean
}

export function useComparison(before: DocumentJson | undefined, after: DocumentJson | undefined): Compared {
  const pair = useMemo(() => (before && after ? { before, after } : undefined), [before, after])
  const isLong = useMemo(() => pair !== undefined && isLongPair(pair), [pair])
  const short = useMemo(() => (pair && !isLong ? compareDocuments(pair.before, pair.after) : undefined), [pair, isLong])
  const [long, setLong] = useState<{ readonly pair: Pair; readonly comparison?: Comparison; readonly fault?: Error } | undefined>()
  useEffect(() => {
    if (!pair || !isLong) return
    let isWanted = true
    const tell = (found: { readonly comparison: Comparison } | { readonly fault: Error }) => {
      if (isWanted) setLong({ pair, ...found })
    }
    compareBeside(pair).then(
      (comparison) => tell({ comparison }),
      (error: unknown) => tell({ fault: error instanceof Error ? error : new Error(String(error)) }),
    )
    return () => {
      isWanted = false
    }
  }, [pair, isLong])
  // Told where a short text's would be.
  if (long?.pair === pair && long?.fault) throw long.fault
  const comparison = short ?? (long?.pair === pair ? long?.comparison : undefined)
  return { comparison, isUnderWay: pair !== undefined && comparison === undefined }
}
