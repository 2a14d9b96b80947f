/** The bridge in a browser: calls as msgpack over POST, changes over one event stream that is also the session. */
import { Packr } from 'msgpackr/index-no-eval'
import type { Call, Changed } from '../../shared/contract/contract.ts'
import type { DeskStatus } from '../../shared/contract/desk.ts'
import { fail, type Failure, type Result } from '../../shared/result.ts'
import type { Bridge } from './bridge.ts'
import type { Fetcher } from './fetcher.ts'

const sessionKey = 'chancery.session'
const personKey = 'chancery.person'
const unreachable = 'The workstation does not answer. What it said was saved is safe; start it again and this page goes on by itself.'
const moved =
  'The workstation was started again at an address that this window does not know. Open the address that it printed in this browser, and this page goes on by itself.'
/** Calls that say who sits here. */
const seating = new Set<string>(['desk.begin', 'desk.status', 'people.sitDown', 'people.getUp'])

/** Bytes stay bytes, records stay plain objects: the other side reads them with any msgpack. */
const packr = new Packr({ useRecords: false })

/**
 * `root`: where the shell is served, without a trailing slash. The session's id survives a reload in `storage`; so does who sits in it,
 * since a workstation that was started again knows no seats, and words that wait to be saved have to be saved under the same name. [WS4]
 */
export function webBridge(root: string, storage: Storage, fetcher: Fetcher): Bridge {
  const changedListeners = new Set<(changed: Changed) => void>()
  const reopenedListeners = new Set<() => void>()
  const silentListeners = new Set<(failure: Failure | undefined) => void>()
  let session = storage.getItem(sessionKey) ?? ''
  let source: EventSource | undefined
  let opened = Promise.withResolvers<void>()
  let isFirst = true
  /** Breaks one after the other. One alone is a page that reloads or a moment's pause. */
  let breaks = 0

  function open(): void {
    source = new EventSource(`${root}/events${session === '' ? '' : `?session=${encodeURIComponent(session)}`}`)
    source.addEventListener('session', (event) => void begin(String(event.data)))
    source.addEventListener('changed', (event) => {
      const changed = JSON.parse(String(event.data)) as Changed
      for (const listener of changedListeners) listener(changed)
    })
    source.addEventListener('error', () => {
      // The browser's own reconnecting would ask for the address without the session, and seat nobody.
      source?.close()
      opened.resolve()
      opened = Promise.withResolvers<void>()
      breaks += 1
      if (breaks > 1) void ask('desk.status', {}).then((result) => breaks > 0 && tellSilence(result.ok ? undefined : result.error))
      setTimeout(open, 1000)
    })
  }

  async function begin(id: string): Promise<void> {
    const isNew = session !== '' && id !== session
    const person = storage.getItem(personKey) ?? ''
    session = id
    storage.setItem(sessionKey, id)
    breaks = 0
    if (isNew && person !== '') await ask('people.sitDown', { id: person })
    opened.resolve()
    tellSilence(undefined)
    if (!isFirst) for (const listener of reopenedListeners) listener()
    isFirst = false
  }

  function tellSilence(failure: Failure | undefined): void {
    for (const listener of silentListeners) listener(failure)
  }

  const ask: Call = async (name, input) => {
    const answer = await fetcher(`${root}/call/${name}`, {
      method: 'POST',
      headers: { 'content-type': 'application/x-msgpack', 'x-chancery-session': session },
      body: new Uint8Array(packr.pack(input)),
    })
    if (!answer) return fail('offline', unreachable)
    if (answer.status === 403) return fail('offline', moved)
    const result = unpacked(answer.bytes)
    if (!result) return fail('offline', unreachable)
    if (seating.has(name) && result.ok) remember(name, result.value)
    return result
  }

  /** A status without a person may come from a workstation that was started again; only getting up says that nobody sits here. */
  function remember(name: string, { person }: DeskStatus): void {
    if (person) storage.setItem(personKey, person.id)
    else if (name === 'people.getUp') storage.removeItem(personKey)
  }

  const call: Call = async (name, input) => {
    // An earlier run's session seats nobody: nothing is asked in its name.
    if (isFirst) await opened.promise
    return ask(name, input)
  }
  open()

  return {
    call,
    onChanged: (listener) => subscribed(changedListeners, listener),
    onReopened: (listener) => subscribed(reopenedListeners, listener),
    onSilence: (listener) => subscribed(silentListeners, listener),
    isOwn: (id) => id !== '' && id === session,
  }
}

/** Undefined: not an answer of the workstation. */
function unpacked(bytes: ArrayBuffer): Result<never> | undefined {
  try {
    return packr.unpack(new Uint8Array(bytes)) as Result<never>
  } catch {
    return undefined
  }
}

function subscribed<T>(listeners: Set<T>, listener: T): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}
