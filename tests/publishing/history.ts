/** Random histories of a site, each ending in a comparison of what stands with what a full build gives. */
import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import { fc } from '../harness/properties.ts'
import { expect } from 'vitest'
import { buildSite, ensureRebuilds, previewFront, verifySites, workQueue } from '../../hub/publishing/publisher.ts'
import { countRewrites } from '../../hub/publishing/rewrites.ts'
import { noFront } from '../../shared/desk/front.ts'
import { lordsPress } from '../../shared/desk/lordsPress.ts'
import { type ArticleOverrides, arrangeFront, changeSettings, openHub, putPicture, release } from '../factories/hub.ts'
import { treeOf } from '../factories/tree.ts'

const kinds = ['update', 'correction', 'clarification', 'editors_note', 'typographical', 'withdrawal', 'retraction', 'takedown'] as const
const sections = ['archives', 'diplomacy', 'notices'] as const
const act = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.record({
      act: fc.constant('new' as const),
      headline: fc.integer({ min: 0, max: 9 }),
      category: fc.constantFrom(...sections),
      pictures: fc.subarray([0, 1]),
      previously: fc.array(fc.nat(), { maxLength: 3 }),
    }),
  },
  {
    weight: 4,
    arbitrary: fc.record({
      act: fc.constant('edition' as const),
      of: fc.nat(),
      kind: fc.constantFrom(...kinds),
      headline: fc.integer({ min: 0, max: 9 }),
      category: fc.constantFrom(...sections),
      slug: fc.constantFrom('', '', '', 'moved', 'elsewhere', 'piece-1'),
      pictures: fc.subarray([0, 1]),
      access: fc.constantFrom('open' as const, 'open' as const, 'registered' as const),
      previously: fc.option(fc.array(fc.nat(), { maxLength: 3 }), { nil: undefined }),
      part: fc.option(fc.integer({ min: 0, max: 3 }), { nil: undefined }),
      report: fc.constantFrom('The tolls', 'The Tolls', 'Of bells'),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      act: fc.constant('settings' as const),
      motto: fc.integer({ min: 0, max: 3 }),
      credit: fc.integer({ min: 0, max: 1 }),
      sections: fc.integer({ min: 1, max: 3 }),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      act: fc.constant('front' as const),
      lead: fc.nat(),
      second: fc.nat(),
      notice: fc.nat(),
      report: fc.constantFrom('', 'The tolls'),
    }),
  },
  { weight: 1, arbitrary: fc.record({ act: fc.constant('tried' as const), credit: fc.integer({ min: 0, max: 2 }) }) },
  { weight: 2, arbitrary: fc.record({ act: fc.constant('later' as const), days: fc.integer({ min: 1, max: 40 }) }) },
  { weight: 4, arbitrary: fc.record({ act: fc.constant('work' as const) }) },
)

type Act = typeof act extends fc.Arbitrary<infer T> ? T : never

/** Throws with the shrunk history when a tree differs. */
export async function tellHistories(numRuns: number): Promise<void> {
  await fc.assert(fc.asyncProperty(fc.array(act, { minLength: 4, maxLength: 24 }), livesThrough), { numRuns })
}

/** Some pieces are notices, some parts of a report. */
function kindOf(n: number): Pick<ArticleOverrides, 'pieceKind' | 'series'> {
  if (n === 7) return { pieceKind: 'notice' }
  return n > 7 ? { pieceKind: 'reportPart', series: { name: 'The tolls', number: n - 7 } } : {}
}

async function livesThrough(acts: readonly Act[]): Promise<void> {
  let hub = await openHub({ isHasty: true })
  try {
    const articles: string[] = []
    const pictures = [await putPicture(hub, new Uint8Array([1])), await putPicture(hub, new Uint8Array([2]))]
    const named = (chosen: readonly number[] | undefined) =>
      chosen && articles.length > 0 ? { previously: chosen.map((n) => articles[n % articles.length] ?? '') } : {}
    const shown = (chosen: readonly number[]) => ({ pictures: chosen.map((index) => pictures[index] ?? '') })
    for (const one of acts) {
      if (one.act === 'new')
        articles.push(
          await release(hub, {
            headline: `Piece ${one.headline}`,
            category: one.category,
            ...kindOf(one.headline),
            ...shown(one.pictures),
            ...named(one.previously),
          }),
        )
      else if (one.act === 'edition') {
        const article = articles[one.of % Math.max(1, articles.length)]
        if (article)
          await release(hub, {
            article,
            kind: one.kind,
            headline: `Piece ${one.headline}`,
            category: one.category,
            changeNote: `As ${one.kind}.`,
            access: one.access,
            ...shown(one.pictures),
            ...named(one.previously),
            ...(one.part !== undefined && { pieceKind: 'reportPart', series: { name: one.report, number: one.part } }),
            ...(one.slug !== '' && { slug: one.slug }),
            correctionNotes: one.headline === 9 ? [{ wrote: 'Harm.', shouldSay: '', note: 'Described.', doNotRepeat: true }] : [],
          })
      } else if (one.act === 'settings') {
        await changeSettings(hub, {
          motto: `Motto ${one.motto}`,
          houseCredit: `Desk ${one.credit}`,
          categories: sections.slice(0, one.sections).map((slug) => ({ slug, name: slug })),
        })
      } else if (one.act === 'tried') {
        const tried = { ...lordsPress, houseCredit: `Desk ${one.credit}` }
        await previewFront(hub, noFront, tried)
        await countRewrites(hub, tried)
      } else if (one.act === 'front') {
        const chosen = [...new Set([one.lead, one.second, one.notice].map((n) => articles[n % Math.max(1, articles.length)] ?? ''))]
        await arrangeFront(hub, {
          lead: chosen[0] ?? '',
          seconds: ['', chosen[1] ?? '', ''],
          notices: ['', '', chosen[2] ?? '', ''],
          report: one.report,
        })
      } else if (one.act === 'later') hub.clock.now = new Date(hub.clock.now.getTime() + one.days * 86_400_000)
      else {
        await ensureRebuilds(hub)
        await workQueue(hub)
      }
    }
    await ensureRebuilds(hub)
    await workQueue(hub)
    if (articles.length === 0) return
    // As after a start: what the deliveries kept in memory must not come into what they are compared with.
    await hub.close()
    hub = await openHub({ folder: hub.folder, isHasty: true })
    await buildSite(hub, join(hub.folder, 'full'), () => {})
    expect(await treeOf(join(hub.folder, 'site'))).toEqual(await treeOf(join(hub.folder, 'full')))
    expect(await verifySites(hub)).toEqual([])
  } finally {
    await hub.close()
    await rm(hub.folder, { recursive: true, force: true })
  }
}
