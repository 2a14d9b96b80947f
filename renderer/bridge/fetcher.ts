/** Requests to the workstation, made in a worker where there can be one, and in the page where not. */

/** What a request needs; plain, since it goes to another thread. */
export interface Wanted {
  readonly method?: 'GET' | 'POST'
  readonly headers?: Readonly<Record<string, string>>
  readonly body?: Uint8Array<ArrayBuffer>
  readonly cache?: 'no-store'
}

export interface Got {
  readonly status: number
  readonly bytes: ArrayBuffer
}

/** Answers undefined when nothing answered. */
export type Fetcher = (address: string, wanted: Wanted) => Promise<Got | undefined>

export interface Asked {
  readonly n: number
  readonly address: string
  readonly init: Wanted
}

/** `n` 0: the worker has begun. `status` 0: nothing answered. */
export interface Answered extends Got {
  readonly n: number
}

export const fetchHere: Fetcher = async (address, wanted) => {
  try {
    const response = await fetch(address, wanted)
    return { status: response.status, bytes: await response.arrayBuffer() }
  } catch {
    return undefined
  }
}

/** `worker`: one that answers as `fetcher.worker.ts` does. Until it has begun, and when it cannot, requests are made here. */
export function workerFetcher(worker: Worker, page: Pick<Document, 'visibilityState'>): Fetcher {
  const waiting = new Map<number, (got: Got | undefined) => void>()
  let n = 0
  let isThere = false
  worker.addEventListener('message', ({ data }: MessageEvent<Answered>) => {
    isThere = true
    waiting.get(data.n)?.(data.status === 0 ? undefined : data)
    waiting.delete(data.n)
  })
  worker.addEventListener('error', () => {
    isThere = false
    for (const resolve of waiting.values()) resolve(undefined)
    waiting.clear()
  })
  return (address, wanted) => {
    // A page that is left may take its worker with it before the request is out.
    if (!isThere || page.visibilityState === 'hidden') return fetchHere(address, wanted)
    return new Promise((resolve) => {
      n += 1
      waiting.set(n, resolve)
      worker.postMessage({ n, address, init: wanted } satisfies Asked)
    })
  }
}

/** The page's own. */
export const fetcher: Fetcher = beginFetcher()

function beginFetcher(): Fetcher {
  try {
    return workerFetcher(new Worker(new URL('./fetcher.worker.ts', import.meta.url), { type: 'module', name: 'fetcher' }), document)
  } catch {
    return fetchHere
  }
}
