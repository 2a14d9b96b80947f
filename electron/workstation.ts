/** The composition root: opens the database and the hub, joins them by the sync client, answers the contract for every shell. */
import { randomUUID } from 'node:crypto'
import { existsSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { isAtDesk } from '../shared/desk/person.ts'
import { type CallName, type Changed, contract, isCallName } from '../shared/contract/contract.ts'
import { inputSentence } from '../shared/contract/inputSentence.ts'
import { issueWords } from '../shared/issueWords.ts'
import { faultPlace } from '../shared/fault.ts'
import { fail, ok, type Result } from '../shared/result.ts'
import type { HubEvent, HubLine } from '../shared/sync/messages.ts'
import { hashWithNode } from '../sqlite/hashing.ts'
import { isCode, UnreadableFile } from '../sqlite/open.ts'
import { diskTrouble } from '../sqlite/trouble.ts'
import { type Database, type OpenedDatabase, openDatabase } from './database/open.ts'
import { fileKeyStore, MissingKey } from './database/keyStore.ts'
import { readDeskState, writeMeta } from './database/meta.ts'
import { forgetStreams } from './database/streams.ts'
import { Indexer } from './documents/indexer.ts'
import { OpenDocuments } from './documents/openDocuments.ts'
import { adminOf } from './admin.ts'
import { type Caller, type Context, guarded } from './handlers/context.ts'
import { handlers } from './handlers/handlers.ts'
import { Checkpoints } from './jobs/checkpoints.ts'
import { Jobs } from './jobs/jobs.ts'
import { FileReader } from './importing/reader.ts'
import { upkeep } from './jobs/upkeep.ts'
import { PictureReader } from './media/reader.ts'
import { serve } from './preview/serve.ts'
import { resourcesFolder } from './program.ts'
import { type ReplaceDesk, replaceable } from './replaceable.ts'
import { makeBackup } from './backup/make.ts'
import { restoredMark } from './backup/restore.ts'
import type { Session, Workstation, WorkstationOptions } from './session.ts'
import { absentHub } from './sync/absentHub.ts'
import type { Applied } from './sync/apply.ts'
import { followDeliveries } from './sync/deliveries.ts'
import { LastSaves } from './sync/lastSaves.ts'
import { SyncClient } from './sync/client.ts'
import { HubNotOpened } from './sync/hubWorker.ts'
import { followUndelivered } from './sync/undelivered.ts'
import { openWorkerLine } from './sync/workerLine.ts'

/** Opens the desk in a data folder that this process owns; a folder that holds none yet gets its key and empty files. */
export async function openWorkstation(options: WorkstationOptions): Promise<Result<Workstation>> {
  hashWithNode()
  return replaceable(options, async (replaceDesk) => {
    try {
      return ok(await open(options, replaceDesk))
    } catch (error) {
      return openFailure(error) ?? Promise.reject(error)
    }
  })
}

/** What can be wrong with a data folder, in words; undefined for a bug. Nothing was changed by any of them. */
function openFailure(error: unknown): Result<never> | undefined {
  if (error instanceof MissingKey) return fail('notFound', error.message)
  if (error instanceof UnreadableFile || (error instanceof HubNotOpened && error.code === 'UnreadableFile'))
    return fail('readOnly', `${error.message} Restore a backup into another folder, or put the right key file back.`)
  const trouble = diskTrouble(error)
  if (trouble?.code === 'full') return fail('full', trouble.message)
  if (error instanceof HubNotOpened && error.code === 'Full') return fail('full', error.message)
  if (error instanceof HubNotOpened || isCode(error, 'SQLITE_CORRUPT', 'SQLITE_IOERR', 'SQLITE_CANTOPEN', 'SQLITE_READONLY')) {
    const why = error instanceof Error ? error.message : ''
    return fail(
      'readOnly',
      `The desk could not be opened: ${why}. Its files were left as they are. “verify” names the damaged places; restore a backup into another folder to go on.`,
    )
  }
  return undefined
}

async function open(options: WorkstationOptions, replaceDesk: ReplaceDesk): Promise<Workstation> {
  const { dataFolder } = options
  const keys = fileKeyStore(dataFolder)
  const key = keys.read() ?? keys.create()
  const restored = existsSync(join(dataFolder, restoredMark))
  const opened = openDatabase({ file: join(dataFolder, 'workstation.db'), key })
  try {
    if (restored && opened.readOnly === '') becomeNewDevice(opened.db)
    const { line, readOnly } = await openHub(options, opened, key, restored)
    if (restored) rmSync(join(dataFolder, restoredMark), { force: true })
    return compose({ ...options, replaceDesk }, opened.db, line, readOnly, key)
  } catch (error) {
    opened.db.close()
    throw error
  }
}

/** What a restored folder signs must not continue the chains of the one it was copied from. [SY7] */
function becomeNewDevice(db: Database): void {
  db.transaction(() => {
    forgetStreams(db)
    writeMeta(db, 'device', '')
  }).immediate()
}

async function openHub(
  options: WorkstationOptions,
  opened: OpenedDatabase,
  key: Uint8Array,
  restored: boolean,
): Promise<{ line: HubLine; readOnly: string }> {
  if (opened.readOnly !== '') return { line: absentHub, readOnly: opened.readOnly }
  const { dataFolder, automatic = true } = options
  try {
    const line = await openWorkerLine({
      file: join(dataFolder, 'hub.db'),
      key,
      folder: dataFolder,
      resources: resourcesFolder(),
      automatic,
      restored,
    })
    return { line, readOnly: '' }
  } catch (error) {
    if (error instanceof HubNotOpened && error.code === 'NewerFile') return { line: absentHub, readOnly: error.message }
    throw error
  }
}

type Composed = WorkstationOptions & { readonly replaceDesk: ReplaceDesk }

function compose(options: Composed, db: Database, line: HubLine, readOnly: string, key: Uint8Array): Workstation {
  const now = options.now ?? (() => new Date())
  const sinks = new Map<string, (event: Changed) => void>()
  const seats = new Map<string, string>()
  const checkpoints = readOnly === '' ? new Checkpoints(db, { file: join(options.dataFolder, 'workstation.db'), key }) : undefined
  const changed = (event: Changed) => {
    // What has changed was written; how far a job has come stands in memory.
    if (event.topic !== 'jobs') checkpoints?.written()
    for (const sink of sinks.values()) sink(event)
  }
  let offlineSince = ''
  let hubReopenedAt = ''
  const documents = new OpenDocuments(db, readOnly === '')
  const indexer = new Indexer(
    db,
    documents,
    () => changed({ topic: 'articles', source: '' }),
    (article) => upkeep('text', options.dataFolder, article),
  )
  const jobs = new Jobs(now, (id) => changed({ topic: 'jobs', id, source: '' }))
  const pictures = new PictureReader()
  const reader = new FileReader()
  const sync = new SyncClient({
    db,
    line,
    now,
    app: options.app,
    onApplied: (applied) => tell(applied, documents, indexer, changed),
    onSent: () => changed({ topic: 'sent', source: '' }),
    onLine(since) {
      if ((since === '') === (offlineSince === '')) return
      offlineSince = since
      changed({ topic: 'desk', source: '' })
    },
  })
  const context: Context = {
    db,
    documents,
    indexer,
    jobs,
    pictures,
    reader,
    line,
    sync,
    saves: new LastSaves(db, sync),
    now,
    readOnly,
    changed,
    dataFolder: options.dataFolder,
    resources: resourcesFolder(),
    offlineSince: () => offlineSince,
    hubReopenedAt: () => hubReopenedAt,
    delivery: () => deliveries.underway(),
    undelivered: (article, edition) => undelivered.of(article, edition),
    openSession: () => connect(() => {}),
    replaceDesk: options.replaceDesk,
    backup: (file, watched) => makeBackup(context, key, file, watched),
  }
  const deliveries = followDeliveries(() => changed({ topic: 'delivery', source: '' }))
  const undelivered = followUndelivered(line, () => changed({ topic: 'queue', source: '' }))
  const stopHearing = line.onEvent((event) => {
    deliveries.hear(event)
    undelivered.hear(event)
    if (event.type === 'reopened') hubReopenedAt = now().toISOString()
    hear(event, sync, changed)
  })
  // Work of an earlier run that was not sent yet goes out now; text that was not indexed is.
  if (readOnly === '') {
    void sync.sync().catch(() => {})
    indexer.soon()
  }

  function connect(sink: (event: Changed) => void, resume?: string, sees?: 'all'): Session {
    const id = resume !== undefined && seats.has(resume) && !sinks.has(resume) ? resume : randomUUID()
    sinks.set(id, sink)
    if (!seats.has(id)) seats.set(id, onlyPerson(db))
    return sessionOf(context, callerOf(id, seats, sees ?? 'own'), () => sinks.delete(id))
  }

  return {
    connect,
    respond: (_session, path) => serve(context, path),
    admin: adminOf(context),
    async close() {
      await jobs.close()
      pictures.close()
      reader.close()
      stopHearing()
      await sync.sync().catch(() => {})
      sync.close()
      if (readOnly === '') await indexer.close()
      await line.close()
      await checkpoints?.close()
      documents.close()
      db.close()
    },
  }
}

/** At a desk of one there is nobody to choose. */
function onlyPerson(db: Database): string {
  const people = readDeskState(db)?.people.filter(isAtDesk) ?? []
  return people.length === 1 ? (people[0]?.id ?? '') : ''
}

function tell(applied: Applied, documents: OpenDocuments, indexer: Indexer, changed: (event: Changed) => void): void {
  for (const id of applied.words) {
    documents.forget(id)
    changed({ topic: 'words', id, source: '' })
  }
  for (const id of applied.articles) changed({ topic: 'article', id, source: '' })
  if (applied.listed) {
    indexer.soon()
    changed({ topic: 'articles', source: '' })
  }
  if (applied.articles.size > 0) changed({ topic: 'queue', source: '' })
  if (applied.desk) for (const topic of ['desk', 'people', 'settings'] as const) changed({ topic, source: '' })
}

function hear(event: HubEvent, sync: SyncClient, changed: (event: Changed) => void): void {
  if (event.type === 'hint' || event.type === 'reopened') void sync.sync().catch(() => {})
  if (event.type === 'queue' || event.type === 'reopened') changed({ topic: 'queue', source: '' })
}

function sessionOf(context: Context, caller: Caller, end: () => void): Session {
  return {
    id: caller.session,
    call: (name, input) => answer(context, caller, name, input),
    end,
  }
}

function callerOf(session: string, seats: Map<string, string>, sees: Caller['sees']): Caller {
  return {
    session,
    sees,
    // Read anew each time: a call that seats somebody answers as that person.
    get person() {
      return seats.get(session) ?? ''
    },
    sit: (person) => void seats.set(session, person),
  }
}

/** Parses once, answers values; what throws is a bug, told by a reference. */
async function answer(context: Context, caller: Caller, name: string, input: unknown): Promise<Result<unknown>> {
  if (!isCallName(name)) return fail('invalid', `Nothing here is called “${name}”.`)
  const parsed = contract[name].input.safeParse(input)
  if (!parsed.success) {
    const details = parsed.error.issues.map((issue) => ({ where: issue.path.join('.'), message: issueWords(issue) }))
    return fail('invalid', `${inputSentence(name, parsed.error.issues)} Nothing was changed.`, details)
  }
  try {
    return await guarded(() => dispatch(context, caller, name, parsed.data))
  } catch (error) {
    const reference = randomUUID().slice(0, 8)
    // No text, titles, names or addresses go into the log: the kind of call and the place of the fault are enough. [SE12]
    process.stderr.write(`${JSON.stringify({ at: context.now().toISOString(), reference, call: name, fault: faultPlace(error) })}\n`)
    return {
      ok: false,
      error: {
        code: 'internal',
        message: `Something went wrong inside the program (reference ${reference}). What was saved is safe. Try again; if it stays, restart Chancery.`,
        reference,
      },
    }
  }
}

async function dispatch<N extends CallName>(context: Context, caller: Caller, name: N, input: unknown): Promise<Result<unknown>> {
  // The table guarantees that handler and schema of one name agree; TypeScript cannot follow a union of names through both.
  const handler = handlers[name] as (context: Context, caller: Caller, input: unknown) => Promise<Result<unknown>> | Result<unknown>
  return handler(context, caller, input)
}
