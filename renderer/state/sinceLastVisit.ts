/** What others moved on since this person was last at the desk: told on coming back, until the Desk is left or the sentence closed. [IN14] */
import { useEffect, useState } from 'react'
import { useAsk } from './ask.ts'
import { counted, shortDate } from './dates.ts'
import { lastVisit } from './deskVisit.ts'

/** Pieces that are looked at; with more the number is said to be a lower one. */
const most = 100

const none: ReadonlySet<string> = new Set()

/** By person, the pieces that had moved on when they came: what moves later comes and takes away no sentence above a list. Empty: told. */
const moved = new Map<string, ReadonlySet<string>>()

export interface SinceLastVisit {
  /** Empty: there is nothing to say; undefined until that is known. */
  readonly words: string | undefined
  close(): void
}

export function useSinceLastVisit(person: string, zone: string): SinceLastVisit {
  const [, drawAgain] = useState(0)
  const last = lastVisit(person)
  const known = moved.get(person) ?? (last === '' ? none : undefined)
  const { value, failure } = useAsk('articles.list', { limit: most }, { enabled: known !== none })
  if (!known && value) moved.set(person, new Set(value.articles.flatMap(({ id, lastEditedAt }) => (lastEditedAt > last ? [id] : []))))
  const isKnown = moved.has(person)
  useEffect(() => {
    if (isKnown) return () => void moved.set(person, none)
    return undefined
  }, [person, isKnown])

  const ids = moved.get(person) ?? (known || failure ? none : undefined)
  const waiting = value?.articles.filter(({ id, waitsForMe }) => ids?.has(id) && waitsForMe).length ?? 0
  return {
    words: ids && sentence(ids.size, waiting, shortDate(last, zone)),
    close: () => {
      moved.set(person, none)
      drawAgain((times) => times + 1)
    },
  }
}

function sentence(pieces: number, waiting: number, since: string): string {
  if (pieces === 0) return ''
  const number = pieces === most ? `${most} pieces or more` : counted(pieces, 'piece', 'pieces')
  const wait = waiting > 0 ? `, ${waiting} of them ${waiting === 1 ? 'waits' : 'wait'} for you` : ''
  return `Since you left, ${since}: ${number} moved on${wait}.`
}
