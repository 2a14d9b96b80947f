/** `share`: shows a draft to people, or to everybody at the desk, before it is submitted. */
import { ok } from '../../shared/result.ts'
import { articleDocument } from './articleDocument.ts'
import { type DeskCommand, isGiven, textOf, textsOf } from './command.ts'
import { articleMeant, personMeant, sitDown } from './hand.ts'

export const shareCommand: DeskCommand = {
  name: 'share',
  form: 'ARTICLE (--with PERSON [--with PERSON …] | --everybody) --as PERSON',
  summary: 'show a draft to people, or to everybody at the desk, before it is submitted',
  options: { with: { type: 'string', multiple: true }, everybody: { type: 'boolean' }, as: { type: 'string' } },
  words: [1, 1],
  needs: 'desk',
  async run(hand, given) {
    if (textOf(given, 'as') === '') return { wrongUsage: 'Say who does it with --as.' }
    const names = textsOf(given, 'with')
    const everybody = isGiven(given, 'everybody')
    if (everybody === names.length > 0) return { wrongUsage: 'Name people by --with, or say --everybody: one of the two.' }
    const id = await articleMeant(hand, given.words[0] ?? '')
    if (!id.ok) return id
    const readers: { readonly id: string; readonly name: string }[] = []
    for (const name of names) {
      const person = await personMeant(hand, name)
      if (!person.ok) return person
      readers.push(person.value)
    }
    const seated = await sitDown(hand, textOf(given, 'as'))
    if (!seated.ok) return seated
    const done = await hand.call('articles.share', { id: id.value, with: everybody ? 'everybody' : readers.map((reader) => reader.id) })
    if (!done.ok) return done
    const { row, seenBy } = done.value
    const who = everybody ? 'everybody at the desk' : readers.map(({ name }) => name).join(', ')
    return ok({ document: { article: articleDocument(row), seenBy }, text: `“${row.headline || 'Untitled'}” is shared with ${who}.\n` })
  },
}
