/** How many files of the site other settings would change: both are made, as a build makes them, and compared. [HS2] */
import { setImmediate } from 'node:timers/promises'
import { canonicalText, type Hash, hashOf } from '../../shared/canonical.ts'
import type { Rewrites } from '../../shared/desk/rewrites.ts'
import type { HouseSettings } from '../../shared/desk/settings.ts'
import type { HubContext } from '../context.ts'
import { readDesk } from '../storage/projections.ts'
import { everyPage } from './closure.ts'
import { headPlace } from './entries.ts'
import { readKnown } from './journal.ts'
import { type PageName, pathOfName } from './pageName.ts'
import { contentOf, type Known } from './plan.ts'
import { type Press, pressOf } from './press.ts'
import { openSite, type Site } from './site.ts'

/** A site of more files is not made twice only to count: a page takes milliseconds, and the hub has other work. */
const mostFiles = 400
/** So many are made before others who wait for the hub are heard. */
const breath = 10

/** Null: the site has more than `most` files, or no desk is begun. Nothing is written. */
export async function countRewrites(hub: HubContext, settings: HouseSettings, most = mostFiles): Promise<Rewrites> {
  const desk = await readDesk(hub.db)
  if (!desk) return null
  const [now, then] = [await pressOf(hub.resources, desk), await pressOf(hub.resources, { ...desk, settings })]
  if (now.made === then.made) return { pages: 0, others: 0 }
  const upTo = await headPlace(hub.db)
  // Before the first release a site is made nowhere.
  if (upTo === 0) return { pages: 0, others: 0, isUnpublished: true }
  const key = hashOf('chancery/rewrites/1\n', canonicalText([upTo, now.made, then.made, now.front.name]))
  const counted = known.get(hub.db)
  if (counted?.key === key) return counted.rewrites
  const rewrites = await differing(openSite(hub.db, now, upTo), openSite(hub.db, then, upTo), await standing(hub, now, upTo), most)
  known.set(hub.db, { key, rewrites })
  return rewrites
}

/** The last answer: what was counted while somebody wrote is asked for again when it is saved. */
const known = new WeakMap<HubContext['db'], { readonly key: Hash; readonly rewrites: Rewrites }>()

async function differing(before: Site, after: Site, stands: Known, most: number): Promise<Rewrites> {
  const names = new Map<string, PageName>()
  for (const site of [before, after]) {
    for await (const name of everyPage(site)) {
      // Pictures and the theme are no matter of the settings.
      if (name.page !== 'picture' && name.page !== 'asset') names.set(pathOfName(name), name)
      if (names.size > most) return null
    }
  }
  const rewrites = { pages: 0, others: 0 }
  let made = 0
  for (const [path, name] of names) {
    const content = stands.get(path)?.content || (await contentOf(before, name))
    if (content !== (await contentOf(after, name))) rewrites[path.endsWith('.html') ? 'pages' : 'others'] += 1
    made += 1
    if (made % breath === 0) await setImmediate()
  }
  return rewrites
}

/** What a destination is known to show, where it shows exactly what stands now: that need not be made again. */
async function standing({ db }: HubContext, now: Press, upTo: number): Promise<Known> {
  const states = await db.selectFrom('site_state').selectAll().execute()
  const current = states.find(({ made, place, front }) => made === now.made && place === upTo && front === now.front.name)
  return current ? readKnown(db, current.destination) : new Map()
}
