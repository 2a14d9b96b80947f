/** The bridge in a browser: calls as msgpack over POST, changes over one event stream that is also the session. */
import { Packr } from 'msgpackr/index-no-eval'
import type { Call, Changed } from '../../shared/contract/contract.ts'
import { fail, type Result } from '../../shared/result.ts'
import type { Bridge } from './bridge.ts'

const sessionKey = 'chancery.session'
const unreachable = 'The workstation does not answer. What it said was saved is safe; start it again and this page goes on by itself.'

/** Bytes stay bytes, records stay plain objects: the other side reads them with any msgpack. */
const packr = new Packr({ useRecords: false })

/** `root`: where the shell is served, without a trailing slash. The session's id survives a reload in `storage`. */
export function webBridge(root: string, storage: Storage): Bridge {
  const changedListeners = new Set<(changed: Changed) => void>()
  const reopenedListeners = new Set<() => void>()
  let session = storage.getItem(sessionKey) ?? ''
  let source: EventSource | undefined
  let opened = Promise.withResolvers<void>()
  let isFirst = true

  function open(): void {
    source = new EventSource(`${root}/events${session === '' ? '' : `?session=${encodeURIComponent(session)}`}`)
    source.addEventListener('session', (event) => {
      session = String(event.data)
      storage.setItem(sessionKey, session)
      opened.resolve()
      if (!isFirst) for (const listener of reopenedListeners) listener()
      isFirst = false
    })
    source.addEventListener('changed', (event) => {
      const changed = JSON.parse(String(event.data)) as Changed
      for (const listener of changedListeners) listener(changed)
    })
    source.addEventListener('error', () => {
      // The browser's own reconnecting would ask for the address without the session, and seat nobody.
      source?.close()
      opened.resolve()
      opened = Promise.withResolvers<void>()
      setTimeout(open, 1000)
    })
  }
  open()

  const call: Call = async (name, input) => {
    if (session === '') await opened.promise
    try {
      const answer = await fetch(`${root}/call/${name}`, {
        method: 'POST',
        headers: { 'content-type': 'application/x-msgpack', 'x-chancery-session': session },
        body: new Uint8Array(packr.pack(input)),
      })
      return packr.unpack(new Uint8Array(await answer.arrayBuffer())) as Result<never>
    } catch {
      return fail('offline', unreachable)
    }
  }

  return {
    call,
    onChanged: (listener) => subscribed(changedListeners, listener),
    onReopened: (listener) => subscribed(reopenedListeners, listener),
    isOwn: (id) => id !== '' && id === session,
  }
}

function subscribed<T>(listeners: Set<T>, listener: T): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}
