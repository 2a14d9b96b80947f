/** Long work of this process: begun by a call, watched by id, stopped by a call, outliving the screen that began it. */
import { randomUUID } from 'node:crypto'
import type { Job } from '../../shared/contract/jobs.ts'

/** What running work may say and ask. */
export interface JobControl {
  readonly id: string
  readonly isStopped: () => boolean
  /** Resolves when somebody stops it; never otherwise. */
  readonly stopped: Promise<void>
  readonly say: (change: Partial<Pick<Job, 'step' | 'done' | 'total'>>) => void
  /** A plain sentence for whoever reads the result. */
  readonly note: (sentence: string) => void
  readonly made: (articles: readonly string[]) => void
}

/** Finished jobs that are still shown. */
const remembered = 50
/** Milliseconds between two tellings of how far a job has come. */
const betweenTellings = 100

export class Jobs {
  readonly #jobs = new Map<string, Job>()
  readonly #stopped = new Set<string>()
  readonly #stops = new Map<string, PromiseWithResolvers<void>>()
  readonly #running = new Map<string, Promise<void>>()
  /** Something of them is to be told. */
  readonly #untold = new Map<string, NodeJS.Timeout>()
  readonly #now: () => Date
  readonly #onChange: (id: string) => void

  constructor(now: () => Date, onChange: (id: string) => void) {
    this.#now = now
    this.#onChange = onChange
  }

  start(kind: Job['kind'], total: number, run: (control: JobControl) => Promise<void>): Job {
    const id = randomUUID()
    this.#jobs.set(id, {
      id,
      kind,
      state: 'running',
      step: '',
      done: 0,
      total,
      startedAt: this.#now().toISOString(),
      notes: [],
      articles: [],
    })
    this.#stops.set(id, Promise.withResolvers())
    const running = run(this.#controlOf(id)).then(
      () => this.#change(id, { state: this.#stopped.has(id) ? 'stopped' : 'done' }),
      (error: unknown) =>
        this.#change(id, { state: 'failed', notes: [...this.#get(id).notes, error instanceof Error ? error.message : String(error)] }),
    )
    this.#running.set(id, running)
    this.#forgetOld()
    this.#onChange(id)
    return this.#get(id)
  }

  read(id: string): Job | undefined {
    return this.#jobs.get(id)
  }

  /** Newest first. */
  list(): readonly Job[] {
    return [...this.#jobs.values()].toReversed()
  }

  stop(id: string): Job | undefined {
    if (this.#jobs.get(id)?.state === 'running') this.#stop(id)
    return this.#jobs.get(id)
  }

  /** Resolves when the job has ended, whichever way. */
  async ended(id: string): Promise<Job | undefined> {
    await this.#running.get(id)
    return this.#jobs.get(id)
  }

  async close(): Promise<void> {
    for (const { id, state } of this.#jobs.values()) if (state === 'running') this.#stop(id)
    await Promise.all(this.#running.values())
  }

  #stop(id: string): void {
    this.#stopped.add(id)
    this.#stops.get(id)?.resolve()
  }

  #controlOf(id: string): JobControl {
    return {
      id,
      isStopped: () => this.#stopped.has(id),
      stopped: this.#stops.get(id)?.promise ?? Promise.resolve(),
      say: (change) => this.#change(id, change),
      note: (sentence) => this.#change(id, { notes: [...this.#get(id).notes, sentence] }),
      made: (articles) => this.#change(id, { articles: [...this.#get(id).articles, ...articles] }),
    }
  }

  #get(id: string): Job {
    const job = this.#jobs.get(id)
    if (!job) throw new Error(`there is no job ${id}`)
    return job
  }

  #change(id: string, change: Partial<Job>): void {
    this.#jobs.set(id, { ...this.#get(id), ...change })
    if (change.state) this.#tell(id)
    else this.#tellSoon(id)
  }

  /** How far a job has come is told now and then: each time, everybody who looks at it asks for all of it. */
  #tellSoon(id: string): void {
    if (this.#untold.has(id)) return
    this.#untold.set(
      id,
      setTimeout(() => this.#tell(id), betweenTellings),
    )
  }

  #tell(id: string): void {
    clearTimeout(this.#untold.get(id))
    this.#untold.delete(id)
    this.#onChange(id)
  }

  #forgetOld(): void {
    for (const { id, state } of this.#jobs.values()) {
      if (this.#jobs.size <= remembered) return
      if (state === 'running') continue
      this.#jobs.delete(id)
      this.#stops.delete(id)
    }
  }
}
