/** Notes: words that are written where they belong and set at the foot, numbered as they come. A note is a run that carries its mark. */
import type { BlocksJson, InlineJson, MarkJson, NodeJson } from './json.ts'

/** What stands where a note was taken out; two characters that no text may hold, around its number. */
export const noteSign = { start: '\ufdd0', end: '\ufdd1' } as const

export interface WithNotes {
  /** The blocks with a numbered sign (`noteSign`) in place of each note. */
  readonly blocks: BlocksJson
  /** The notes' own words, the first one first, without the mark. */
  readonly notes: readonly InlineJson[]
}

/** Takes the notes out of a body. */
export function takeNotes(blocks: BlocksJson): WithNotes {
  if (!holdsNotesOrSigns(blocks)) return { blocks, notes: [] }
  const notes: InlineJson[] = []
  const walk = (nodes: readonly NodeJson[]): readonly NodeJson[] => {
    const out: NodeJson[] = []
    let open: MarkJson | undefined
    for (const node of nodes) {
      const mark = noteMark(node)
      if (!mark) out.push(node.content ? { ...node, content: walk(node.content) } : withoutSigns(node))
      else {
        if (!open || open.attrs?.['id'] !== mark.attrs?.['id']) {
          notes.push([])
          out.push({ type: 'text', text: `${noteSign.start}${notes.length}${noteSign.end}` })
        }
        notes[notes.length - 1] = [...(notes.at(-1) ?? []), withoutSigns(withoutNote(node))]
      }
      open = mark
    }
    return out
  }
  const without = walk(blocks)
  return { blocks: without, notes }
}

/** Most articles have none, and are then left as they are. */
function holdsNotesOrSigns(nodes: readonly NodeJson[]): boolean {
  return nodes.some(
    (node) =>
      noteMark(node) !== undefined ||
      (node.content !== undefined && holdsNotesOrSigns(node.content)) ||
      (node.text !== undefined && (node.text.includes(noteSign.start) || node.text.includes(noteSign.end))),
  )
}

/** The runs of a line with a space on either side of each note, so that its words do not run into those beside it. */
export function spacedNotes(inline: InlineJson): InlineJson {
  if (!inline.some(noteMark)) return inline
  return inline.flatMap((node, index) => {
    const [mark, before] = [noteMark(node), noteMark(inline[index - 1])]
    const isEdge = index > 0 && (mark?.attrs?.['id'] !== before?.attrs?.['id'] || (mark === undefined) !== (before === undefined))
    return isEdge ? [{ type: 'text', text: ' ' }, node] : [node]
  })
}

function noteMark(node: NodeJson | undefined): MarkJson | undefined {
  return node?.marks?.find(({ type }) => type === 'note')
}

function withoutNote(node: NodeJson): NodeJson {
  const { marks = [], ...rest } = node
  const kept = marks.filter(({ type }) => type !== 'note')
  return kept.length === 0 ? rest : { ...rest, marks: kept }
}

/** A text that held the sign would get a number that no note has. */
function withoutSigns(node: NodeJson): NodeJson {
  return node.text === undefined ? node : { ...node, text: node.text.replaceAll(/[\ufdd0\ufdd1]/gu, '') }
}
