/** `picture`: a file becomes a figure at the end of an article, cleaned of all it carries. */
import { readFile, stat } from 'node:fs/promises'
import { basename, resolve } from 'node:path'
import { largestPictureBytes } from '../../shared/contract/media.ts'
import { longestAlt, longestCredit } from '../../shared/document/figures.ts'
import { fail, ok, type Result } from '../../shared/result.ts'
import { figureUpdate } from '../documents/figureUpdate.ts'
import { errorCode } from '../owner/dataFolder.ts'
import { type DeskCommand, textOf } from './command.ts'
import { articleMeant, sitDown } from './hand.ts'

export const pictureCommand: DeskCommand = {
  name: 'picture',
  form: 'ARTICLE FILE --alt TEXT [--caption TEXT] [--credit TEXT] [--as PERSON]',
  summary: 'put a picture below the words of an article',
  options: { alt: { type: 'string' }, caption: { type: 'string' }, credit: { type: 'string' }, as: { type: 'string' } },
  words: [2, 2],
  needs: 'desk',
  async run(hand, given) {
    const [article = '', file = ''] = given.words
    const [alt, caption, credit] = [line(textOf(given, 'alt')), line(textOf(given, 'caption')), line(textOf(given, 'credit'))]
    if (alt === '') return { wrongUsage: '--alt says what the picture shows, for those who do not see it.' }
    if (alt.length > longestAlt || credit.length > longestCredit)
      return fail('invalid', `The alternative text may have ${longestAlt} characters, the credit ${longestCredit}. Nothing was changed.`)
    const seated = await sitDown(hand, textOf(given, 'as'))
    if (!seated.ok) return seated
    const id = await articleMeant(hand, article)
    if (!id.ok) return id
    const opened = await hand.call('articles.open', { id: id.value })
    if (!opened.ok) return opened
    if (opened.value.article.locked) return fail('notAllowed', `${opened.value.article.lockReason} Nothing was changed.`)
    const bytes = await bytesOf(resolve(hand.cwd, file), file)
    if (!bytes.ok) return bytes
    const added = await hand.call('media.add', { id: id.value, name: basename(file), bytes: bytes.value })
    if (!added.ok) return added
    const update = figureUpdate(opened.value.update, { picture: added.value, alt, caption, credit })
    const saved = await hand.call('articles.save', { id: id.value, update })
    if (!saved.ok) return saved
    const { hash, width, height, note } = added.value
    return ok({
      document: { article: id.value, picture: { hash, width, height, alt, caption, credit }, notes: note === '' ? [] : [note] },
      text: `The picture stands below the words: ${width} × ${height} pixels.\n`,
      notes: note === '' ? [] : [note],
    })
  },
}

async function bytesOf(path: string, file: string): Promise<Result<Uint8Array>> {
  try {
    const { size } = await stat(path)
    if (size > largestPictureBytes)
      return fail('invalid', `“${file}” is larger than 50 MB. Save a smaller copy of it. Nothing was changed.`)
    return ok(new Uint8Array(await readFile(path)))
  } catch (error) {
    return fail('notFound', `“${file}” could not be read (${errorCode(error)}). Nothing was changed.`)
  }
}

/** One line, as the fields of the screen take it. */
function line(text: string): string {
  return text.replaceAll(/[\u0000-\u001f\u007f]+/gu, ' ').trim()
}
