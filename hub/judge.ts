/** The hub's judgement of one command: its shape, its right, the table of acts. Bodies are never refused for workflow reasons. [SY9] */
import { type ArticleState, areDetailsLocked } from '../shared/desk/article.ts'
import { type Asked, decide } from '../shared/desk/decide.ts'
import type { DeskState } from '../shared/desk/desk.ts'
import { type BodyOf, type Command, isOutcome } from '../shared/desk/operation.ts'
import { hasRole, isAtDesk, type Person } from '../shared/desk/person.ts'
import { statusAfter } from '../shared/desk/publicStatus.ts'
import { decideShare, isSeenBy, unseenSentence } from '../shared/desk/seen.ts'
import { actOf } from '../shared/desk/transitions.ts'
import { fail, ok, type Problem, type Result } from '../shared/result.ts'
import { authorsSince, lastApproval } from './authors.ts'
import { renditionWidths } from '../shared/picture/renditions.ts'
import { sizeOfPicture } from '../shared/picture/webp.ts'
import { articleIn, type Batch } from './batch.ts'
import { readBlob } from './blobs.ts'
import { judgeField, judgeFirstFields } from './judgeFields.ts'
import { judgeFront } from './judgeFront.ts'
import { judgeSettings } from './judgeSettings.ts'
import { judgeStatus } from './judgeStatus.ts'
import { judgeWords } from './judgeWords.ts'
import { hubDraft } from './documents.ts'

/** Who asks, from which stream; `now` is the hub's clock. */
export interface Asker {
  readonly actor: string
  readonly stream: string
  readonly now: Date
}

/** A version that the command made stand is stored with it. */
export interface Judged {
  readonly version?: { readonly hash: string; readonly bytes: Uint8Array }
}

export async function judge(batch: Batch, command: Command, subject: string, asker: Asker): Promise<Result<Judged>> {
  const { desk } = batch
  if (isOutcome(command.kind)) return fail('notAllowed', 'Only the hub itself says that.')
  if (command.kind === 'stream.open') return judgeStream(desk, command.body, asker)
  if (command.kind === 'desk.begin') return desk ? fail('conflict', 'A desk is begun here already.') : judgeBegin(command.body, asker)
  if (!desk) return fail('invalid', 'No desk is begun here yet.')
  const person = desk.people.find(({ id }) => id === asker.actor)
  if (!person) return fail('notAllowed', 'This person is not at this desk.')
  if (!isAtDesk(person)) return fail('notAllowed', `${person.name} has left this desk. Nothing was changed.`)
  if (command.kind === 'settings.change') return nothingKept(await judgeSettings(batch, desk, command.body, person))
  if (command.kind === 'front.arrange') return nothingKept(await judgeFront(batch, desk, command.body, person))
  if (subject === '') return nothingKept(judgeWords(desk, command, person) ?? judgeDesk(desk, command, person))
  if (command.kind === 'article.create') return nothingKept(await judgeCreate(batch, desk, subject, command.body, person))
  const article = await articleIn(batch, subject)
  if (!article) return fail('notFound', 'There is no such article at this desk.')
  if (!isSeenBy(article, person.id)) return fail('notAllowed', unseenSentence)
  if (command.kind === 'share') return nothingKept(decideShare(article, command.body, person, desk.people))
  const onStatus = await judgeStatus(batch.writer, desk, article, command, person)
  if (onStatus) return onStatus
  if (command.kind === 'media.add') return nothingKept(await judgePicture(batch, command.body, person))
  if (command.kind === 'field.set') return nothingKept(await judgeField(batch, desk, article, command.body, person))
  if (command.kind === 'restore') return nothingKept(judgeRestore(article, command.body, person))
  return judgeAct(batch, desk, article, command, person, asker)
}

