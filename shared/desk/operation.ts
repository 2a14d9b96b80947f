/** Every kind of operation of the desk's log: its body's schema and what it is about. */
import { z } from 'zod'
import { largestSide } from '../document/figures.ts'
import { mostRenditions } from '../picture/renditions.ts'
import { pictureType } from '../picture/webp.ts'
import { EditionKind, GateName } from './edition.ts'
import { FieldName } from './fields.ts'
import { FrontPlace, FrontSlots } from './front.ts'
import { Role } from './person.ts'
import { NoticeStatus } from './publicStatus.ts'
import { HouseSettings } from './settings.ts'
import { standingParts } from './settingsParts.ts'

const hash = z.string().regex(/^[0-9a-f]{64}$/)
const uuid = z.string().regex(/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/)
const instant = z.string().regex(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d+)?Z$/)
const words = z.string().trim().min(1).max(4000)
const note = z.string().max(4000)
const nothing = z.strictObject({})
const standingPart = z.enum(standingParts)

const weather = z.object({
  condition: z.string(),
  temperature: z.number().exactOptional(),
  humidity: z.number().exactOptional(),
  wind: z.number().exactOptional(),
  source: z.string(),
  observedAt: z.string(),
})
const zonedTime = z.object({ at: z.string(), zone: z.string() })
export const EnvelopeSchema = z.object({
  number: z.int(),
  edition: z.int(),
  publishedAt: zonedTime,
  firstPublishedAt: zonedTime,
  address: z.string(),
  masthead: z.object({ date: z.string(), place: z.string(), time: z.string(), weather: weather.nullable() }),
  previous: hash,
})

/** What an operation is about decides who keeps a projection of it. */
type Subject = 'desk' | 'article'

function kind<S extends Subject, B extends z.ZodType>(subject: S, body: B) {
  return { subject, body, v: 1 } as const
}

