/** The second hand of publishing, a thread: makes pages while the hub's own reads the record, and reads half of a site back. */
import { basename } from 'node:path'
import type { Hash } from '../../shared/canonical.ts'
import type { House } from '../../shared/site/model.ts'
import type { Asked, Made } from './making.ts'
import type { Pack } from './pack.ts'
import type { Site } from './site.ts'
import { lineTo } from './threads.ts'

export type HandAct =
  | {
      readonly kind: 'make'
      /** The articles that were made for it can be listed by their places. */
      readonly site: number
      readonly house: House
      readonly asked: readonly Asked[]
      readonly buffer: SharedArrayBuffer
      readonly used: number
    }
  /** Nothing more is made for the site. */
  | { readonly kind: 'end'; readonly site: number }
  | { readonly kind: 'hashes'; readonly folder: string; readonly paths: readonly string[] }

// The product's workers lie beside each other.
const inSource = basename(import.meta.filename).endsWith('.ts')
const file = inSource ? './hand.worker.ts' : './hub-publishing-hand.worker.js'
// What is young fits the cache of a processor; with twice or four times the room pages were made no sooner, or later. What is old is a kilobyte or two
// of each article that lists will name, of every site that is being built.
const line = lineTo('hand', new URL(file, import.meta.url), { maxYoungGenerationSizeMb: 6, maxOldGenerationSizeMb: 512 })

/** Before much has to be made: it takes a moment to begin. */
export function readyHand(): void {
  line.ready()
}

/** What was made, the first of those asked for; `rest`: the others, for which the pack had no room. */
export interface MadeByHand {
  readonly made: readonly Made[]
  readonly rest: readonly Asked[]
}

/**
 * As `makePages`. The pack is the hand's until it answers; the rows are its own, and come back where nothing was made of them.
 * All of their articles are listed by the hand for what is asked after them: it does one thing after another.
 */
export function makeByHand({ id, press: { house } }: Site, asked: readonly Asked[], { buffer, used }: Pack): Promise<MadeByHand> {
  return line.ask({ kind: 'make', site: id, house, asked, buffer, used } satisfies HandAct, rowsOf(asked)) as Promise<MadeByHand>
}

/** What the hand keeps of a site is forgotten. */
export async function endByHand({ id, atHand }: Site): Promise<void> {
  if (atHand.size > 0) await line.ask({ kind: 'end', site: id } satisfies HandAct)
}

/** Given and not copied: those left behind would fill the memory before they were noticed. */
function rowsOf(asked: readonly Asked[]): readonly ArrayBuffer[] {
  return asked.flatMap(({ from }) => {
    if (!('row' in from)) return []
    const { buffer, byteLength } = from.row.digested
    return buffer instanceof ArrayBuffer && buffer.byteLength === byteLength ? [buffer] : []
  })
}

/** As `hashesIn`. Throws `DeliveryFailure` for what people can understand and mend. */
export function hashesByHand(folder: string, paths: readonly string[]): Promise<readonly (Hash | undefined)[]> {
  return line.ask({ kind: 'hashes', folder, paths } satisfies HandAct) as Promise<readonly (Hash | undefined)[]>
}
