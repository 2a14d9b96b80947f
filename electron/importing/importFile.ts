/** Brings a file from outside into the form of the document; pure over bytes, so that it can run in a worker. */
import { cleanDocument } from '../../shared/document/clean.ts'
import type { DocumentJson } from '../../shared/document/json.ts'
import { strictDocument } from '../../shared/document/check.ts'
import { decoded, refused } from './decode.ts'
import { importedHtml } from './html.ts'
import { importedMarkdown } from './markdown.ts'
import type { Imported, ImportOptions, ImportOutcome } from './outcome.ts'
import { importedText } from './text.ts'

const importers: Readonly<Record<string, (text: string, options: ImportOptions) => Imported>> = {
  txt: importedText,
  md: importedMarkdown,
  markdown: importedMarkdown,
  html: importedHtml,
  htm: importedHtml,
}

/**
 * The document in a .txt, .md, .markdown, .html or .htm file, the kind taken from `name`. Whatever is wrong with the file is one
 * sentence, and then there is no document at all, not half of one.
 */
export function importFile(name: string, bytes: Uint8Array, options: ImportOptions = {}): ImportOutcome {
  const importer = importerOf(name)
  if (importer === undefined) {
    return refused(
      name,
      'is of a kind that cannot be imported. Nothing was imported and the file is untouched; save it as .txt, .md or .html and import that.',
    )
  }
  const text = decoded(name, bytes)
  if (!text.ok) return text
  const { document, notes, pictures } = importer(text.text, options)
  const clean = cleanDocument(strictDocument(cleanDocument(document)))
  if (isEmpty(clean)) return refused(name, 'holds no words. Nothing was imported; choose a file that holds the text.')
  return { ok: true, document: clean, notes, pictures }
}

function importerOf(name: string): ((text: string, options: ImportOptions) => Imported) | undefined {
  const extension = /\.([^.\\/]+)$/.exec(name)?.[1]?.toLowerCase() ?? ''
  return Object.hasOwn(importers, extension) ? importers[extension] : undefined
}

function isEmpty(document: DocumentJson): boolean {
  return document.headline.length === 0 && document.body.length === 0
}