/** The bodies of commands and outcomes, all as JSON. `body` operations alone are bytes: see `shared/sync/bodyFrame.ts`. */
export const operationKinds = {
  'desk.begin': kind(
    'desk',
    z.object({ desk: uuid, person: z.object({ id: uuid, name: z.string().max(120), roles: z.array(Role) }), settings: HouseSettings }),
  ),
  'person.add': kind('desk', z.object({ id: uuid, name: z.string().trim().min(1).max(120), roles: z.array(Role).min(1) })),
  'person.name': kind('desk', z.object({ id: uuid, name: z.string().trim().min(1).max(120) })),
  'person.role': kind('desk', z.object({ id: uuid, roles: z.array(Role) })),
  'stream.open': kind('desk', z.object({ stream: uuid, actor: uuid, key: z.string().regex(/^[0-9a-f]{64}$/) })),
  'stream.close': kind('desk', z.object({ stream: uuid })),
  'settings.change': kind(
    'desk',
    z.object({
      base: hash,
      settings: HouseSettings,
      /** Standing words are among it, and nobody else at the desk could agree to them. [HS5] */
      alone: z.literal(true).exactOptional(),
      /** Number of the change that it takes back. */
      undoes: z.int().min(1).exactOptional(),
    }),
  ),
  /** `base`: name of the words it was made from. */
  'words.propose': kind('desk', z.object({ part: standingPart, base: hash, value: z.json() })),
  /** `proposal`: number of the proposing operation; `words`: name of what was read. */
  'words.agree': kind('desk', z.object({ part: standingPart, proposal: z.int().min(1), words: hash })),
  'words.send_back': kind('desk', z.object({ part: standingPart, proposal: z.int().min(1), words: hash, reason: words })),
  'words.withdraw': kind('desk', z.object({ part: standingPart, proposal: z.int().min(1), words: hash })),
  /** `base`: name of the arrangement the change was made from. */
  'front.arrange': kind('desk', z.object({ base: z.union([z.literal(''), hash]), slots: FrontSlots })),
  /** `fields`: what it begins with, each as `field.set` would set it. */
  'article.create': kind('article', z.object({ lang: z.string().max(20), fields: z.record(z.string().max(40), z.json()).exactOptional() })),
  'field.set': kind('article', z.object({ field: FieldName, value: z.json(), base: z.json() })),
  'version.keep': kind('article', z.object({ version: hash, label: z.string().max(200) })),
  /** An earlier version is brought back; `seen`: the last operation about the article that the person had before them. */
  restore: kind('article', z.object({ version: hash, seen: z.int().min(0) })),
  /** A draft is shown to others before it is submitted. [WF12] */
  share: kind('article', z.object({ with: z.union([z.literal('everybody'), z.array(uuid).min(1).max(200)]) })),
  'edition.open': kind('article', z.object({ kind: EditionKind })),
  /** A picture that was uploaded before: its name, what its bytes are, how large. [SY23] */
  'media.add': kind(
    'article',
    z.object({
      hash,
      type: z.literal(pictureType),
      width: z.int().min(1).max(largestSide),
      height: z.int().min(1).max(largestSide),
      bytes: z.int().min(1),
      /** Its smaller copies, ascending by width; absent: it has none. */
      renditions: z.array(hash).max(mostRenditions).optional(),
    }),
  ),
  'workflow.submit': kind('article', z.object({ version: hash, note })),
  'workflow.recall': kind('article', nothing),
  'workflow.request_changes': kind('article', z.object({ reason: words })),
  'workflow.approve': kind('article', z.object({ version: hash, sameComputer: z.boolean() })),
  'workflow.take_back': kind('article', z.object({ reason: words })),
  // `opens`: the text is written on meanwhile. Programs of before left it closed, and their logs mean that.
  'workflow.edit_again': kind('article', z.object({ mode: z.enum(['holdBack', 'nextEdition']), opens: z.literal(true).optional() })),
  'workflow.schedule': kind('article', z.object({ version: hash, at: instant, zone: z.string().max(60), place: FrontPlace.optional() })),
  /** `at` empty: now. What was authorised stays authorised; only its time is another. */
  'workflow.reschedule': kind('article', z.object({ version: hash, at: z.union([z.literal(''), instant]), zone: z.string().max(60) })),
  'workflow.unschedule': kind('article', nothing),
  'workflow.publish': kind('article', z.object({ version: hash, now: z.boolean(), place: FrontPlace.optional() })),
  'workflow.override_publish': kind('article', z.object({ version: hash, reason: words, now: z.boolean(), place: FrontPlace.optional() })),
  'workflow.approve_afterwards': kind('article', z.object({ version: hash })),
  'workflow.spike': kind('article', z.object({ reason: note })),
  'workflow.unspike': kind('article', nothing),
  'hold.set': kind('article', z.object({ reason: words, until: z.union([z.literal(''), instant]) })),
  'hold.lift': kind('article', nothing),
  'gate.require': kind(
    'article',
    z.object({ gate: GateName, of: z.union([z.literal(''), uuid]), wantedBy: z.union([z.literal(''), instant]) }),
  ),
  'gate.complete': kind('article', z.object({ gate: GateName, version: hash })),
  'status.propose': kind('article', z.object({ status: NoticeStatus, notice: words, reason: words })),
  /** `version` names the notice edition; empty when what was done at once is confirmed afterwards. `override`: where nobody else can. */
  'status.confirm': kind('article', z.object({ version: z.union([z.literal(''), hash]), override: note })),
  'status.decline': kind('article', z.object({ reason: words })),
  'hub.release': kind(
    'article',
    z.object({
      edition: z.int(),
      version: hash,
      envelope: EnvelopeSchema,
      digest: hash,
      /** `urn:uuid:` of the feeds: random, free of address and of writing time. [SI13] */
      feedId: uuid,
      settings: hash,
    }),
  ),
  'hub.delivered': kind('article', z.object({ entry: uuid, edition: z.int(), destination: z.string() })),
  'hub.live': kind('article', z.object({ entry: uuid, edition: z.int(), destination: z.string(), hash })),
  'hub.failed': kind('article', z.object({ entry: uuid, edition: z.int(), destination: z.string(), reason: z.string() })),
  'hub.unknown': kind('article', z.object({ entry: uuid, edition: z.int(), destination: z.string() })),
  'hub.superseded': kind('article', z.object({ edition: z.int() })),
} as const

export type CommandKind = keyof typeof operationKinds
export type OperationKind = CommandKind | 'body'
export type BodyOf<K extends CommandKind> = z.infer<(typeof operationKinds)[K]['body']>

/** A command with its parsed body, as a tagged union over `kind`. */
export type Command = { [K in CommandKind]: { readonly kind: K; readonly body: BodyOf<K> } }[CommandKind]

/** An accepted operation as the reducers see it: what, about what, by whom, where in the order, by the hub's clock. */
export type Accepted = (Command | { readonly kind: 'body'; readonly body: null }) & {
  readonly seq: number
  /** Article id; empty for the desk's own operations. */
  readonly subject: string
  readonly actor: string
  readonly stream: string
  readonly at: string
}

export function isCommandKind(name: string): name is CommandKind {
  return Object.hasOwn(operationKinds, name)
}

/** Parses a command's JSON body; undefined when it is not of its kind's shape. */
export function parseCommand(name: CommandKind, body: unknown): Command | undefined {
  const parsed = operationKinds[name].body.safeParse(body)
  return parsed.success ? ({ kind: name, body: parsed.data } as Command) : undefined
}

/** Only the hub's own stream may say these. */
export function isOutcome(name: OperationKind): boolean {
  return name.startsWith('hub.')
}
