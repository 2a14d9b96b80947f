/** The fields of an article beside its words: each is set on its own, last accepted value wins. [SY15] */
import { z } from 'zod'
import { issueWords } from '../issueWords.ts'
import { largestSide, longestAlt, longestCredit } from '../document/figures.ts'
import { Byline, bylineKinds } from './byline.ts'

const oneLine = (max: number) =>
  z
    .string()
    .max(max)
    .regex(/^[^\n\r]*$/, 'must be one line')

/** `kebab-case`, 1–80 characters; empty means: made from the headline at submission. */
export const Slug = z
  .string()
  .max(80)
  .regex(/^([a-z0-9]+(-[a-z0-9]+)*)?$/, 'may hold small letters, digits and single hyphens')

const rightsNoted = z.object({
  /** Whose words and pictures they are. */
  whose: z.string().max(500),
  licence: oneLine(200),
  /** The day on which they were asked for. */
  askedOn: z.string().regex(/^(\d{4}-\d{2}-\d{2})?$/),
})
/** Once it was one text; such a value of the log says whose they are. */
const Rights = z.union([
  rightsNoted,
  z
    .string()
    .max(500)
    .transform((whose) => ({ whose, licence: '', askedOn: '' })),
])

export const ArticleFields = z.object({
  pieceKind: z.enum(['article', 'notice', 'reportPart']),
  /** Slug of a category of the house settings; empty: none chosen yet. */
  category: z.string().max(80),
  tags: z.array(oneLine(60)).max(20),
  byline: Byline,
  /** Id of a contributors' note of the house settings. */
  contributorsNote: oneLine(60),
  dateline: z.object({ place: oneLine(80), date: z.string().regex(/^(\d{4}-\d{2}-\d{2})?$/) }),
  slug: Slug,
  /** BCP 47. */
  lang: oneLine(20),
  access: z.enum(['open', 'registered']),
  /** Not public before this instant, whatever is sent; empty: none. [QU5] */
  embargo: z.union([z.literal(''), z.iso.datetime({ offset: true })]),
  series: z.object({ name: oneLine(120), number: z.int().min(0).max(999) }),
  /** Up to three own pieces, by article id. */
  previously: z.array(z.string().max(40)).max(3),
  /** The picture at the head of the piece and in previews of links; `media` empty: none was chosen. */
  lead: z.object({
    media: z.union([z.literal(''), z.string().regex(/^[0-9a-f]{64}$/)]),
    alt: oneLine(longestAlt),
    caption: oneLine(1000),
    credit: oneLine(longestCredit),
    /** Pixels. */
    width: z.int().min(0).max(largestSide),
    height: z.int().min(0).max(largestSide),
    /** What must stay in sight when it is cut, in per cent from the left and from the top. */
    focus: z.object({ x: z.int().min(0).max(100), y: z.int().min(0).max(100) }),
  }),
  /** Of a correction: what was wrong and what is right; public. */
  correctionNotes: z
    .array(z.object({ wrote: z.string().max(2000), shouldSay: z.string().max(2000), note: z.string().max(2000), doNotRepeat: z.boolean() }))
    .max(50),
  /** Who asked for the correction; stays inside the desk. */
  askedBy: oneLine(200),
  /** What changed, from the second edition on; public. */
  changeNote: z.string().max(2000),
  /** What the desk calls it among themselves. */
  slugline: oneLine(60),
  wantedBy: z.string().max(40),
  wantedLength: z.int().min(0).max(1_000_000),
  /** Who should read it, by person id; empty: anyone. */
  reader: z.string().max(40),
  rights: Rights,
})
export type ArticleFields = z.infer<typeof ArticleFields>
export type FieldName = keyof ArticleFields
export const fieldNames = Object.keys(ArticleFields.shape) as readonly FieldName[]
export const FieldName = z.enum(Object.keys(ArticleFields.shape) as [FieldName, ...FieldName[]])

export function isFieldName(name: string): name is FieldName {
  return Object.hasOwn(ArticleFields.shape, name)
}

export const noFields: ArticleFields = {
  pieceKind: 'article',
  category: '',
  tags: [],
  byline: { kind: 'staff', text: '' },
  contributorsNote: 'standing',
  dateline: { place: '', date: '' },
  slug: '',
  lang: 'en-GB',
  access: 'open',
  embargo: '',
  series: { name: '', number: 0 },
  previously: [],
  lead: { media: '', alt: '', caption: '', credit: '', width: 0, height: 0, focus: { x: 50, y: 50 } },
  correctionNotes: [],
  askedBy: '',
  changeNote: '',
  slugline: '',
  wantedBy: '',
  wantedLength: 0,
  reader: '',
  rights: { whose: '', licence: '', askedOn: '' },
}

/** Parses one field's value; undefined with no throw when it is not of the field's shape. */
export function parseField<F extends FieldName>(field: F, value: unknown): ArticleFields[F] | undefined {
  const parsed = ArticleFields.shape[field].safeParse(value)
  return parsed.success ? (parsed.data as ArticleFields[F]) : undefined
}

/** What is wrong with a value that `parseField` did not take: the limit it passes, or what one would be. */
export function fieldProblem(field: FieldName, value: unknown): string {
  const issue = ArticleFields.shape[field].safeParse(value).error?.issues[0]
  const isTooLarge = issue?.code === 'too_big' && field !== 'tags'
  return isTooLarge ? `The ${inWords([field, ...issue.path])} ${issueWords(issue)}.` : (shapes[field] ?? `This is no value for ${field}.`)
}

/** `changeNote` → `change note`; which row of a list, counted from one. */
function inWords(path: readonly PropertyKey[]): string {
  return path
    .map((part) =>
      typeof part === 'number' ? `row ${part + 1}` : String(part).replaceAll(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`),
    )
    .join(', ')
}

const shapes: Partial<Record<FieldName, string>> = {
  access: 'A piece is open, or for registered readers: write open or registered.',
  correctionNotes: 'Corrections are a list of entries, each with wrote, shouldSay, note and doNotRepeat, which is true or false.',
  lead: 'A lead picture is put in as a file, and taken out with nothing.',
  pieceKind: 'A piece is an article, a notice or a reportPart.',
  wantedLength: 'A length is a number of words.',
  byline: `This is no byline: choose one of ${bylineKinds.join(', ')}, with its text where it needs one.`,
  embargo: 'An embargo ends at an instant, such as 2026-11-27T08:00:00Z.',
  rights: 'Rights are whose they are, a licence in one line, and the day they were asked for, such as 2026-03-29.',
  slug: 'A slug has small letters, figures and single hyphens, such as the-treatys-page.',
  tags: 'There are at most 20 tags of one line and 60 characters each.',
}
