/** What the sample desk holds: who is there, and what was done with each piece, read from `resources/sample`. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { ArticleFields, FieldName } from '../../shared/desk/fields.ts'
import { Role } from '../../shared/desk/person.ts'
import { Act } from '../../shared/desk/transitions.ts'

/** People are named by `key` within the plan; their ids are random like everybody's. */
const key = z.string().min(1)

const Step = z.union([
  z.strictObject({
    act: Act,
    as: key,
    note: z.string().default(''),
    kind: z.string().default(''),
    gate: z.string().default(''),
    /** For `schedule`: so many days from now, at this wall time of the desk's zone. */
    inDays: z.int().min(1).optional(),
    at: z.string().default(''),
  }),
  z.strictObject({ share: z.literal('everybody'), as: key }),
  z.strictObject({ write: z.string().min(1), as: key }),
  z.strictObject({ field: FieldName, value: z.json(), as: key }),
])
export type Step = z.infer<typeof Step>

const Piece = z.strictObject({
  file: z.string().regex(/^[a-z0-9-]+$/),
  by: key,
  category: z.string(),
  byline: z.string(),
  standfirst: z.string().default(''),
  fields: z.partialRecord(FieldName, z.json()).default({}),
  /** A file beside the text, below its first paragraph. */
  picture: z
    .strictObject({ file: z.string().regex(/^[a-z0-9-]+\.png$/), alt: z.string(), caption: z.string(), credit: z.string() })
    .optional(),
  /** The picture at its head, a file beside the text. */
  lead: z
    .strictObject({
      file: z.string().regex(/^[a-z0-9-]+\.png$/),
      alt: z.string(),
      caption: z.string(),
      credit: z.string(),
      focus: ArticleFields.shape.lead.shape.focus,
    })
    .optional(),
  /** Earlier pieces of the plan, by their files. */
  previously: z.array(z.string()).default([]),
  steps: z.array(Step),
})
export type Piece = z.infer<typeof Piece>

const Plan = z.strictObject({
  publication: z.string(),
  founder: z.strictObject({ key, name: z.string() }),
  people: z.array(z.strictObject({ key, name: z.string(), roles: z.array(Role) })),
  /** Some of the house's settings, over those a new desk begins with. */
  settings: z.record(z.string(), z.json()),
  weather: z.strictObject({ condition: z.string(), temperature: z.number(), humidity: z.number(), wind: z.number() }),
  /** Standing words that one publisher proposes, and nobody has agreed to yet. */
  proposed: z.strictObject({ by: key, sponsorsNote: z.string() }),
  articles: z.array(Piece).min(12),
})
export type Plan = z.infer<typeof Plan>

/** `resources`: the program's own. Throws when the plan is not one: it ships with the program and is tested. */
export function readPlan(resources: string): Plan {
  return Plan.parse(JSON.parse(readFileSync(join(resources, 'sample', 'desk.json'), 'utf8')))
}

/** The Markdown of a piece. */
export function readPiece(resources: string, { file }: Piece): Uint8Array<ArrayBuffer> {
  return new Uint8Array(readFileSync(join(resources, 'sample', `${file}.md`)))
}

/** The picture of a piece that has one. */
export function readPicture(resources: string, file: string): Uint8Array<ArrayBuffer> {
  return new Uint8Array(readFileSync(join(resources, 'sample', file)))
}
