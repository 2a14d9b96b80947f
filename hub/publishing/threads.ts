/** Lines to the hub's own threads: begun with the first thing asked, and kept; they hold no process open. */
import { parentPort, type ResourceLimits, Worker } from 'node:worker_threads'
import { DeliveryFailure } from './failure.ts'

interface Asked {
  readonly id: number
  readonly act: unknown
}

interface Answer {
  readonly id: number
  readonly answer?: unknown
  readonly failure?: Pick<DeliveryFailure, 'kind' | 'message'>
  /** A fault of the program, or of the computer, that no sentence is for. */
  readonly fault?: string
}

interface Waiting {
  resolve(answer: unknown): void
  reject(error: Error): void
}

export interface Line {
  /** Asks the thread one thing; throws what it threw. Bytes in shared memory are not copied, `given` are the thread’s from then on. */
  ask(act: unknown, given?: readonly ArrayBuffer[]): Promise<unknown>
  /** Begins the thread where it is not there yet: what will be asked soon need not wait for its program then. */
  ready(): void
}

/** `file`: the thread's own; `limits`: it does with little memory what the main thread would take much for. */
export function lineTo(name: string, file: URL, limits: ResourceLimits): Line {
  let open: { readonly worker: Worker; readonly waiting: Map<number, Waiting> } | undefined
  let last = 0

  function begin() {
    const begun = { worker: new Worker(file, { name, resourceLimits: limits }), waiting: new Map<number, Waiting>() }
    const { worker, waiting } = begun
    worker.on('message', ({ id, answer, failure, fault }: Answer) => {
      const asked = waiting.get(id)
      waiting.delete(id)
      if (waiting.size === 0) worker.unref()
      if (failure) asked?.reject(new DeliveryFailure(failure.kind, failure.message))
      else if (fault !== undefined) asked?.reject(new Error(fault))
      else asked?.resolve(answer)
    })
    const end = (error: Error) => {
      if (open === begun) open = undefined
      for (const { reject } of waiting.values()) reject(error)
      waiting.clear()
    }
    // Whose answer it was nobody knows.
    worker.once('messageerror', (error) => {
      end(new Error(`an answer of the thread “${name}” could not be read`, { cause: error }))
      void worker.terminate()
    })
    worker.once('error', end)
    worker.once('exit', (code) => end(new Error(`the thread “${name}” ended with ${code}`)))
    return begun
  }

  return {
    ask(act, given = []) {
      open ??= begin()
      const { worker, waiting } = open
      return new Promise((resolve, reject) => {
        last += 1
        // First, as it throws where something cannot be handed over: nobody would answer that.
        worker.postMessage({ id: last, act } satisfies Asked, given)
        worker.ref()
        waiting.set(last, { resolve, reject })
      })
    },
    ready() {
      if (open) return
      open = begin()
      open.worker.unref()
    },
  }
}

/** In the thread: does what is asked, and says what came of each thing. While one waits the next is done. */
export function answerWith(work: (act: never) => unknown): void {
  const port = parentPort
  if (!port) throw new Error('there is nobody to answer: this runs in a thread only')
  const say = (said: Answer) => port.postMessage(said)
  port.on('message', ({ id, act }: Asked) => void answer(id, act))
  // Nobody knows which, to say so: the thread ends with it, and all that was asked fails.
  port.on('messageerror', (error) => {
    throw new Error('what was asked of a thread could not be read', { cause: error })
  })

  async function answer(id: number, act: unknown): Promise<void> {
    try {
      say({ id, answer: await work(act as never) })
    } catch (error) {
      if (error instanceof DeliveryFailure) say({ id, failure: { kind: error.kind, message: error.message } })
      else say({ id, fault: error instanceof Error ? error.message : String(error) })
    }
  }
}
