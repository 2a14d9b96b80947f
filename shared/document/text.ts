/** The plain words of a document, and how many they are. */
import type { BlocksJson, DocumentJson, InlineJson, NodeJson } from './json.ts'
import { nodeSpecs } from './nodes.ts'
import { spacedNotes } from './notes.ts'
import { wordsIn } from './words.ts'

/** The words of a line of text without their marks; a hard break is a newline. */
export function inlineText(inline: InlineJson): string {
  return inline.map(runText).join('')
}

/** The words of a body: every paragraph, heading, quotation and list item of its own, parted by a blank line; with `most`, so many signs of them. */
export function blocksText(blocks: BlocksJson, most = Number.POSITIVE_INFINITY): string {
  let text = ''
  for (const block of textblocks(blocks)) {
    const words = inlineText(spacedNotes(block.content ?? []))
    if (words !== '') text += text === '' ? words : `\n\n${words}`
    if (text.length >= most) return text.slice(0, most)
  }
  return text
}

/** A document as it is searched and listed. */
export interface PlainText {
  readonly headline: string
  readonly standfirst: string
  readonly body: string
  readonly words: number
}

export function plainText(document: DocumentJson): PlainText {
  return {
    headline: inlineText(document.headline),
    standfirst: inlineText(document.standfirst),
    body: blocksText(document.body),
    words: wordCount(document),
  }
}

/**
 * Words of the body. A word is what stands between spaces and dashes and holds a letter or digit, so `don’t`, `1,000`, `St-Denis`
 * and `9.0°C` are one each and ` – ` is none. Languages written without spaces are counted low.
 */
export function wordCount({ body }: DocumentJson): number {
  const known = counted.get(body)
  if (known !== undefined) return known
  let words = 0
  // Block by block: putting a long text together to take it apart takes longer than counting.
  for (const { content = [] } of textblocks(body)) words += wordsIn(inlineText(spacedNotes(content)))
  counted.set(body, words)
  return words
}

/** A document never changes; several parts of a screen ask how long it is. */
const counted = new WeakMap<BlocksJson, number>()

/** Whole minutes at 238 words a minute (Brysbaert 2019, silent reading of non-fiction in English); at least one for any words. */
export function readingMinutes(words: number): number {
  return words === 0 ? 0 : Math.max(1, Math.round(words / 238))
}

/** The nodes that hold words directly, in reading order: containers opened, rules left out. */
export function textblocks(blocks: BlocksJson): readonly NodeJson[] {
  const found: NodeJson[] = []
  for (const block of blocks) {
    if (isContainer(block)) for (const inner of textblocks(block.content ?? [])) found.push(inner)
    else if (block.content !== undefined || block.text !== undefined)
      found.push(block.text === undefined ? block : { type: 'paragraph', content: [block] })
  }
  return found
}

/** True for nodes that hold blocks; an unknown node is one when any child holds nodes of its own. */
function isContainer(node: NodeJson): boolean {
  if (Object.hasOwn(nodeSpecs, node.type)) {
    const { content } = nodeSpecs[node.type as keyof typeof nodeSpecs] as { content?: string }
    return content !== undefined && content !== 'inline*'
  }
  return (node.content ?? []).some((child) => child.content !== undefined)
}

function runText(node: NodeJson): string {
  if (node.text !== undefined) return node.text
  return node.type === 'hardBreak' ? '\n' : inlineText(node.content ?? [])
}
