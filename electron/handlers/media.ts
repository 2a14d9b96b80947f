/** Pictures: taken in, cleaned, kept, and made known to the desk. */
import type { BodyOf } from '../../shared/desk/operation.ts'
import type { ArticleState } from '../../shared/desk/article.ts'
import { figuresIn } from '../../shared/document/figureUses.ts'
import { pictureType, sizeOfPicture } from '../../shared/picture/webp.ts'
import { fail, ok, type Result } from '../../shared/result.ts'
import { keepBlob } from '../database/outbox.ts'
import { readPicture } from '../database/pictures.ts'
import type { Rendition } from '../media/renditions.ts'
import { articleFor, command, type Context, guarded, type Handlers, personOf } from './context.ts'

export const mediaHandlers: Pick<Handlers, 'media.add'> = {
  async 'media.add'(context, caller, { id, name, bytes }) {
    if (context.readOnly !== '') return fail('readOnly', context.readOnly)
    const at = personOf(context, caller)
    if (!at.ok) return at
    const seen = articleFor(context, caller, id)
    if (!seen.ok) return seen
    const clean = await context.pictures.read(name, bytes)
    if (!clean.ok) return fail('invalid', clean.message)
    const { hash } = clean
    return guarded(async () => {
      const added = await announce(context, caller.person, id, clean, clean.renditions)
      // Without the hub it is kept here, and goes out before the words that show it.
      if (!added.ok && added.error.code !== 'offline') return added
      return ok({ hash, type: pictureType, width: clean.width, height: clean.height, note: clean.note })
    })
  },
}

/** Pictures that came with words from another article of this desk belong to this one too, before it is submitted. [SY23] */
export async function announcePictures(context: Context, person: string, article: ArticleState): Promise<Result<null>> {
  const used = new Set([article.fields.lead, ...figuresIn(context.documents.reading(article.id).document.body)].map(({ media }) => media))
  for (const hash of used) {
    const bytes = article.media?.includes(hash) ? undefined : readPicture(context.db, hash)
    const done = bytes ? await announce(context, person, article.id, { hash, bytes }, await context.pictures.renditions(bytes)) : ok(null)
    if (!done.ok) return done
  }
  return ok(null)
}

/** Kept here first, with its smaller copies: they go out before the words that show them. */
function announce(
  context: Context,
  person: string,
  article: string,
  { hash, bytes }: Rendition,
  renditions: readonly Rendition[],
): Promise<Result<null>> {
  const size = sizeOfPicture(bytes)
  if (!size) throw new Error(`picture ${hash} is not in the form that pictures are kept in`)
  for (const kept of [{ hash, bytes }, ...renditions]) keepBlob(context.db, kept.hash, kept.bytes)
  const copies = renditions.length === 0 ? {} : { renditions: renditions.map((rendition) => rendition.hash) }
  const body: BodyOf<'media.add'> = { hash, type: pictureType, ...size, bytes: bytes.byteLength, ...copies }
  return command(context, person, { kind: 'media.add', subject: article, body })
}
