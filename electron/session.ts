/** What the shells hold of the workstation: connect, ask, be told. Implemented in `workstation.ts`. */
import type { Changed } from '../shared/contract/contract.ts'
import type { Result } from '../shared/result.ts'

/** One renderer connection, one script: the person at the desk belongs to it, not to the process. */
export interface Session {
  readonly id: string
  /** Input is parsed by the contract; expected outcomes and bad input come back as values. Never rejects. */
  call(name: string, input: unknown): Promise<Result<unknown>>
  end(): void
}

export interface Served {
  readonly status: number
  readonly type: string
  readonly bytes: Uint8Array
  readonly headers?: Readonly<Record<string, string>>
}

export interface Workstation {
  /**
   * `sink` hears every change, its own session's included. `resume`: id of an earlier session of this process, to keep who sits there.
   * `sees`: `all` for whoever owns the computer, who sees every draft; otherwise what is the person's to see. [WF12]
   */
  connect(sink: (event: Changed) => void, resume?: string, sees?: 'all'): Session
  /** A page or picture asked for by address (`preview/…`, `media/…`, `site/…`); undefined when the workstation has nothing there. */
  respond(session: Session, path: string): Promise<Served | undefined>
  readonly admin: Admin
  close(): Promise<void>
}

/** What only the command line asks for: files outside the data folder, and long work waited for. */
export interface Admin {
  /** A full build of the site into `folder`. */
  buildSite(folder: string): Promise<Result<{ readonly files: number }>>
  /** The page as it would be published; with the frozen envelope once there is one. */
  previewBytes(article: string): Promise<Result<Uint8Array>>
  /** Log, projections, versions, digests, published files: each problem names its place. */
  verify(): Promise<Result<{ readonly problems: readonly string[] }>>
  /** Rebuilds the projections from the log; `changed` names what differed. */
  rebuild(): Promise<Result<{ readonly changed: readonly string[] }>>
  backup(file: string): Promise<Result<{ readonly recoveryCode: string }>>
}

export interface WorkstationOptions {
  readonly dataFolder: string
  /** The program's version, told to the hub. */
  readonly app: string
  readonly now?: () => Date
  /** Publishes by itself when something is due (the default); off for single commands, which ask for it. */
  readonly automatic?: boolean
}
