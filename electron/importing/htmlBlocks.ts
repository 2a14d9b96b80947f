/** Collects blocks while HTML is walked: loose words become paragraphs, spaces collapse as on a page. */
import { joinedText } from '../../shared/document/inline.ts'
import type { MarkJson, NodeJson } from '../../shared/document/json.ts'
import { trimmed } from './headline.ts'

/** One for each container of the file. `end` gives what was collected. */
export class BlockSink {
  readonly #blocks: NodeJson[] = []
  #runs: NodeJson[] = []

  /** Words of the current paragraph; any run of spaces and line ends is one space. */
  text(words: string, marks: readonly MarkJson[]): void {
    const last = this.#runs.at(-1)
    const isAfterSpace = last === undefined || last.type === 'hardBreak' || last.text?.endsWith(' ') === true
    const collapsed = words.replace(/[ \t\n\r\f]+/g, ' ').replace(isAfterSpace ? /^ / : /^$/, '')
    if (collapsed !== '') this.#runs.push({ type: 'text', text: collapsed, ...(marks.length === 0 ? {} : { marks }) })
  }

  lineBreak(): void {
    this.#runs.push({ type: 'hardBreak' })
  }

  /** Ends the paragraph and stands for itself. */
  block(node: NodeJson): void {
    this.endParagraph()
    this.#blocks.push(node)
  }

  /** Lines that keep their ends, as code. */
  preformatted(text: string): void {
    this.endParagraph()
    const lines = text.replace(/^\n|\n$/g, '').split('\n')
    const content = lines.flatMap((line, index): readonly NodeJson[] => [
      ...(index > 0 ? [{ type: 'hardBreak' }] : []),
      ...(line === '' ? [] : [{ type: 'text', text: line, marks: [{ type: 'code' }] }]),
    ])
    if (text.trim() !== '') this.#blocks.push({ type: 'paragraph', content })
  }

  endParagraph(): void {
    const content = tidy(this.#runs)
    this.#runs = []
    if (content.length > 0) this.#blocks.push({ type: 'paragraph', content })
  }

  end(): readonly NodeJson[] {
    this.endParagraph()
    return this.#blocks
  }

  /** Everything as the runs of one line: blocks inside a heading are parted by spaces. */
  endAsLine(): readonly NodeJson[] {
    const lines = this.end().map((block) => block.content ?? [])
    return joinedText(lines.flatMap((line, index) => (index === 0 ? line : [{ type: 'text', text: ' ' }, ...line])))
  }
}

/** Breaks and spaces at either end of a paragraph show nothing. */
function tidy(runs: readonly NodeJson[]): readonly NodeJson[] {
  let content = trimmed(joinedText(runs))
  while (content[0]?.type === 'hardBreak' || content.at(-1)?.type === 'hardBreak') {
    const from = content[0]?.type === 'hardBreak' ? 1 : 0
    const to = content.at(-1)?.type === 'hardBreak' && content.length > from ? content.length - 1 : content.length
    content = trimmed(content.slice(from, to))
  }
  return content
}
