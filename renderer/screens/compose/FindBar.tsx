/** Find and replace, above the text: what is found is marked in headline, standfirst and body, and gone through in their order. */
import { type FormEvent, type KeyboardEvent, useEffect, useRef, useState } from 'react'
import {
  bringIntoView,
  type Editors,
  firstFrom,
  markMatches,
  type Match,
  matchesOf,
  replaceMatches,
  showMatch,
  type Wanted,
} from '../../editor/finding.ts'
import { type Box, boxes, type OpenDocument } from '../../editor/openDocument.ts'
import { count, counted } from '../../state/dates.ts'
import { say } from '../../state/statusLine.ts'
import { Button } from '../../ui/Button.tsx'
import { CheckField } from '../../ui/Field.tsx'
import styles from './FindBar.module.css'

export interface FindBarProps {
  readonly editors: Editors
  readonly document: OpenDocument
  /** Where the cursor stood when it was asked for: the search begins there. */
  readonly from: Box
  /** True: with the field for what is to stand there instead. */
  readonly isReplacing: boolean
  readonly onClose: () => void
}

const longestSelection = 200

export function FindBar({ editors, document, from, isReplacing, onClose }: FindBarProps) {
  const place = useRef({ box: from, from: editors[from]?.state.selection.from ?? 0 })
  const [wanted, setWanted] = useState<Wanted>(() => ({ words: selectedWords(editors, from), matchCase: false, wholeWords: false }))
  const [replacement, setReplacement] = useState('')
  const [matches, setMatches] = useState<readonly Match[]>([])
  const [at, setAt] = useState(-1)
  const first = useRef<HTMLInputElement>(null)
  const second = useRef<HTMLInputElement>(null)
  /** Where somebody went into the text beside the bar, as long as nothing was gone through since. */
  const wentInto = useRef<Box | undefined>(undefined)
  // Asked for anew, the field that fits takes the focus; letters typed into it move nothing.
  const hasWords = useRef(wanted.words !== '')
  hasWords.current = wanted.words !== ''
  useEffect(() => {
    const field = isReplacing && hasWords.current ? second : first
    field.current?.focus()
    field.current?.select()
  }, [isReplacing])

  // Marked in every box, and counted again whenever its words change.
  useEffect(() => {
    const look = () => {
      const found = matchesOf(editors, wanted)
      setMatches(found)
      setAt(firstFrom(found, place.current))
    }
    markMatches(editors, wanted)
    look()
    // What is found while it is typed is seen; the cursor stays where it was until Next, or until the bar is closed.
    const found = matchesOf(editors, wanted)
    const nearest = found[firstFrom(found, place.current)]
    if (nearest && wanted.words !== '') bringIntoView(editors, nearest)
    const all = Object.values(editors)
    for (const editor of all) editor.on('update', look)
    return () => {
      for (const editor of all) editor.off('update', look)
    }
  }, [editors, wanted])
  useEffect(() => {
    const stops = boxes.map((box) => {
      const went = () => {
        wentInto.current = box
      }
      editors[box]?.on('focus', went)
      return () => editors[box]?.off('focus', went)
    })
    return () => {
      for (const stop of stops) stop()
    }
  }, [editors])
  useEffect(() => () => markMatches(editors, { words: '', matchCase: false, wholeWords: false }), [editors])

  // Looked for anew at each press: what is on screen may be a moment behind what was just typed into the field.
  const step = (by: 1 | -1) => {
    const found = matchesOf(editors, wanted)
    const here = firstFrom(found, place.current)
    go(found, isSelected(editors, found[here]) || by === -1 ? here + by : here)
  }
  const go = (found: readonly Match[], index: number) => {
    const match = found.at(index % Math.max(1, found.length))
    if (!match) return
    place.current = match
    wentInto.current = undefined
    setMatches(found)
    setAt(found.indexOf(match))
    showMatch(editors, match)
  }
  const replaceOne = () => {
    const found = matchesOf(editors, wanted)
    const match = found[firstFrom(found, place.current)]
    // The first press shows what would be replaced, the next one replaces it.
    if (!match || !isSelected(editors, match)) return step(1)
    document.undo.stopCapturing()
    replaceMatches(editors, [match], replacement)
    document.undo.stopCapturing()
    place.current = { box: match.box, from: match.from + replacement.length }
    const left = matchesOf(editors, wanted)
    go(left, firstFrom(left, place.current))
  }
  const replaceAll = () => {
    document.undo.stopCapturing()
    const found = matchesOf(editors, wanted)
    replaceMatches(editors, found, replacement)
    document.undo.stopCapturing()
    say(`${counted(found.length, 'place', 'places')} replaced. Undo brings back what stood there.`)
  }
  const close = () => {
    onClose()
    // Whoever is writing meanwhile is left where they write: words that were selected would be written over.
    if (wentInto.current) return editors[wentInto.current]?.view.focus()
    // What was shown last is where the cursor goes, gone through or not.
    const found = wanted.words === '' ? [] : matchesOf(editors, wanted)
    const match = found[firstFrom(found, place.current)]
    if (match) showMatch(editors, match)
    editors[match?.box ?? place.current.box]?.view.focus()
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Escape') return
    event.preventDefault()
    event.stopPropagation()
    close()
  }
  const find = (event: FormEvent) => {
    event.preventDefault()
    step(1)
  }
  const none = matches.length === 0
  return (
    <form className={styles.bar} role="search" aria-label="Find in the text" onKeyDown={onKeyDown} onSubmit={find}>
      <div className={styles.row}>
        <input
          ref={first}
          type="text"
          aria-label="Find"
          placeholder="Find"
          autoComplete="off"
          maxLength={400}
          value={wanted.words}
          onChange={({ target }) => setWanted({ ...wanted, words: target.value })}
          onKeyDown={(event) => {
            if (event.key !== 'Enter' || !event.shiftKey) return
            event.preventDefault()
            step(-1)
          }}
        />
        <Button type="submit" aria-disabled={none || undefined}>
          Next
        </Button>
        <Button onClick={() => step(-1)} aria-disabled={none || undefined}>
          Previous
        </Button>
        <p role="status" className={styles.count}>
          {wanted.words === '' ? '' : none ? 'Not found' : `${count(at + 1)} of ${count(matches.length)}`}
        </p>
        <Button look="quiet" onClick={close}>
          Close
        </Button>
      </div>
      <div className={styles.row}>
        {isReplacing ? (
          <input
            ref={second}
            type="text"
            aria-label="Replace with"
            placeholder="Replace with"
            autoComplete="off"
            maxLength={400}
            value={replacement}
            onChange={({ target }) => setReplacement(target.value)}
            onKeyDown={(event) => {
              if (event.key !== 'Enter') return
              event.preventDefault()
              replaceOne()
            }}
          />
        ) : null}
        {isReplacing ? (
          <Button onClick={replaceOne} aria-disabled={none || undefined}>
            Replace
          </Button>
        ) : null}
        {isReplacing ? (
          <Button onClick={replaceAll} aria-disabled={none || undefined}>
            {none ? 'Replace all' : `Replace all ${count(matches.length)}`}
          </Button>
        ) : null}
        <CheckField
          label="Match capitals"
          checked={wanted.matchCase}
          onChange={({ target }) => setWanted({ ...wanted, matchCase: target.checked })}
        />
        <CheckField
          label="Whole words"
          checked={wanted.wholeWords}
          onChange={({ target }) => setWanted({ ...wanted, wholeWords: target.checked })}
        />
      </div>
    </form>
  )
}

/** What is selected within one line, as the first thing to look for. */
function selectedWords(editors: Editors, box: Box): string {
  const state = editors[box]?.state
  if (!state || state.selection.empty || !state.selection.$from.sameParent(state.selection.$to)) return ''
  const words = state.doc.textBetween(state.selection.from, state.selection.to)
  return words.length <= longestSelection ? words : ''
}

function isSelected(editors: Editors, match: Match | undefined): boolean {
  const selection = match && editors[match.box]?.state.selection
  return selection?.from === match?.from && selection?.to === match?.to
}
