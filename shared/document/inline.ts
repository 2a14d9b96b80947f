/** Runs of text in one agreed form: marks in the schema's order, neighbours with equal marks joined. */
import type { MarkJson, NodeJson } from './json.ts'
import { markSpecs } from './marks.ts'

const rank = new Map(Object.keys(markSpecs).map((name, index) => [name, index]))

/** Marks outermost first, as the schema ranks them; unknown ones last, by name. */
export function ranked(marks: readonly MarkJson[]): readonly MarkJson[] {
  return [...marks].sort((a, b) => {
    const difference = (rank.get(a.type) ?? rank.size) - (rank.get(b.type) ?? rank.size)
    return difference !== 0 || a.type === b.type ? difference : a.type < b.type ? -1 : 1
  })
}

/** True when both runs carry the same marks with the same attributes, in the same order. */
export function equalMarks(a: readonly MarkJson[] = [], b: readonly MarkJson[] = []): boolean {
  return a.length === b.length && a.every((mark, index) => equalMark(mark, b[index]))
}

export function equalMark(a: MarkJson, b: MarkJson | undefined): boolean {
  return b !== undefined && a.type === b.type && attrsKey(a) === attrsKey(b)
}

/** Neighbouring text nodes with equal marks become one, as ProseMirror itself would join them. */
export function joinedText(nodes: readonly NodeJson[]): readonly NodeJson[] {
  const joined: NodeJson[] = []
  for (const node of nodes) {
    const last = joined.at(-1)
    if (last?.text !== undefined && node.text !== undefined && equalMarks(last.marks, node.marks)) {
      joined[joined.length - 1] = { ...last, text: last.text + node.text }
    } else {
      joined.push(node)
    }
  }
  return joined
}

function attrsKey(mark: MarkJson): string {
  const entries = Object.entries(mark.attrs ?? {})
  return entries.length === 0 ? '' : JSON.stringify(entries.sort(([a], [b]) => (a < b ? -1 : 1)))
}
