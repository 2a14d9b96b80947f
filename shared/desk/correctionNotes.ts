/** What we wrote and what it should say, read off the difference between the published words and the new ones. */
import { compareDocuments } from '../document/compare.ts'
import type { DocumentJson } from '../document/json.ts'
import type { Span } from '../document/tokens.ts'
import type { CorrectionNote } from './version.ts'

/** The longest text a correction note keeps; what is longer is described by its note. */
const mostSigns = 2000

/** One entry a changed sentence, in the order of the new text. A sentence that was only added, or only dropped, has one side. */
export function notesFromChanges(published: DocumentJson, draft: DocumentJson): readonly CorrectionNote[] {
  const { headline, standfirst, blocks } = compareDocuments(published, draft)
  const lines = [headline, standfirst, ...blocks.filter(({ kind }) => kind !== 'same').map(({ spans }) => spans)]
  return lines.flatMap(changedSentences)
}

/**
 * What was filled in before stays, with its note for readers: an entry about the same words gets what they should say now,
 * new changes come after. Nothing that somebody wrote is lost by filling in a second time.
 */
export function filledIn(standing: readonly CorrectionNote[], found: readonly CorrectionNote[]): readonly CorrectionNote[] {
  const isSame = (one: CorrectionNote, other: CorrectionNote) =>
    one.wrote === other.wrote && (one.wrote !== '' || one.shouldSay === other.shouldSay)
  const kept = standing.map((note) => {
    const now = found.find((other) => isSame(note, other))
    return now ? { ...note, shouldSay: now.shouldSay } : note
  })
  return [...kept, ...found.filter((note) => !standing.some((other) => isSame(note, other)))].slice(0, 50)
}

/**
 * Entries that were filled in and have come untrue: the words they call wrong stand in the new text as they were, and those they call
 * right do not. What has a note of its own, or must not be repeated, was looked at by somebody and is never among them.
 */
export function untrue(standing: readonly CorrectionNote[], draft: DocumentJson): readonly CorrectionNote[] {
  const sentences = sentencesOf(draft)
  return standing.filter(
    ({ wrote, shouldSay, note, doNotRepeat }) =>
      note === '' &&
      !doNotRepeat &&
      wrote + shouldSay !== '' &&
      (wrote === '' || sentences.has(wrote)) &&
      (shouldSay === '' || !sentences.has(shouldSay)),
  )
}

/** Every sentence of a text, written as entries write them. */
function sentencesOf(document: DocumentJson): ReadonlySet<string> {
  const { headline, standfirst, blocks } = compareDocuments(document, document)
  const lines = [headline, standfirst, ...blocks.map(({ spans }) => spans)].map((spans) => spans.map(({ text }) => text).join(''))
  return new Set(lines.flatMap((line) => [line, ...line.split(sentenceEnd)]).map(tidy))
}

/** A sentence ends where both texts have the same end of one; what lies between two such places belongs together. */
function changedSentences(spans: readonly Span[]): readonly CorrectionNote[] {
  const notes: CorrectionNote[] = []
  let [wrote, shouldSay] = ['', '']
  const close = () => {
    if (wrote !== shouldSay) notes.push({ wrote: tidy(wrote), shouldSay: tidy(shouldSay), note: '', doNotRepeat: false })
    wrote = ''
    shouldSay = ''
  }
  for (const { kind, text } of joined(spans)) {
    // A whole sentence that came or went beside one that stayed stands alone.
    const isNewSentence =
      kind === 'same'
        ? [wrote, shouldSay].every((side) => side === '' || endsWithSpace.test(side))
        : wrote === shouldSay && atEnd.test(wrote) && /^\s/u.test(text)
    if (isNewSentence) close()
    if (kind === 'deleted') wrote += text
    else if (kind === 'inserted') shouldSay += text
    else
      for (const [index, part] of text.split(sentenceEnd).entries()) {
        if (index > 0) close()
        wrote += part
        shouldSay += part
      }
  }
  close()
  return notes.filter((note) => note.wrote !== note.shouldSay)
}

/** A full stop, question or exclamation mark, closing signs, then space before what can begin a sentence; not after an initial. */
const sentenceEnd = /(?<=(?<!\b\p{Lu}|\b(?:Mr|Mrs|Ms|Dr|St|No))[.?!…]["”’»)]*)\s+(?=["“‘«(]*[\p{Lu}\p{N}])/u

const atEnd = /[.?!…]["”’»)]*$/u
const endsWithSpace = /[.?!…]["”’»)]*\s+$/u

/** A change of marks alone is no change of words: parts that say the same on both sides become one. */
function joined(spans: readonly Span[]): readonly Span[] {
  return spans.flatMap((span, index): readonly Span[] => {
    const [before, after] = [spans[index - 1], spans[index + 1]]
    if (span.kind === 'deleted' && after?.kind === 'inserted' && after.text === span.text) return [{ kind: 'same', text: span.text }]
    if (span.kind === 'inserted' && before?.kind === 'deleted' && before.text === span.text) return []
    return [span]
  })
}

function tidy(text: string): string {
  return text.replaceAll(/\s+/gu, ' ').trim().slice(0, mostSigns)
}
