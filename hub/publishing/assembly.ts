/** Batches on their way: while one is laid down at the destination, the next is made and the one after it is read. */
import { DeliveryFailure } from './failure.ts'
import { makeByHand, type MadeByHand } from './hand.ts'
import { namesOf } from './listedOn.ts'
import { type Asked, type Made, makePages } from './making.ts'
import { Pack, packBytes } from './pack.ts'
import type { Due, Planned } from './plan.ts'
import type { Shipment } from './shipment.ts'
import type { Site } from './site.ts'

/** Files handed on at once: few at first, so that somebody soon sees it go on. */
const firstBatch = 200
const largestBatch = 3200

/** One is read into, one made, one laid down. */
const packs = 3

/** From so many bytes of pages on the second hand makes them; fewer are made sooner than they are handed over. */
const much = 500_000

/** What stands around an article’s words. */
const aroundArticle = 7000

/** About the bytes of an address that leads on, and of a line in a list. */
const aPointer = 800
const aLine = 450

const stopped = 'It was stopped at the desk. What was sent by then stands there whole, the rest is as before. “Try now” goes on with it.'

interface MadeBatch {
  /** The first of the batch, as many as the pack had room for. */
  readonly planned: readonly Planned[]
  readonly rest: readonly Due[]
}

export class Assembly {
  readonly #site: Site
  readonly #shipment: Shipment
  readonly #isStopped: () => boolean
  #batch: Due[] = []
  /** Bytes that the batch's asked pages will take, about. */
  #expected = 0
  #hasArticles = false
  /** It lists articles that the second hand has listed. */
  #isForHand = false
  #sent = 0
  /** Taken by turns, each batch one. A small delivery has but the first. */
  readonly #packs: Pack[] = []
  #laying = Promise.resolve()
  /** And the one before it. */
  #layingBefore = Promise.resolve()

  constructor(site: Site, shipment: Shipment, isStopped: () => boolean) {
    this.#site = site
    this.#shipment = shipment
    this.#isStopped = isStopped
  }

  /** Where the batch's pages stand that are made at once. */
  get pack(): Pack {
    const turn = this.#sent % packs
    this.#packs[turn] ??= new Pack()
    return this.#packs[turn]
  }

  async add(due: Due): Promise<void> {
    this.#batch.push(due)
    if (due.kind === 'asked') this.#expect(due.asked)
    const isFull = this.pack.isFull || this.pack.used + this.#expected >= packBytes
    if (isFull || this.#batch.length >= Math.min(firstBatch * 2 ** this.#sent, largestBatch)) await this.#send()
  }

  #expect({ from }: Asked): void {
    if ('row' in from) {
      this.#hasArticles = true
      this.#expected += from.row.digested.length + aroundArticle
    } else if ('list' in from) {
      this.#expected += aroundArticle + from.items.length * aLine
      this.#isForHand ||= from.items.some((item) => typeof item === 'number')
    } else this.#expected += from.spec.page === 'pointer' ? aPointer : aroundArticle
  }

  /** Articles that were only asked for go on their way, so that lists can name them. */
  async sendArticles(): Promise<void> {
    if (this.#hasArticles) await this.#send()
  }

  /** Waits until all that was added is made and lies at the destination. */
  async settle(): Promise<void> {
    await this.#send()
    await this.#laying
  }

  /** After a failure: waits until nothing goes on any more. */
  async end(): Promise<void> {
    await this.#laying.catch(() => {})
  }

  async #send(): Promise<void> {
    const [batch, pack, before] = [this.#batch, this.pack, this.#laying]
    if (batch.length === 0) return before
    this.#sent += 1
    const first = this.#made(batch, pack, this.#isForHand || this.#expected >= much)
    first.catch(() => {})
    this.#batch = []
    this.#expected = 0
    this.#hasArticles = false
    this.#isForHand = false
    this.#laying = this.#layAll(first, before)
    // Waited for at one of the next; until then a failure is no unhandled one.
    this.#laying.catch(() => {})
    const freed = this.#layingBefore
    this.#layingBefore = before
    await freed
    this.#packs[this.#sent % packs]?.empty()
  }

  /** `before`: the batch that is laid down before this one. */
  async #layAll(first: Promise<MadeBatch>, before: Promise<void>): Promise<void> {
    await Promise.allSettled([first, before])
    // What failed before is the reason, and this batch may have failed for that alone.
    await before
    let { planned, rest } = await first
    await this.#lay(planned)
    while (rest.length > 0) {
      ;({ planned, rest } = await this.#made(rest, new Pack(), true))
      await this.#lay(planned)
    }
  }

  async #lay(planned: readonly Planned[]): Promise<void> {
    if (this.#isStopped()) {
      await this.#shipment.place()
      throw new DeliveryFailure('permanent', stopped)
    }
    await this.#shipment.lay(planned)
  }

  async #made(batch: readonly Due[], pack: Pack, isMuch: boolean): Promise<MadeBatch> {
    const { made, rest } = await this.#make(
      batch.flatMap((due) => (due.kind === 'asked' ? [due.asked] : [])),
      pack,
      isMuch,
    )
    const [pages, others] = [made.values(), rest.values()]
    const planned: Planned[] = []
    const left: Due[] = []
    for (const due of batch) {
      const page = due.kind === 'asked' && left.length === 0 ? pages.next().value : undefined
      if (due.kind !== 'asked') (left.length === 0 ? planned : left).push(due)
      else if (page) planned.push(plannedOf(due, page))
      else left.push({ ...due, asked: others.next().value ?? due.asked })
    }
    return { planned, rest: left }
  }

  async #make(asked: readonly Asked[], pack: Pack, isMuch: boolean): Promise<MadeByHand> {
    const site = this.#site
    if (isMuch) {
      for (const { from } of asked) if ('row' in from) site.atHand.add(from.row.place)
      return makeByHand(site, asked, pack)
    }
    const made = makePages(site.press.house, asked, pack, namesOf(site))
    return { made, rest: asked.slice(made.length) }
  }
}

function plannedOf({ path, inputs, isOurs }: Extract<Due, { kind: 'asked' }>, { content, bytes }: Made): Planned {
  return bytes ? { kind: 'write', path, inputs, content, bytes, isOurs } : { kind: 'keep', path, inputs, content }
}
