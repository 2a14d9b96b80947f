/** What every handler is handed, and the way an act takes: written once, durably, then ordered and judged by the hub. */
import type { CallName, Changed, Output, ParsedInput } from '../../shared/contract/contract.ts'
import type { Delivery } from '../../shared/contract/workflow.ts'
import type { DeskState } from '../../shared/desk/desk.ts'
import type { ArticleState } from '../../shared/desk/article.ts'
import type { BodyOf, CommandKind } from '../../shared/desk/operation.ts'
import { isAtDesk, type Person } from '../../shared/desk/person.ts'
import { isSeenBy } from '../../shared/desk/seen.ts'
import { fail, type Failure, type FailureCode, ok, type Result } from '../../shared/result.ts'
import type { HubLine } from '../../shared/sync/messages.ts'
import { diskTrouble } from '../../sqlite/trouble.ts'
import { damageSentence, isDamage } from '../../sqlite/damage.ts'
import type { Watched } from '../backup/write.ts'
import { readArticle } from '../database/articles.ts'
import { readDeskState } from '../database/meta.ts'
import type { Database } from '../database/open.ts'
import { owner, type Seer, seerOf } from '../database/seen.ts'
import type { Indexer } from '../documents/indexer.ts'
import type { OpenDocuments } from '../documents/openDocuments.ts'
import type { Jobs } from '../jobs/jobs.ts'
import type { FileReader } from '../importing/reader.ts'
import type { PictureReader } from '../media/reader.ts'
import type { ReplaceDesk } from '../replaceable.ts'
import type { Session } from '../session.ts'
import type { SyncClient } from '../sync/client.ts'
import { HubRefused } from '../sync/hubRefused.ts'
import type { LastSaves } from '../sync/lastSaves.ts'
import type { Trouble } from '../sync/undelivered.ts'
import { addCommand } from '../sync/streams.ts'

export interface Context {
  readonly db: Database
  readonly documents: OpenDocuments
  readonly indexer: Indexer
  readonly jobs: Jobs
  readonly pictures: PictureReader
  readonly reader: FileReader
  readonly line: HubLine
  readonly sync: SyncClient
  readonly saves: LastSaves
  readonly now: () => Date
  readonly dataFolder: string
  readonly resources: string
  /** A sentence when nothing may be written; empty otherwise. */
  readonly readOnly: string
  readonly offlineSince: () => string
  readonly hubReopenedAt: () => string
  /** What is being sent at the moment, as far as it has come. */
  readonly delivery: () => Delivery | null
  /** Why a published edition is not on the site, as the queue last told it; undefined: it is, or is on its way. */
  readonly undelivered: (article: string, edition: number) => Trouble | undefined
  readonly changed: (event: Changed) => void
  /** A session of the program's own, to act as several people one after another. */
  readonly openSession: () => Session
  /** A backup instead of the desk that was never begun. This context is closed by it. */
  readonly replaceDesk: ReplaceDesk
  /** Everything of this desk in one new file, sealed under the code that is answered and kept nowhere. */
  readonly backup: (file: string, watched?: Watched) => Promise<Result<{ readonly recoveryCode: string }>>
}

/** Whose call it is. The person sits in the session, not in the process. */
export interface Caller {
  readonly session: string
  /** Person id; empty: nobody chose yet. */
  readonly person: string
  /** `all`: for whoever owns the computer, as the command line; `own`: what this person may see. [WF12] */
  readonly sees: 'all' | 'own'
  sit(person: string): void
}

export type Handler<N extends CallName> = (
  context: Context,
  caller: Caller,
  input: ParsedInput<N>,
) => Promise<Result<Output<N>>> | Result<Output<N>>

/** One for each row of the contract: the workstation does not compile when one is missing. */
export type Handlers = { readonly [N in CallName]: Handler<N> }

/** The article, if it is there for this caller. */
export function articleFor(context: Pick<Context, 'db'>, caller: Caller, id: string): Result<ArticleState> {
  const article = readArticle(context.db, id)
  if (!article || (caller.sees === 'own' && !isSeenBy(article, caller.person)))
    return fail('notFound', 'There is no such article at this desk.')
  return ok(article)
}

export function seerIn({ sees, person }: Caller): Seer {
  return sees === 'all' ? owner : seerOf(person)
}

export interface Wanted<K extends CommandKind = CommandKind> {
  readonly kind: K
  readonly subject: string
  readonly body: BodyOf<K>
}

/** Writes a command and waits for its outcome; a refusal comes back in the hub's words. */
export async function command<K extends CommandKind>(context: Context, actor: string, wanted: Wanted<K>): Promise<Result<null>> {
  const done = await commandAt(context, actor, wanted)
  return done.ok ? ok(null) : done
}

/** As `command`; answers the number of the operation in the desk's order. */
export async function commandAt<K extends CommandKind>(context: Context, actor: string, wanted: Wanted<K>): Promise<Result<number>> {
  if (context.readOnly !== '') return fail('readOnly', context.readOnly)
  const { db, now } = context
  return guarded(async () => {
    const cmdId = db.transaction(() => addCommand(db, actor, wanted.kind, wanted.subject, wanted.body, now())).immediate()
    const [outcome] = await context.sync.outcomesOf([cmdId])
    if (!outcome || outcome.outcome === 'refused') return fail(codeOf(outcome?.code ?? ''), outcome?.reason ?? 'The hub gave no answer.')
    return ok(outcome.seq)
  })
}

function codeOf(code: string): FailureCode {
  return code === 'invalid' || code === 'notFound' || code === 'conflict' ? code : 'notAllowed'
}

/** Turns what can go wrong outside the program (a full disk, a hub that is away) into sentences; bugs go on as they are. */
export async function guarded<T>(act: () => Promise<Result<T>>): Promise<Result<T>> {
  try {
    return await act()
  } catch (error) {
    const failed = failedOf(error)
    if (failed) return failed
    throw error
  }
}

/** The sentence for what can go wrong outside the program; undefined for a bug. */
export function failureOf(error: unknown): Failure | undefined {
  const failed = failedOf(error)
  return failed && !failed.ok ? failed.error : undefined
}

function failedOf(error: unknown): Result<never> | undefined {
  const trouble = diskTrouble(error)
  if (trouble) return fail(trouble.code, trouble.message)
  if (isDamage(error)) return fail('readOnly', damageSentence)
  if (error instanceof HubRefused) {
    return error.refusal === 'FULL'
      ? fail(
          'full',
          'The disk is full. This is kept here and is done by itself when there is room: make some room, and do not do it a second time.',
        )
      : fail('conflict', error.message)
  }
  if (error instanceof Error && error.message.startsWith('the hub')) {
    return fail('offline', 'The hub cannot be reached. This is kept here and will be sent when it answers again.')
  }
  return undefined
}

/** The desk as last reduced, or the refusal that none is begun. */
export function deskOf(context: Context): Result<DeskState> {
  const desk = readDeskState(context.db)
  return desk ? ok(desk) : fail('notFound', 'No desk is begun here yet. Begin one first.')
}

/** The person at the desk in this session, or the refusal that nobody is. */
export function personOf(context: Context, caller: Caller): Result<{ readonly desk: DeskState; readonly person: Person }> {
  const desk = deskOf(context)
  if (!desk.ok) return desk
  const person = desk.value.people.find((other) => other.id === caller.person && isAtDesk(other))
  return person ? ok({ desk: desk.value, person }) : fail('notAllowed', 'Nobody sits at the desk in this window. Choose who you are first.')
}
