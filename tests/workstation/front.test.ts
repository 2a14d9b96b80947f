/** The front arranged at a real desk: by whom, from what, undone in one act, with the place that a release brings along. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeEach, expect, test } from 'vitest'
import type { Call } from '../../shared/contract/contract.ts'
import { noFront } from '../../shared/desk/front.ts'
import { importText, must } from '../factories/people.ts'
import { openTestDesk, type TestDesk } from '../factories/workstation.ts'

let desk: TestDesk
let publisher: Call
let writer: Call
let editor: Call

beforeEach(async () => {
  desk = await openTestDesk()
  writer = (await desk.sit(desk.people.writer)).call
  editor = (await desk.sit(desk.people.editor)).call
  publisher = (await desk.sit(desk.people.publisher)).call
})

async function published(headline: string, place: 'lead' | 'second' | '' = ''): Promise<string> {
  const id = await importText(writer, `${headline}\n\nWords about it.`)
  must(await writer('workflow.act', { id, act: 'submit' }))
  must(await editor('workflow.act', { id, act: 'approve' }))
  must(await publisher('workflow.act', { id, act: 'publish', now: true, place }))
  must(await publisher('queue.work', {}))
  return id
}

function leadNow(): string {
  const page = readFileSync(join(desk.folder, 'site/index.html'), 'utf8')
  return /<article class="story lead">.*?<h2><a [^>]*>([^<]*)/s.exec(page)?.[1] ?? ''
}

test('[FP5] a publisher arranges the front without approval, it is recorded, and one act undoes it', async () => {
  const first = await published('The first piece')
  await published('The second piece')
  expect(leadNow()).toBe('The second piece')
  const { base } = must(await publisher('front.read', {}))
  const slots = { ...noFront, lead: first }
  const refused = await editor('front.arrange', { base, slots })
  expect(refused).toMatchObject({ ok: false, error: { message: expect.stringContaining('by a publisher') } })
  const arranged = must(await publisher('front.arrange', { base, slots }))
  expect(arranged).toMatchObject({ slots, before: noFront, headlines: { [first]: 'The first piece' } })
  must(await publisher('queue.work', {}))
  expect(leadNow()).toBe('The first piece')
  expect(must(await publisher('queue.list', {})).entries[0]).toMatchObject({ headline: 'The front page', word: 'Live', action: 'front' })
  const undone = must(await publisher('front.undo', { base: arranged.base }))
  expect(undone).toMatchObject({ slots: noFront, before: slots })
  must(await publisher('queue.work', {}))
  expect(leadNow()).toBe('The second piece')
  expect(must(await desk.workstation.admin.rebuild()).changed).toEqual([])
  expect(must(await desk.workstation.admin.verify()).problems).toEqual([])
})

test('[FP5] an arrangement made from an older one is refused and overwrites nothing; so is a piece that readers cannot read, and one in two places', async () => {
  const first = await published('The first piece')
  const second = await published('The second piece')
  const { base } = must(await publisher('front.read', {}))
  must(await publisher('front.arrange', { base, slots: { ...noFront, lead: first } }))
  expect(await publisher('front.arrange', { base, slots: { ...noFront, lead: second } })).toMatchObject({
    ok: false,
    error: { code: 'conflict' },
  })
  const now = must(await publisher('front.read', {})).base
  const draft = await importText(writer, 'A draft\n\nNot yet.')
  expect(await publisher('front.arrange', { base: now, slots: { ...noFront, lead: draft } })).toMatchObject({
    ok: false,
    error: { message: expect.stringContaining('publish it first') },
  })
  expect(await publisher('front.arrange', { base: now, slots: { ...noFront, lead: first, seconds: [first, '', ''] } })).toMatchObject({
    ok: false,
    error: { message: expect.stringContaining('two places') },
  })
  expect(must(await publisher('front.read', {})).slots).toEqual({ ...noFront, lead: first })
})

test('[FP4] publishing takes the place that was asked for at its release, and the lead before steps down', async () => {
  const first = await published('The first piece', 'lead')
  const second = await published('The second piece', 'lead')
  await published('The third piece')
  expect(leadNow()).toBe('The second piece')
  expect(must(await publisher('front.read', {})).slots).toEqual({ ...noFront, lead: second, seconds: [first, '', ''] })
})

test('[FP3] an arrangement is previewed by its address, and nothing is kept of it', async () => {
  const first = await published('The first piece')
  await published('The second piece')
  const { session, call } = await desk.sit(desk.people.publisher)
  const { path } = must(await call('front.preview', { slots: { ...noFront, lead: first } }))
  const served = await desk.workstation.respond(session, path)
  expect(served).toMatchObject({ status: 200, type: expect.stringContaining('text/html') })
  expect(new TextDecoder().decode(served?.bytes)).toMatch(/story lead">.*?The first piece/s)
  expect(await desk.workstation.respond(session, 'preview/front/bm90aGluZw/')).toBeUndefined()
  expect(must(await call('front.read', {}))).toMatchObject({ slots: noFront, before: null })
})
