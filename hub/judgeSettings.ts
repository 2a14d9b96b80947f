/** May the settings be changed so? Nothing is overwritten, and nothing that articles stand in is taken away from under them. */
import type { DeskState } from '../shared/desk/desk.ts'
import type { BodyOf } from '../shared/desk/operation.ts'
import { hasRole, type Person } from '../shared/desk/person.ts'
import { changedParts, isStandingPart, partsInWords, type SettingsPart, settingsParts } from '../shared/desk/settingsParts.ts'
import { hasSecondPerson } from '../shared/desk/standingWords.ts'
import type { HouseSettings } from '../shared/desk/settings.ts'
import { isSeenBy } from '../shared/desk/seen.ts'
import { settingsProblem } from '../shared/desk/settingsProblem.ts'
import { readVersion } from '../shared/desk/version.ts'
import { readDocument } from '../shared/document/read.ts'
import { inlineText } from '../shared/document/text.ts'
import { fail, ok, type Result } from '../shared/result.ts'
import type { Batch } from './batch.ts'
import type { Writer } from './context.ts'
import { loadDocument } from './documents.ts'
import { readArticle } from './storage/projections.ts'

export async function judgeSettings(
  batch: Batch,
  desk: DeskState,
  { base, settings, alone }: BodyOf<'settings.change'>,
  person: Person,
): Promise<Result<null>> {
  if (base !== desk.settingsHash) {
    return fail(
      'conflict',
      'The settings were changed meanwhile. Nothing was overwritten: look at what stands now and make your change again.',
    )
  }
  const changed = changedParts(desk.settings, settings)
  const problem = settingsProblem(settings, changed)
  if (problem !== undefined) return fail('invalid', `${problem} Nothing was changed.`)
  if (changed.length === 0) return fail('invalid', 'The settings are the same as before.')
  const others = changed.filter((part) => !hasRole(person, ...settingsParts[part].who))
  if (others.length > 0) return fail('notAllowed', `A publisher changes ${partsInWords(others)}. Nothing was changed.`)
  return wordsAlone(desk, changed, person, alone === true) ?? categoriesInUse(batch.writer, desk.settings, settings, person)
}

/** Standing words are changed by one person only where there is no second, and the operation says so. [HS5] */
function wordsAlone(desk: DeskState, changed: readonly SettingsPart[], person: Person, isSaid: boolean): Result<null> | undefined {
  const words = changed.filter(isStandingPart)
  const name = partsInWords(words)
  if (words.length === 0)
    return isSaid ? fail('invalid', 'Only standing words are changed by one person alone. Nothing was changed.') : undefined
  if (hasSecondPerson(desk.people, person.id))
    return fail('notAllowed', `Somebody else at this desk has to agree to ${name}: propose them. Nothing was changed.`)
  if (words.some((part) => desk.words?.[part]?.open))
    return fail('conflict', `Other words for ${name} are proposed and wait for a decision: withdraw them first. Nothing was changed.`)
  return isSaid ? undefined : fail('invalid', `That nobody else could agree to ${name} has to be said. Nothing was changed.`)
}

/** A category goes when nothing stands in it any more: its page, and the place of its articles on the site, would go with it. */
async function categoriesInUse(writer: Writer, before: HouseSettings, after: HouseSettings, person: Person): Promise<Result<null>> {
  for (const { slug, name } of before.categories) {
    if (after.categories.some((kept) => kept.slug === slug)) continue
    const articles = await articlesIn(writer, slug)
    if (articles.length > 0) return fail('notAllowed', await inUse(writer, name, articles, person))
  }
  return ok(null)
}

/** What is filed under it now, set aside or not, and what readers find there: published ones first, of those the newest. */
async function articlesIn(writer: Writer, slug: string): Promise<readonly string[]> {
  const published = await writer
    .selectFrom('record')
    .select('article')
    .where('category', '=', slug)
    .where('current', '=', 1)
    .orderBy('number', 'desc')
    .execute()
  const filed = await writer.selectFrom('article').select('id').where('category', '=', slug).orderBy('id').execute()
  return [...new Set([...published.map(({ article }) => article), ...filed.map(({ id }) => id)])]
}

/** Headlines that a sentence names; of more it says how many. */
const named = 3

async function inUse(writer: Writer, name: string, articles: readonly string[], person: Person): Promise<string> {
  const headlines: string[] = []
  for (const article of articles.slice(0, named)) headlines.push(await calledBy(writer, article, person))
  const last = headlines.length > 1 ? ` and ${headlines.pop()}` : ''
  const list = `${headlines.join(', ')}${last}`
  const count = articles.length === 1 ? 'one article stands in it' : `${articles.length} articles stand in it`
  return `The category “${name}” was not taken out: ${count}, ${articles.length > named ? 'among them ' : ''}${list}. Nothing was changed. Give ${articles.length === 1 ? 'it' : 'them'} another category first, what is published by a new edition; or give the category another name, which keeps its address.`
}

/** As this person may hear of it: a draft that is not theirs to see has no headline for them. [WF12] */
async function calledBy(writer: Writer, id: string, person: Person): Promise<string> {
  const article = await readArticle(writer, id)
  if (article && !isSeenBy(article, person.id)) return 'a draft that is its writer’s alone'
  return `“${(await headlineOf(writer, id)) || 'Untitled'}”`
}

async function headlineOf(writer: Writer, article: string): Promise<string> {
  const record = await writer
    .selectFrom('record')
    .select('version')
    .where('article', '=', article)
    .where('current', '=', 1)
    .executeTakeFirst()
  if (record) {
    const { bytes } = await writer.selectFrom('version').select('bytes').where('hash', '=', record.version).executeTakeFirstOrThrow()
    return inlineText(readVersion(bytes, record.version).headline)
  }
  const { doc } = await loadDocument(writer, article)
  try {
    return inlineText(readDocument(doc).document.headline)
  } finally {
    doc.destroy()
  }
}
