/** Where the preview of an article is served, and what of it is only predicted. */
import { fail, ok } from '../../shared/result.ts'
import { readArticle } from '../database/articles.ts'
import { previewOf } from '../preview/preview.ts'
import { deskOf, type Handlers } from './context.ts'

export const previewHandlers: Pick<Handlers, 'preview.of'> = {
  async 'preview.of'(context, _caller, { id }) {
    const desk = deskOf(context)
    if (!desk.ok) return desk
    const article = readArticle(context.db, id)
    if (!article) return fail('notFound', 'There is no such article at this desk.')
    const { address, predicted, stamp } = await previewOf(context, desk.value, article)
    return ok({ path: `preview/${id}${address}`, address, predicted, stamp })
  },
}
