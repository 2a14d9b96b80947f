/** The rows of the table of acts that are the hub's own: release and supersede happen from their states and from no others. */
import { rm } from 'node:fs/promises'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { workQueue } from '../../hub/publishing/publisher.ts'
import { releaseDue } from '../../hub/release.ts'
import { readArticle, writeArticle } from '../../hub/storage/projections.ts'
import { type EditionState, editionStates } from '../../shared/desk/edition.ts'
import { transitions } from '../../shared/desk/transitions.ts'
import { openHub, release, scheduleEdition, type TestHub } from '../factories/hub.ts'

let hub: TestHub

beforeAll(async () => {
  hub = await openHub({ isHasty: true })
})
afterAll(async () => {
  await hub.close()
  await rm(hub.folder, { recursive: true, force: true })
})

/** Puts the first edition of an article into a state, its time as it was. */
async function put(id: string, state: EditionState): Promise<void> {
  const article = await readArticle(hub.db, id)
  if (!article) throw new Error('no such article')
  const editions = article.editions.map((edition) => (edition.n === 1 ? { ...edition, state } : edition))
  await hub.db.transaction().execute((writer) => writeArticle(writer, { ...article, editions }))
}

const firstState = async (id: string) => (await readArticle(hub.db, id))?.editions[0]?.state

for (const state of editionStates) {
  const isReleased = (transitions.release.from as readonly EditionState[]).includes(state)
  test(`[WF1] what is ${state} when its time comes is ${isReleased ? '' : 'not '}released`, async () => {
    const id = await scheduleEdition(hub)
    await put(id, state)
    // Due by the row that the hub looks into, whatever the state says.
    await hub.db.updateTable('article').set({ due_at: hub.now().toISOString() }).where('id', '=', id).execute()
    expect((await releaseDue(hub)).released).toBe(isReleased ? 1 : 0)
    expect(await firstState(id)).toBe(isReleased ? transitions.release.to : state)
    await hub.db.updateTable('article').set({ due_at: '' }).where('id', '=', id).execute()
  })
}

for (const state of editionStates) {
  const isOvertaken = (transitions.supersede.from as readonly EditionState[]).includes(state)
  test(`[WF1] an edition that is ${state} when the next is live is ${isOvertaken ? '' : 'not '}superseded`, async () => {
    const id = await release(hub)
    await put(id, state)
    await release(hub, { article: id })
    await workQueue(hub)
    expect(await firstState(id)).toBe(isOvertaken ? transitions.supersede.to : state)
  })
}
