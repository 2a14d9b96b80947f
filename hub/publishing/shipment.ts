/** Files on their way to a destination: laid down batch by batch while the next one is made, and named together, some thousand at a time. */
import type { HubContext } from '../context.ts'
import type { Destination, Step } from './destinations/destination.ts'
import { recordApplied, recordIntent } from './journal.ts'
import type { Planned } from './plan.ts'

export interface ShipmentOptions {
  /** Of the delivery: its batches are noted under it. */
  readonly key: string
  readonly destination: string
  readonly step?: Step | undefined
  /** Files looked at so far. */
  readonly onLaid: (files: number) => void
}

/** What was laid is named from so many files on, then from twice as many, as the disk is waited for before each time. */
const firstPlacing = 200
const largestPlacing = 3200

/** And whatever was laid, once so many were looked at: where nearly all stand there already, what was found would not be noted till the end. */
const mostLying = 12_800

/** Of a batch that lies at the destination: its bytes are not needed any more. */
interface Lying {
  readonly n: number
  readonly files: readonly Planned[]
}

/** One call at a time. All throw `DeliveryFailure`; what was placed by then stands, announced and noted. While the disk is waited for, more is laid. */
export class Shipment {
  readonly #hub: Pick<HubContext, 'db' | 'now'>
  readonly #to: Destination
  readonly #options: ShipmentOptions
  #n = 0
  #placings = 0
  #lying: Lying[] = []
  /** Paths that lie beside their places, in their order; none of those that are being placed. */
  #laid: string[] = []
  #placing = Promise.resolve()
  readonly totals = { written: 0, removed: 0, files: 0 }
  /** Paths whose names have to outlast a loss of power. */
  readonly touched: string[] = []

  constructor(hub: Pick<HubContext, 'db' | 'now'>, to: Destination, options: ShipmentOptions) {
    this.#hub = hub
    this.#to = to
    this.#options = options
  }

  /** When it answers, nobody reads the bytes of these files any more. */
  async lay(files: readonly Planned[]): Promise<void> {
    const { key, destination, step, onLaid } = this.#options
    this.#n += 1
    const n = this.#n
    await this.#hub.db.transaction().execute((writer) => recordIntent(writer, key, n, destination, this.#hub.now().toISOString(), files))
    step?.('intended')
    const writes = files.filter((file) => file.kind === 'write')
    this.#lying.push({ n, files: files.map(withoutBytes) })
    this.#laid.push(...(await this.#to.lay(writes, step)))
    for (const file of files) {
      if (file.kind !== 'keep') this.touched.push(file.path)
      if (file.kind !== 'remove') this.totals.files += 1
    }
    onLaid(this.totals.files)
    const lying = this.#lying.reduce((sum, batch) => sum + batch.files.length, 0)
    if (this.#laid.length < Math.min(firstPlacing * 2 ** this.#placings, largestPlacing) && lying < mostLying) return
    await this.#placing
    this.#placing = this.#place()
    // Waited for before the next one; until then a failure is no unhandled one.
    this.#placing.catch(() => {})
  }

  /** Names all that lies there. */
  async place(): Promise<void> {
    await this.#placing
    await this.#place()
  }

  async #place(): Promise<void> {
    const [lying, laid] = [this.#lying, this.#laid]
    if (lying.length === 0) return
    this.#lying = []
    this.#laid = []
    this.#placings += 1
    const { key, destination, step } = this.#options
    const removals = lying.flatMap(({ files }) => files.flatMap((file) => (file.kind === 'remove' ? [file.path] : [])))
    try {
      await this.#to.place({ laid, removals }, step)
    } catch (error) {
      // To be removed with the others: some may be named already.
      this.#laid.push(...laid)
      throw error
    }
    step?.('applied')
    await this.#hub.db.transaction().execute(async (writer) => {
      for (const { n, files } of lying) await recordApplied(writer, key, n, destination, files)
    })
    step?.('noted')
    this.totals.written += laid.length
    this.totals.removed += removals.length
  }

  /** After a failure: nothing lies beside its place any more. What cannot be removed now is when the delivery is taken up again. */
  async drop(): Promise<void> {
    await this.#placing.catch(() => {})
    const paths = this.#laid
    this.#laid = []
    if (paths.length > 0) await this.#to.clean(paths).catch(() => {})
  }
}

function withoutBytes(file: Planned): Planned {
  return file.kind === 'write' ? { kind: 'keep', path: file.path, inputs: file.inputs, content: file.content } : file
}
