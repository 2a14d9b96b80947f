/** The hub's projections: one JSON state for the desk, one an article, with copies of what is asked for by index. */
import { CompiledQuery, sql } from 'kysely'
import type { ArticleState } from '../../shared/desk/article.ts'
import { currentEdition } from '../../shared/desk/article.ts'
import type { DeskState } from '../../shared/desk/desk.ts'
import type { Reader, Writer } from '../context.ts'

export async function readDesk(reader: Reader): Promise<DeskState | undefined> {
  const row = await reader.selectFrom('desk').select('state').executeTakeFirst()
  return row && row.state !== '' ? (JSON.parse(row.state) as DeskState) : undefined
}

export async function writeDesk(writer: Writer, state: DeskState): Promise<void> {
  await writer
    .updateTable('desk')
    .set({ state: JSON.stringify(state), id: state.id })
    .execute()
  await writer
    .insertInto('settings')
    .values({ hash: state.settingsHash, json: JSON.stringify(state.settings) })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}

/** As text that is the same each time: putting the statement together anew cost more than running it. */
const reading = 'SELECT state FROM article WHERE id = ?'

export async function readArticle(reader: Reader, id: string): Promise<ArticleState | undefined> {
  const { rows } = await reader.executeQuery<{ state: string }>(CompiledQuery.raw(reading, [id]))
  return rows[0] && (JSON.parse(rows[0].state) as ArticleState)
}

const replacement = `INSERT INTO article (id, state, edition_state, due_at, slug, address, category) VALUES (?, ?, ?, ?, ?, ?, ?)
  ON CONFLICT (id) DO UPDATE SET state = excluded.state, edition_state = excluded.edition_state, due_at = excluded.due_at,
    slug = excluded.slug, address = excluded.address, category = excluded.category`

export async function writeArticle(writer: Writer, state: ArticleState): Promise<void> {
  const edition = currentEdition(state)
  const dueAt = edition.state === 'scheduled' ? (edition.schedule?.at ?? '') : ''
  const address = state.editions.find(({ publication }) => publication !== undefined)?.publication?.address ?? ''
  const row = [state.id, JSON.stringify(state), edition.state, dueAt, state.fields.slug, address, state.fields.category]
  await writer.executeQuery(CompiledQuery.raw(replacement, row))
}

/** True when another article on its way, or published in `month` (`YYYY/MM`), has chosen this slug. */
export async function isSlugTaken(reader: Reader, slug: string, article: string, month: string): Promise<boolean> {
  const others = reader.selectFrom('article').select('id').where('id', '<>', article).limit(1)
  // An index of what is not empty answers only when it is told so: without that every article is read.
  const chosen = others
    .where('slug', '=', slug)
    .where('slug', '<>', sql.lit(''))
    .where('edition_state', 'in', ['in_review', 'approved', 'scheduled'])
  const standing = others.where('address', '=', `/${month}/${slug}/`).where('address', '<>', sql.lit(''))
  return ((await chosen.executeTakeFirst()) ?? (await standing.executeTakeFirst())) !== undefined
}
