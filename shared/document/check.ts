/** Judges documents that come from outside as JSON: imports, versions, other workstations. */
import type { DocumentJson, InlineJson } from './json.ts'
import { type DocumentProblem, type FragmentName, representedBlocks, representedInline } from './represent.ts'
import { strictLineSchema, strictSchema } from './schema.ts'

/** What the strict schema does not accept in `document`; empty when all is well. Never throws on any JSON of the right outer shape. [DO1] */
export function checkDocument(document: DocumentJson): readonly DocumentProblem[] {
  const problems: DocumentProblem[] = []
  represented(document, problems)
  return problems
}

/** The document with every part that the strict schema refuses turned into its words. */
export function strictDocument(document: DocumentJson): DocumentJson {
  return represented(document, [])
}

function represented(document: DocumentJson, problems: DocumentProblem[]): DocumentJson {
  return {
    headline: line('headline', document.headline, problems),
    standfirst: line('standfirst', document.standfirst, problems),
    body: representedBlocks(document.body, { fragment: 'body', schema: strictSchema, problems }),
  }
}

function line(fragment: FragmentName, inline: InlineJson, problems: DocumentProblem[]): InlineJson {
  return representedInline(inline, [], { fragment, schema: strictLineSchema, problems })
}
