/** May the front be arranged so? The publish right and no approval; only what readers can read has a place there. */
import type { DeskState } from '../shared/desk/desk.ts'
import { articlesOn, frontName, noFront } from '../shared/desk/front.ts'
import type { BodyOf } from '../shared/desk/operation.ts'
import { hasRole, type Person } from '../shared/desk/person.ts'
import { fail, ok, type Result } from '../shared/result.ts'
import { articleIn, type Batch } from './batch.ts'

export async function judgeFront(
  batch: Batch,
  desk: DeskState,
  { base, slots }: BodyOf<'front.arrange'>,
  person: Person,
): Promise<Result<null>> {
  if (!hasRole(person, 'publisher')) return fail('notAllowed', 'The front is arranged by a publisher. Nothing was changed.')
  const standing = frontName(desk.front?.slots ?? noFront)
  if (base !== standing)
    return fail('conflict', 'The front was arranged again meanwhile. Nothing was overwritten: look at it and arrange it anew.')
  if (frontName(slots) === standing) return fail('invalid', 'The front stands so already.')
  const ids = articlesOn(slots)
  const twice = ids.find((id, index) => ids.indexOf(id) !== index)
  if (twice !== undefined) return fail('invalid', 'One piece would stand in two places. Leave it in one. Nothing was changed.')
  for (const id of ids) {
    const article = await articleIn(batch, id)
    if (!article) return fail('notFound', 'A piece that was given a place is not at this desk. Nothing was changed.')
    if (article.publicStatus !== 'live')
      return fail(
        'notAllowed',
        'Only what readers can read has a place on the front: publish it first, or choose its place in the publish sheet.',
      )
  }
  return ok(null)
}
