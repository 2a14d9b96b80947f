/** The front page: read, arranged as an operation, undone by another, previewed by the hub. */
import type { FrontView } from '../../shared/contract/front.ts'
import type { DeskState } from '../../shared/desk/desk.ts'
import { articlesOn, frontName, type FrontSlots, noFront } from '../../shared/desk/front.ts'
import { fail, ok, type Result } from '../../shared/result.ts'
import { listedArticle } from '../database/articles.ts'
import { frontPreviewPath } from '../preview/front.ts'
import { type Caller, command, type Context, deskOf, guarded, type Handlers, personOf } from './context.ts'

type FrontCalls = Pick<Handlers, 'front.read' | 'front.arrange' | 'front.undo' | 'front.preview'>

export const frontHandlers: FrontCalls = {
  'front.read'(context) {
    const desk = deskOf(context)
    return desk.ok ? view(context, desk.value) : desk
  },

  'front.arrange': (context, caller, { base, slots }) => arrange(context, caller, base, slots),

  'front.undo'(context, caller, { base }) {
    const desk = deskOf(context)
    if (!desk.ok) return desk
    const { front } = desk.value
    return front
      ? arrange(context, caller, base, front.before)
      : fail('notAllowed', 'The front was not arranged yet: there is nothing to undo.')
  },

  'front.preview': (_context, _caller, { slots, house }) => ok({ path: frontPreviewPath(slots, house) }),
}

/** Headlines of what was published a moment ago. */
const indexedBefore = 40

async function arrange(context: Context, caller: Caller, base: string, slots: FrontSlots): Promise<Result<FrontView>> {
  const at = personOf(context, caller)
  if (!at.ok) return at
  const arranged = await command(context, caller.person, { kind: 'front.arrange', subject: '', body: { base, slots } })
  const desk = deskOf(context)
  if (!arranged.ok) return arranged
  return desk.ok ? view(context, desk.value) : desk
}

async function view(context: Context, { front }: DeskState): Promise<Result<FrontView>> {
  const slots = front?.slots ?? noFront
  return guarded(async () => {
    if (context.readOnly === '') await context.indexer.catchUp(indexedBefore)
    const series = context.readOnly === '' ? await context.line.ask({ type: 'reports' }) : undefined
    if (series && !series.ok) return fail('internal', series.message)
    const shown = [...articlesOn(slots), ...articlesOn(front?.before ?? noFront)]
    return ok({
      slots,
      base: frontName(slots),
      before: front?.before ?? null,
      headlines: Object.fromEntries(shown.map((id) => [id, listedArticle(context.db, id)?.headline ?? ''])),
      series: series?.value.series ?? [],
    })
  })
}
