/** What each release asks about pages that name others is answered by an index, whatever the size of the record. [SI2] */
import { expect, test } from 'vitest'
import { namedBy, pagesNaming } from '../../hub/publishing/named.ts'
import { openPress } from '../../hub/publishing/press.ts'
import { partsOf, reportPagesReached } from '../../hub/publishing/reports.ts'
import { shelfPage, shelfPagesReached } from '../../hub/publishing/shelves.ts'
import { openSite } from '../../hub/publishing/site.ts'
import { openHub, release } from '../factories/hub.ts'
import { temporaryFolder } from '../harness/folder.ts'
import { openAsked } from './asked.ts'

test('[SI2] notices, parts of reports and pages that name a piece are found without reading through the record', async () => {
  const hub = await openHub({ folder: temporaryFolder() })
  const bridge = await release(hub, { headline: 'The bridge', pieceKind: 'notice' })
  const part = await release(hub, {
    headline: 'Toll',
    previously: [bridge],
    pieceKind: 'reportPart',
    series: { name: 'The tolls', number: 1 },
  })
  const press = await openPress(hub)
  await hub.close()
  const { db, asked, stepsOf, close } = openAsked(hub.folder)
  if (!press) throw new Error('no desk is begun')
  const site = openSite(db, press, 2)
  expect((await shelfPage(site, 'notices', 0))?.entries).toHaveLength(1)
  await shelfPagesReached(site, 0, [bridge, part])
  expect(await pagesNaming(site, [bridge])).toHaveLength(1)
  expect(await partsOf(site, 'the-tolls')).toHaveLength(1)
  await reportPagesReached(site, 0, [part])
  await namedBy(site, { article: part, number: 2, previously: [bridge], part: { name: 'The tolls', number: 1 } })
  const plans = stepsOf(asked).map(({ detail }) => detail)
  expect(plans.length).toBeGreaterThan(10)
  // The names of reports, and the places of notices, are short lists of their own.
  expect(plans.filter((step) => step.startsWith('SCAN') && !/record_part|record_notice/u.test(step))).toEqual([])
  await close()
})