/** Two people who bring a version back at once would double its words: the second is told of the first. */
function judgeRestore(article: ArticleState, { version, seen }: BodyOf<'restore'>, person: Person): Result<null> {
  const mayEdit = hasRole(person, 'editor') || article.createdBy === person.id || person.id in article.contributors
  if (!mayEdit) return fail('notAllowed', 'A version is brought back by its writers or an editor. Nothing was changed.')
  if (!article.versions.some(({ hash }) => hash === version)) return fail('notFound', 'There is no such version of this article.')
  if (areDetailsLocked(article))
    return fail('notAllowed', 'The text stays as it is until it is opened for editing again. Nothing was changed.')
  return article.restoredSeq > seen
    ? fail(
        'conflict',
        'Somebody else brought a version back a moment ago. Nothing was changed: look at the text as it is now, and decide again.',
      )
    : ok(null)
}

function nothingKept(result: Result<null>): Result<Judged> {
  return result.ok ? ok({}) : result
}

function judgeStream(desk: DeskState | undefined, body: BodyOf<'stream.open'>, asker: Asker): Result<Judged> {
  if (body.stream !== asker.stream) return fail('invalid', 'A stream can open itself only.')
  if (desk && !desk.people.some(({ id }) => id === body.actor)) return fail('notAllowed', 'This person is not at this desk.')
  return ok({})
}

function judgeBegin(body: BodyOf<'desk.begin'>, asker: Asker): Result<Judged> {
  return body.person.id === asker.actor ? ok({}) : fail('invalid', 'A desk is begun by its founder.')
}

function judgeDesk(desk: DeskState, command: Command, person: Person): Result<null> {
  switch (command.kind) {
    case 'person.add':
      if (!hasRole(person, 'administrator'))
        return fail('notAllowed', 'Adding people is the right of an administrator. Nothing was changed.')
      if (desk.people.some(({ id }) => id === command.body.id)) return fail('conflict', 'This person is at the desk already.')
      return freeName(desk, command.body.name, command.body.id)
    case 'person.name':
      if (!hasRole(person, 'administrator') && person.id !== command.body.id) {
        return fail('notAllowed', 'A name is changed by its owner or an administrator. Nothing was changed.')
      }
      return freeName(desk, command.body.name, command.body.id)
    case 'person.role':
      if (!hasRole(person, 'administrator')) return fail('notAllowed', 'Roles are given by an administrator. Nothing was changed.')
      return oneAdministratorStays(desk, command.body)
    case 'stream.close':
      return hasRole(person, 'administrator') ? ok(null) : fail('notAllowed', 'Devices are closed by an administrator.')
    default:
      return fail('invalid', `“${command.kind}” needs an article.`)
  }
}

function freeName(desk: DeskState, name: string, id: string): Result<null> {
  const taken = desk.people.some((other) => other.id !== id && other.name.toLowerCase() === name.trim().toLowerCase())
  return taken ? fail('conflict', `There is somebody named ${name} at this desk already. Choose a name that tells them apart.`) : ok(null)
}

function oneAdministratorStays(desk: DeskState, body: BodyOf<'person.role'>): Result<null> {
  if (!desk.people.some(({ id }) => id === body.id)) return fail('notFound', 'This person is not at this desk.')
  const left = desk.people.some((other) => other.id !== body.id && hasRole(other, 'administrator')) || body.roles.includes('administrator')
  return left ? ok(null) : fail('notAllowed', 'The last administrator keeps that role, or nobody could add people any more.')
}

async function judgeCreate(
  batch: Batch,
  desk: DeskState,
  subject: string,
  { fields = {} }: BodyOf<'article.create'>,
  person: Person,
): Promise<Result<null>> {
  if (await articleIn(batch, subject)) return fail('conflict', 'There is an article of this id already.')
  return hasRole(person, 'writer', 'editor', 'publisher', 'recordsEditor')
    ? judgeFirstFields(batch, desk, fields, person)
    : fail('notAllowed', 'Articles are begun by writers, editors, publishers and records editors.')
}

