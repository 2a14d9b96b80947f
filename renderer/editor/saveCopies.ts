/** Words that could not be saved, as files: Markdown, which any program opens and the desk imports again. */
import { slugOf } from '../../shared/desk/slug.ts'
import { documentMarkdown } from '../../shared/document/markdown.ts'
import { inlineText } from '../../shared/document/text.ts'
import { unsavedDocuments } from './openDocuments.ts'

/** One file for each article with unsaved words; where it goes is asked or set by the browser. */
export function saveCopies(): void {
  for (const open of unsavedDocuments()) {
    const { document } = open.reading()
    save(`${slugOf(inlineText(document.headline)) || 'untitled'}.md`, documentMarkdown(document))
  }
}

function save(name: string, markdown: string): void {
  const address = URL.createObjectURL(new Blob([markdown], { type: 'text/markdown' }))
  const link = window.document.createElement('a')
  link.href = address
  link.download = name
  link.click()
  // The browser reads it after the click.
  setTimeout(() => URL.revokeObjectURL(address), 60_000)
}
