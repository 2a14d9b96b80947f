/** Where the preview of an article is served, and what of it is only predicted. */
import { ok } from '../../shared/result.ts'
import { noticePreviewPath } from '../preview/notice.ts'
import { previewOf } from '../preview/preview.ts'
import { articleFor, deskOf, type Handlers } from './context.ts'

export const previewHandlers: Pick<Handlers, 'preview.of' | 'preview.notice'> = {
  async 'preview.of'(context, caller, { id }) {
    const desk = deskOf(context)
    if (!desk.ok) return desk
    const article = articleFor(context, caller, id)
    if (!article.ok) return article
    const { address, predicted, stamp } = await previewOf(context, desk.value, article.value)
    return ok({ path: `preview/${id}${address}`, address, predicted, stamp })
  },

  async 'preview.notice'(context, caller, { id, status, notice }) {
    const desk = deskOf(context)
    if (!desk.ok) return desk
    const article = articleFor(context, caller, id)
    if (!article.ok) return article
    const path = await noticePreviewPath(context, desk.value, article.value, { status, notice })
    return path.ok ? ok({ path: path.value }) : path
  },
}
