/** What the bound schema leaves free and a person needs: a paragraph to stand in, list items that begin with one. */
import { Fragment, type Node, type Schema } from '@tiptap/pm/model'
import { Plugin, type Transaction } from '@tiptap/pm/state'
import { ySyncPluginKey } from '@tiptap/y-tiptap'
import { changedBlocks } from './changedBlocks.ts'

/**
 * An empty document shows one paragraph that is not part of it: the binding writes nothing until somebody types there, because
 * opening is not writing. It compares with `createAndFill()`, which is therefore told what an empty document looks like here.
 */
export function showBlankParagraph(schema: Schema): void {
  const { topNodeType } = schema
  topNodeType.createAndFill = (attrs, content, marks) => {
    const given = Fragment.from(content)
    return topNodeType.create(attrs, given.size > 0 ? given : blank(schema), marks)
  }
}

/** Repairs after the person's own changes only: if every window repaired what arrives from others, each would add its own. */
export function fillers(schema: Schema): Plugin {
  // What came from others is looked through with the next own change; after that, what the change touched.
  let isUnchecked = true
  return new Plugin({
    appendTransaction: (transactions, before, state) => {
      if (state.doc.childCount === 0) return state.tr.insert(0, blank(schema)).setMeta('addToHistory', false)
      const changes = transactions.filter((transaction) => transaction.docChanged)
      isUnchecked ||= changes.some(fromElsewhere)
      if (changes.every(fromElsewhere)) return null
      const { tr } = state
      const from = isUnchecked ? undefined : before.doc
      isUnchecked = false
      forChangedBlocks(from, state.doc, (block, at) => {
        repair(block, at, schema, tr)
        if (block.isTextblock) return
        block.descendants((node, position) => {
          repair(node, at + 1 + position, schema, tr)
          return !node.isTextblock
        })
      })
      return tr.docChanged ? tr : null
    },
  })
}

/** The blocks of a body between the first and the last that are others than before; without a `before` all. */
function forChangedBlocks(before: Node | undefined, after: Node, act: (block: Node, at: number) => void): void {
  const { head, tail } = changedBlocks(before, after)
  const last = after.childCount - tail
  after.forEach((block, at, index) => {
    if (index >= head && index < last) act(block, at)
  })
}

function repair(node: Node, position: number, schema: Schema, tr: Transaction): void {
  const { listItem, tableCell, tableHeader, paragraph } = schema.nodes
  const isCell = node.type === tableCell || node.type === tableHeader
  if ((node.type === listItem || isCell) && node.firstChild?.type !== paragraph) tr.insert(tr.mapping.map(position) + 1, blank(schema))
  else if (!node.isTextblock && !node.isLeaf && node.childCount === 0) {
    const at = tr.mapping.map(position)
    tr.delete(at, at + node.nodeSize)
  }
}

function blank(schema: Schema): Node {
  const { paragraph } = schema.nodes
  if (!paragraph) throw new Error('the schema has no paragraph')
  return paragraph.create()
}

function fromElsewhere(transaction: Transaction): boolean {
  return (transaction.getMeta(ySyncPluginKey) as { isChangeOrigin?: boolean } | undefined)?.isChangeOrigin === true
}
