/** `versions`: what was kept of an article; keeps the text as it stands, or brings an earlier version back. */
import type { ArticleView } from '../../shared/contract/articles.ts'
import { fail, ok, type Result } from '../../shared/result.ts'
import { articleLine } from './articleDocument.ts'
import { type DeskCommand, textOf } from './command.ts'
import { articleMeant, type Hand, sitDown } from './hand.ts'
import { table } from './table.ts'

export const versionsCommand: DeskCommand = {
  name: 'versions',
  form: 'ARTICLE [--keep LABEL | --bring-back N] [--as PERSON]',
  summary: 'the kept versions of an article; keep one more, or bring one back',
  options: { keep: { type: 'string' }, 'bring-back': { type: 'string' }, as: { type: 'string' } },
  words: [1, 1],
  needs: 'desk',
  async run(hand, given) {
    const [label, number] = [given.values.keep, textOf(given, 'bring-back')]
    const changes = label !== undefined || number !== ''
    if (label !== undefined && number !== '') return { wrongUsage: 'Keep a version or bring one back: not both at once.' }
    if (number !== '' && !/^[1-9]\d*$/.test(number)) return { wrongUsage: `--bring-back takes the number of a version, not “${number}”.` }
    if (changes && textOf(given, 'as') === '') return { wrongUsage: 'Say who does it with --as.' }
    const id = await articleMeant(hand, given.words[0] ?? '')
    if (!id.ok) return id
    if (changes) {
      const seated = await sitDown(hand, textOf(given, 'as'))
      if (!seated.ok) return seated
    }
    const view = await done(hand, id.value, textOf(given, 'keep'), label !== undefined, number)
    if (!view.ok) return view
    const versions = view.value.versions.map(({ n, hash, edition, by, at, label: words }) => ({ n, hash, edition, by, at, label: words }))
    const rows = versions.map(({ n, edition, at, label: words, hash }) => [n, edition, at, words, hash.slice(0, 12)])
    return ok({
      document: { article: id.value, versions },
      text: `${toldOf(label !== undefined, number, view.value)}${articleLine(view.value.row)}${rows.length === 0 ? 'No version is kept yet.\n' : table(['N', 'ED.', 'AT', 'LABEL', 'NAME'], rows)}`,
    })
  },
}

/** What was done, before what stands now. */
function toldOf(keeps: boolean, number: string, { versions, draftVersion }: ArticleView): string {
  const now = versions.findLast(({ hash }) => hash === draftVersion)
  if (keeps && now) return `Version ${now.n} is kept${now.label ? `: ${now.label}` : ''}.\n`
  return number === '' ? '' : `Version ${number} is the text; what differed from it before is kept as a version.\n`
}

async function done(hand: Hand, id: string, label: string, keeps: boolean, number: string): Promise<Result<ArticleView>> {
  if (keeps) return hand.call('versions.keep', { id, label })
  const view = await hand.call('articles.read', { id })
  if (!view.ok || number === '') return view
  const version = view.value.versions.find(({ n }) => n === Number(number))
  if (!version)
    return fail('notFound', `There is no version ${number} of this article: it has ${view.value.versions.length}. Nothing was changed.`)
  return hand.call('versions.restore', { id, version: version.hash })
}
