/** Makes the sample desk by the same calls that people make, so that its log is a real one and nothing in it is pretended. */
import { setTimeout as pause } from 'node:timers/promises'
import type { Call, CallName, Input, Output } from '../../shared/contract/contract.ts'
import { HouseSettings } from '../../shared/desk/settings.ts'
import { zonedTime } from '../../shared/desk/zone.ts'
import type { Result } from '../../shared/result.ts'
import { figureUpdate } from '../documents/figureUpdate.ts'
import type { Session } from '../session.ts'
import { type Piece, type Plan, readPicture, readPiece, readPlan, type Step } from './plan.ts'
import { addParagraph, addStandfirst } from './words.ts'

export interface SampleOptions {
  /** A session of its own: several people sit down in it one after another. */
  readonly session: Session
  readonly resources: string
  readonly now: () => Date
}

/** Throws when a step is refused: the plan is ours, so a refusal is a bug. Answers the founder's id. The queue is left to be worked. */
export async function makeSampleDesk({ session, resources, now }: SampleOptions): Promise<string> {
  const plan = readPlan(resources)
  const ask = asking(session)
  const begun = await ask('desk.begin', { publication: plan.publication, name: plan.founder.name, shape: 'aDesk' })
  const founder = begun.person?.id ?? ''
  const people = new Map([[plan.founder.key, founder]])
  for (const { key, name, roles } of plan.people) people.set(key, (await ask('people.add', { name, roles })).id)
  await furnish(ask, plan, now())
  const sit = async (key: string) => {
    await ask('people.sitDown', { id: people.get(key) ?? '' })
  }
  await proposeWords(ask, sit, plan)
  const made = new Map<string, string>()
  for (const piece of plan.articles) made.set(piece.file, await makePiece({ ask, sit, piece, made, resources, now }))
  return founder
}

type Asking = <N extends CallName>(name: N, input: Input<N>) => Promise<Output<N>>

interface Making {
  readonly ask: Asking
  readonly sit: (key: string) => Promise<void>
  readonly piece: Piece
  /** Ids of the pieces before it, by their files. */
  readonly made: ReadonlyMap<string, string>
  readonly resources: string
  readonly now: () => Date
}

function asking(session: Session): Asking {
  const call = ((name: string, input: unknown) => session.call(name, input)) as Call
  return async (name, input) => {
    const answer: Result<Output<typeof name>> = await call(name, input)
    if (!answer.ok) throw new Error(`the sample desk: ${name} was refused: ${answer.error.message}`)
    return answer.value
  }
}

async function furnish(ask: Asking, { settings, weather }: Plan, now: Date): Promise<void> {
  const before = await ask('settings.read', {})
  const merged = HouseSettings.parse({ ...before.settings, ...settings })
  const date = zonedTime(now, merged.zone).at.slice(0, 10)
  await ask('settings.change', { base: before.hash, settings: { ...merged, weather: { date, ...weather } } })
}

async function proposeWords(ask: Asking, sit: Making['sit'], { proposed }: Plan): Promise<void> {
  await sit(proposed.by)
  const { settings, hash } = await ask('settings.read', {})
  await ask('settings.change', { base: hash, settings: { ...settings, sponsorsNote: proposed.sponsorsNote } })
}

async function makePiece({ ask, sit, piece, made, resources, now }: Making): Promise<string> {
  await sit(piece.by)
  const started = await ask('imports.start', {
    files: [{ name: `${piece.file}.md`, bytes: readPiece(resources, piece) }],
    category: piece.category,
    byline: piece.byline,
  })
  let job = started
  while (job.state === 'running') {
    await pause(5)
    job = await ask('jobs.read', { id: job.id })
  }
  const [id] = job.articles
  if (!id) throw new Error(`the sample desk: ${piece.file} was not imported: ${job.notes.join(' ')}`)
  if (piece.standfirst !== '') {
    const opened = await ask('articles.open', { id })
    await ask('articles.save', { id, update: addStandfirst(opened.update, piece.standfirst) })
  }
  if (piece.picture) {
    const { file, ...words } = piece.picture
    const picture = await ask('media.add', { id, name: file, bytes: readPicture(resources, file) })
    const opened = await ask('articles.open', { id })
    await ask('articles.save', { id, update: figureUpdate(opened.update, { picture, ...words }, 1) })
  }
  for (const [field, value] of Object.entries(piece.fields)) await setField(ask, id, field as keyof typeof piece.fields, value)
  if (piece.lead) {
    const { file, ...words } = piece.lead
    const { hash: media, width, height } = await ask('media.add', { id, name: file, bytes: readPicture(resources, file) })
    await setField(ask, id, 'lead', { media, width, height, ...words })
  }
  if (piece.previously.length > 0) {
    const earlier = piece.previously.map((file) => made.get(file) ?? '')
    await setField(ask, id, 'previously', earlier)
  }
  for (const step of piece.steps) {
    await sit(step.as)
    await take(ask, id, step, now())
  }
  return id
}

async function take(ask: Asking, id: string, step: Step, now: Date): Promise<void> {
  if ('write' in step) {
    const opened = await ask('articles.open', { id })
    await ask('articles.save', { id, update: addParagraph(opened.update, step.write) })
  } else if ('share' in step) await ask('articles.share', { id, with: step.share })
  else if ('field' in step) await setField(ask, id, step.field, step.value)
  else {
    const { act, note, kind, gate } = step
    const at =
      step.inDays === undefined ? '' : `${new Date(now.getTime() + step.inDays * 86_400_000).toISOString().slice(0, 10)} ${step.at}`
    // Nobody is there to undo.
    await ask('workflow.act', { id, act, note, kind, gate, at, now: act === 'publish' })
    if (act === 'publish') await ask('queue.work', {})
  }
}

async function setField(ask: Asking, id: string, field: keyof Piece['fields'], value: Input<'articles.setField'>['value']): Promise<void> {
  const { fields } = await ask('articles.read', { id })
  await ask('articles.setField', { id, field, value, base: fields[field] })
}
