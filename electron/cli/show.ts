/** `show`: one article, its fields, or its words in a format of choice. */
import * as Y from 'yjs'
import type { ArticleView } from '../../shared/contract/articles.ts'
import { blocksHtml, inlineHtml } from '../../shared/document/html.ts'
import type { DocumentJson } from '../../shared/document/json.ts'
import { documentMarkdown } from '../../shared/document/markdown.ts'
import { readDocument } from '../../shared/document/read.ts'
import { blocksText, inlineText } from '../../shared/document/text.ts'
import { ok } from '../../shared/result.ts'
import { articleDocument, articleLine } from './articleDocument.ts'
import { type DeskCommand, textOf } from './command.ts'
import { articleMeant } from './hand.ts'
import { table } from './table.ts'

const formats = ['json', 'html', 'md', 'text'] as const
type Format = (typeof formats)[number]

export const showCommand: DeskCommand = {
  name: 'show',
  form: 'ARTICLE [--format json|html|md|text]',
  summary: 'one article: what is known of it, or its words',
  options: { format: { type: 'string' } },
  words: [1, 1],
  needs: 'desk',
  async run(hand, given) {
    const asked = textOf(given, 'format')
    const format = formats.find((name) => name === asked)
    if (asked !== '' && !format) return { wrongUsage: `There is no format “${asked}”.` }
    const id = await articleMeant(hand, given.words[0] ?? '')
    if (!id.ok) return id
    const opened = await hand.call('articles.open', { id: id.value })
    if (!opened.ok) return opened
    const { article, update } = opened.value
    const doc = new Y.Doc()
    Y.applyUpdate(doc, update)
    const { document } = readDocument(doc)
    const described = description(article, document)
    if (format === undefined) return ok({ document: described, text: card(article, document) })
    if (format === 'json') return ok({ document: described, text: `${JSON.stringify(described, null, 2)}\n` })
    const text = wordsAs(format, document)
    return ok({ document: { ...described, [format]: text }, text })
  },
}

function description(article: ArticleView, document: DocumentJson): object {
  const { row, fields, editions, versions, history, draftVersion, missing, acts } = article
  return {
    ...articleDocument(row),
    standfirst: inlineText(document.standfirst),
    waitsFor: row.waitsFor,
    fields,
    editions,
    versions,
    history,
    draftVersion,
    missing,
    acts: acts.map(({ act }) => act),
  }
}

function wordsAs(format: Exclude<Format, 'json'>, document: DocumentJson): string {
  if (format === 'md') return ended(documentMarkdown(document))
  if (format === 'text') {
    const parts = [inlineText(document.headline), inlineText(document.standfirst), blocksText(document.body)]
    return ended(parts.filter((part) => part !== '').join('\n\n'))
  }
  const standfirst = document.standfirst.length === 0 ? '' : `<p>${inlineHtml(document.standfirst)}</p>\n`
  return ended(`<h1>${inlineHtml(document.headline)}</h1>\n${standfirst}${blocksHtml(document.body)}`)
}

/** Gates that were asked for, with how they stand. */
function gatesOf({ gates }: ArticleView['edition']): readonly (readonly [string, string])[] {
  return Object.entries(gates).flatMap(([gate, asked]) => (asked ? [[gate, asked.state] as const] : []))
}

function card({ row, edition, proposal, fields, versions, missing }: ArticleView, document: DocumentJson): string {
  const lines = table(
    ['', ''],
    [
      ['Id', row.id],
      ['Edition', `${row.edition}, ${row.publicStatus.replaceAll('_', ' ')}`],
      ['Byline', row.byline || '–'],
      ['Category', fields.category || '–'],
      ['Words', row.words],
      ['Versions', versions.length],
      ['Standfirst', inlineText(document.standfirst) || '–'],
      ...gatesOf(edition).map(([gate, state]) => ['Gate', `${gate}: ${state}`]),
      ...(proposal ? [['Notice', proposal.notice]] : []),
      ...(proposal && proposal.reason !== proposal.notice ? [['Reason', proposal.reason]] : []),
      ...missing.map(({ message }) => ['Missing', message]),
    ],
  )
  return articleLine(row) + lines.trimStart()
}

function ended(text: string): string {
  return text.endsWith('\n') ? text : `${text}\n`
}
