/** Finds the headline of an imported text and shapes it into one line. */
import { joinedText } from '../../shared/document/inline.ts'
import type { BlocksJson, DocumentJson, InlineJson, NodeJson } from '../../shared/document/json.ts'
import { lineMarks } from '../../shared/document/marks.ts'
import { inlineText } from '../../shared/document/text.ts'

/** The document of `blocks`: the headline as given, else the first block that holds words, taken out of the body. */
export function withHeadline(blocks: BlocksJson, headline: string | undefined): DocumentJson {
  if (headline !== undefined) return { headline: textLine(headline), standfirst: [], body: blocks }
  const first = blocks.findIndex((block) => inlineText([block]).trim() !== '')
  const block = blocks[first]
  // A list or a quotation is no headline; its text opens the article and the line is left to the writer.
  if (block === undefined || (block.type !== 'paragraph' && block.type !== 'heading')) return { headline: [], standfirst: [], body: blocks }
  return { headline: lineOf(block.content ?? []), standfirst: [], body: blocks.filter((_, index) => index !== first) }
}

/** Runs as one line: breaks are spaces, links are their words, nothing stands loose at the ends. */
export function lineOf(inline: InlineJson): InlineJson {
  const runs = inline.map((node): NodeJson => {
    if (node.text === undefined) return { type: 'text', text: ' ' }
    const marks = (node.marks ?? []).filter((mark) => (lineMarks as readonly string[]).includes(mark.type))
    return { type: 'text', text: node.text, ...(marks.length === 0 ? {} : { marks }) }
  })
  return trimmed(joinedText(runs))
}

/** Plain words as one line. */
export function textLine(text: string): InlineJson {
  const words = text.trim().replace(/\s*\n\s*/g, ' ')
  return words === '' ? [] : [{ type: 'text', text: words }]
}

/** The runs without spaces at either end. */
export function trimmed(inline: InlineJson): InlineJson {
  const runs = [...inline]
  while (runs[0]?.text !== undefined && runs[0].text.trimStart() === '') runs.shift()
  while (runs.at(-1)?.text !== undefined && runs.at(-1)?.text?.trimEnd() === '') runs.pop()
  const [first, last] = [runs[0], runs.at(-1)]
  if (first?.text !== undefined) runs[0] = { ...first, text: first.text.trimStart() }
  const end = runs.at(-1)
  if (last?.text !== undefined && end?.text !== undefined) runs[runs.length - 1] = { ...end, text: end.text.trimEnd() }
  return runs
}
