/** Plain text files: paragraphs by blank lines, or one to a line. */
import type { NodeJson } from '../../shared/document/json.ts'
import { withHeadline } from './headline.ts'
import type { Imported, ImportOptions } from './outcome.ts'

/** No program breaks lines later than this; a longer line is a paragraph of its own, and so then is every other. */
const longestWrapped = 120

/**
 * The paragraphs of `text` (line ends as `\n`). A single line end is a space where lines were broken to a width, and ends a paragraph
 * where the file plainly has one line per paragraph. The first is the headline when none is given; nothing else is guessed.
 */
export function importedText(text: string, options: ImportOptions): Imported {
  const groups = text
    .split(/\n[^\S\n]*(?:\n[^\S\n]*)+|\f/)
    .map((group) =>
      group
        .split('\n')
        .map((line) => line.trim())
        .filter((line) => line !== ''),
    )
    .filter((group) => group.length > 0)
  const paragraphs = isLinePerParagraph(groups) ? groups.flat() : joinedGroups(groups)
  return { document: withHeadline(paragraphs.map(paragraph), options.headline), notes: [], pictures: [] }
}

function isLinePerParagraph(groups: readonly (readonly string[])[]): boolean {
  const lines = groups.flat()
  if (lines.some((line) => line.length > longestWrapped)) return true
  if (groups.length > 1) return false
  // One block without a blank line: broken lines mostly stop in the middle of a sentence.
  const inner = lines.slice(1, -1)
  return inner.filter((line) => !/[.!?:;…]["'”’)\]]*$/.test(line)).length * 2 <= inner.length
}

/** Without any blank line the first line still stands for itself: it is the headline. */
function joinedGroups(groups: readonly (readonly string[])[]): readonly string[] {
  const [first] = groups
  if (groups.length > 1 || first === undefined) return groups.map((group) => group.join(' '))
  return [first[0] ?? '', first.slice(1).join(' ')].filter((line) => line !== '')
}

function paragraph(text: string): NodeJson {
  return { type: 'paragraph', content: [{ type: 'text', text }] }
}
