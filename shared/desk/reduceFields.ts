/** The fields of an article as operations set them: those that it begins with, and each that is set later. */
import { type ArticleState, currentEdition } from './article.ts'
import { bylineKey, isRegistered } from './byline.ts'
import type { DeskState } from './desk.ts'
import { isFieldName, noFields, parseField } from './fields.ts'
import type { Accepted, BodyOf } from './operation.ts'

export function created(op: Extract<Accepted, { kind: 'article.create' }>): ArticleState {
  const bare: ArticleState = {
    id: op.subject,
    createdBy: op.actor,
    createdAt: op.at,
    fields: { ...noFields, lang: op.body.lang || noFields.lang },
    editions: [{ n: 1, kind: 'original', state: 'draft', gates: {}, notReviewed: false }],
    versions: [],
    publicStatus: 'unpublished',
    contributors: {},
    wordsSeq: 0,
    lastSeq: op.seq,
    lastAt: op.at,
    restoredSeq: 0,
    editsSinceVersion: 0,
    history: [],
  }
  const set = Object.entries(op.body.fields ?? {})
  return set.reduce((article, [field, value]) => (isFieldName(field) ? withField(article, { field, value }) : article), bare)
}

/** Values were parsed when they were judged; one that no longer fits this program's schema leaves the field as it was. */
export function withField(article: ArticleState, { field, value }: Pick<BodyOf<'field.set'>, 'field' | 'value'>): ArticleState {
  const parsed = parseField(field, value)
  if (parsed === undefined) return article
  return { ...article, fields: { ...article.fields, [field]: parsed }, editsSinceVersion: editsAfter(article) }
}

/** Words and fields that arrive while a version stands are counted, so that the screen can say so. [WF5] */
export function editsAfter(article: ArticleState): number {
  const { state } = currentEdition(article)
  return state === 'draft' || state === 'changes_requested' ? 0 : article.editsSinceVersion + 1
}

/** [BY5] The writer of the first piece that carries initials or a pen name has them from then on. */
export function registerByline(desk: DeskState, value: unknown, writer: string): DeskState {
  const byline = parseField('byline', value)
  if (!byline || !isRegistered(byline.kind)) return desk
  const key = bylineKey(byline)
  return key in desk.bylines ? desk : { ...desk, bylines: { ...desk.bylines, [key]: writer } }
}
