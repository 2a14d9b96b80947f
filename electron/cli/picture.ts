/** `picture`: a file becomes a figure at the end of an article, or the picture that leads it, cleaned of all it carries. */
import { readFile, stat } from 'node:fs/promises'
import { basename, resolve } from 'node:path'
import { largestPictureBytes } from '../../shared/contract/media.ts'
import { longestAlt, longestCredit } from '../../shared/document/figures.ts'
import { fail, ok, type Result } from '../../shared/result.ts'
import { figureUpdate } from '../documents/figureUpdate.ts'
import { errorCode } from '../owner/dataFolder.ts'
import { type DeskCommand, isGiven, textOf } from './command.ts'
import { articleMeant, sitDown } from './hand.ts'

export const pictureCommand: DeskCommand = {
  name: 'picture',
  form: 'ARTICLE FILE --alt TEXT [--caption TEXT] [--credit TEXT] [--lead [--focus X,Y]] [--as PERSON]',
  summary: 'put a picture below the words of an article, or at its head',
  options: {
    alt: { type: 'string' },
    caption: { type: 'string' },
    credit: { type: 'string' },
    lead: { type: 'boolean' },
    focus: { type: 'string' },
    as: { type: 'string' },
  },
  words: [2, 2],
  needs: 'desk',
  async run(hand, given) {
    const [article = '', file = ''] = given.words
    const [alt, caption, credit] = [line(textOf(given, 'alt')), line(textOf(given, 'caption')), line(textOf(given, 'credit'))]
    if (alt === '') return { wrongUsage: '--alt says what the picture shows, for those who do not see it.' }
    if (alt.length > longestAlt || credit.length > longestCredit)
      return fail('invalid', `The alternative text may have ${longestAlt} characters, the credit ${longestCredit}. Nothing was changed.`)
    const isLead = isGiven(given, 'lead')
    const focus = focusMeant(textOf(given, 'focus'))
    if (!focus) return { wrongUsage: '--focus is two numbers, per cent from the left and from the top, such as 30,70.' }
    if (!isLead && textOf(given, 'focus') !== '') return { wrongUsage: '--focus belongs to --lead: pictures in the text are not cut.' }
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
    const { hash, width, height, note } = added.value
    const base = opened.value.article.fields.lead
    const done = isLead
      ? await hand.call('articles.setField', {
          id: id.value,
          field: 'lead',
          value: { media: hash, alt, caption, credit, width, height, focus },
          base,
        })
      : await hand.call('articles.save', {
          id: id.value,
          update: figureUpdate(opened.value.update, { picture: added.value, alt, caption, credit }),
        })
    if (!done.ok) return done
    return ok({
      document: { article: id.value, picture: { hash, width, height, alt, caption, credit }, notes: note === '' ? [] : [note] },
      text: `The picture ${isLead ? 'leads the piece' : 'stands below the words'}: ${width} × ${height} pixels.\n`,
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
    const code = errorCode(error)
    const why = code === 'ENOENT' ? 'is not there' : `could not be read (${code})`
    return fail('notFound', `“${file}” ${why}. Nothing was changed.`)
  }
}

/** One line, as the fields of the screen take it. */
function line(text: string): string {
  return text.replaceAll(/[\u0000-\u001f\u007f]+/gu, ' ').trim()
}

/** In per cent from the left and the top; the middle when nothing is written, undefined when it is no place. */
function focusMeant(written: string): { readonly x: number; readonly y: number } | undefined {
  if (written === '') return { x: 50, y: 50 }
  const found = /^(\d{1,3}),\s*(\d{1,3})$/u.exec(written.trim())
  const [x, y] = [Number(found?.[1] ?? 101), Number(found?.[2] ?? 101)]
  return x <= 100 && y <= 100 ? { x, y } : undefined
}