/** [SY23] The upload is complete, and is the picture it is said to be: what is served to readers is looked at here again. */
async function judgePicture(batch: Batch, body: BodyOf<'media.add'>, person: Person): Promise<Result<null>> {
  if (!hasRole(person, 'writer', 'editor', 'publisher', 'recordsEditor'))
    return fail('notAllowed', 'Pictures are put into an article by those who write and edit.')
  const bytes = await readBlob(batch.writer, body.hash)
  if (!bytes) return fail('invalid', 'The picture did not arrive whole. Put it in again.')
  const size = sizeOfPicture(bytes)
  if (size?.width !== body.width || size.height !== body.height || bytes.byteLength !== body.bytes)
    return fail('invalid', 'What arrived is not the picture that was announced. Put it in again.')
  return judgeRenditions(batch, body)
}

/** Its smaller copies are whole, as wide as copies are, and of the same shape. */
async function judgeRenditions(batch: Batch, { width, height, renditions = [] }: BodyOf<'media.add'>): Promise<Result<null>> {
  const expected = renditions.length === 0 ? [] : renditionWidths(width)
  for (const [index, name] of renditions.entries()) {
    const bytes = await readBlob(batch.writer, name)
    const size = bytes && sizeOfPicture(bytes)
    const isCopy = size !== undefined && size.width === expected[index] && Math.abs(size.height - (height * size.width) / width) <= 1
    if (!isCopy) return fail('invalid', 'A smaller copy of the picture is not one of it. Put the picture in again.')
  }
  return renditions.length === expected.length ? ok(null) : fail('invalid', 'Smaller copies of the picture are missing. Put it in again.')
}

async function judgeAct(
  batch: Batch,
  desk: DeskState,
  article: ArticleState,
  command: Command,
  person: Person,
  asker: Asker,
): Promise<Result<Judged>> {
  const act = actOf(command.kind)
  const takesDraft = act === 'submit' || act === 'override_publish' || command.kind === 'version.keep'
  const draft = takesDraft ? await hubDraft(batch.writer, article, desk, asker.now) : undefined
  if (command.kind === 'version.keep') {
    if (draft?.hash !== command.body.version) return fail('conflict', 'The text changed while the version was being kept. Keep it again.')
    return ok({ version: { hash: draft.hash, bytes: draft.bytes } })
  }
  if (!act) return fail('invalid', `“${command.kind}” is not an act on an article.`)
  const wrote = act === 'approve' || act === 'approve_afterwards' || act === 'complete_gate'
  const facts = {
    article,
    actor: person,
    people: desk.people,
    now: asker.now.toISOString(),
    draft: { version: draft?.hash ?? '', missing: draft?.missing ?? ([] as readonly Problem[]) },
    authors: wrote ? await authorsFor(batch, article, person) : [],
  }
  const decision = decide(act, facts, askedOf(command))
  if (!decision.ok) return decision
  if (command.kind === 'edition.open' && command.body.kind === 'original') return fail('invalid', 'Only the first edition is an original.')
  if (command.kind === 'edition.open' && statusAfter(command.body.kind) !== 'live')
    return fail('invalid', 'A notice is made by withdrawing, retracting or taking down, not by opening an edition.')
  return ok(draft ? { version: { hash: draft.hash, bytes: draft.bytes } } : {})
}

/** Replaying is spared for whoever sent nothing since the last approval: they cannot have changed the text. */
async function authorsFor(batch: Batch, article: ArticleState, person: Person): Promise<readonly string[]> {
  const since = lastApproval(article)
  return (article.contributors[person.id] ?? 0) > since ? authorsSince(batch.writer, article.id, since) : []
}

function askedOf({ body }: Command): Asked {
  const asked: Readonly<Record<string, unknown>> = body
  const text = (key: string) => (typeof asked[key] === 'string' ? asked[key] : undefined)
  const version = text('version')
  const note = text('reason') ?? text('note')
  const at = text('at')
  const gate = 'gate' in body ? body.gate : undefined
  return { ...(version && { version }), ...(note && { note }), ...(at !== undefined && { at }), ...(gate && { gate }) }
}
