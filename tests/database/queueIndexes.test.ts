/** What a delivery asks of the queue, the journal and the record is answered by an index, however much went out before. [BI4] */
import { expect, test } from 'vitest'
import { ensureRebuilds, listQueue, receiptsOf, workQueue } from '../../hub/publishing/publisher.ts'
import { openHub, release } from '../factories/hub.ts'
import { temporaryFolder } from '../harness/folder.ts'
import { openAsked } from './asked.ts'

test('[BI4] a delivery and the receipts of an article read through no long table', async () => {
  const hub = await openHub({ folder: temporaryFolder() })
  await release(hub, { headline: 'Before' })
  await workQueue(hub)
  const article = await release(hub, { headline: 'After' })
  await hub.close()
  const { db, asked, stepsOf, close } = openAsked(hub.folder)
  await ensureRebuilds({ ...hub, db })
  expect(await workQueue({ ...hub, db })).toEqual({ delivered: 1, failed: 0 })
  expect(await receiptsOf(db, article)).toHaveLength(1)
  const pages = asked.length
  const [newest] = await listQueue(db, { cursor: '', limit: 1 })
  expect(newest).toMatchObject({ article, state: 'live' })
  const before = await listQueue(db, { cursor: `${newest?.changedAt} ${newest?.sequence} ${newest?.id}`, limit: 10 })
  expect(before.map(({ sequence }) => sequence)).toEqual([1])
  const ofPages = stepsOf(asked.splice(pages)).filter(({ detail }) => /^(SCAN|SEARCH) (q|queue)\b/u.test(detail))
  // What is on its way, whole; the newest of what went out; each of those by its name.
  expect(ofPages.filter(({ detail }) => !/queue_open|queue_gone_out|autoindex_queue_1/u.test(detail))).toEqual([])
  const steps = stepsOf(asked)
  expect(steps.length).toBeGreaterThan(30)
  const long = steps.filter(({ detail }) => /^SCAN (q|queue|intent|site_file|op|article)\b/u.test(detail))
  expect(long.map(({ detail, sql }) => `${detail}: ${sql.slice(0, 300)}`)).toEqual([])
  // A search that reads through everything sent there before is as long as a scan.
  const ofAnArticle = steps.filter(
    ({ detail, sql }) => /"(q\.)?article" = \?/u.test(sql.replaceAll('"q"."', '"q.')) && /^SEARCH (q|queue)\b/u.test(detail),
  )
  expect(ofAnArticle.length).toBeGreaterThan(1)
  expect(ofAnArticle.filter(({ detail }) => !detail.includes('queue_article'))).toEqual([])
  // And so is one that goes through all of a destination in its order; the last of them is found at once.
  const ofADestination = steps.filter(
    ({ detail, sql }) => detail.includes('autoindex_queue_2 (destination=?)') && !sql.endsWith(' limit ?'),
  )
  expect(ofADestination.map(({ sql }) => sql)).toEqual([])
  const ofADelivery = steps.filter(({ detail }) => /^SEARCH intent\b/u.test(detail))
  expect(ofADelivery.length).toBeGreaterThan(3)
  expect(ofADelivery.filter(({ detail }) => !/intent_entry|intent_open|autoindex_intent_1/u.test(detail))).toEqual([])
  await close()
})
