/** The hub ends while somebody types: the page goes on, and the status line says what happened. */
import path from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { startWeb } from '../../electron/web/start.ts'
import { hubsBegun } from '../factories/hubsBegun.ts'
import { importText, must } from '../factories/people.ts'
import { openTestDesk } from '../factories/workstation.ts'
import { root } from '../harness/sources.ts'
import { noBrowser, sharedBrowser } from './shell.ts'

const browser = sharedBrowser()

test.skipIf(noBrowser !== '')(
  `[DU7] the status line says that the hub was begun again, and typing goes on${noBrowser && ` (${noBrowser})`}`,
  { timeout: 120_000 },
  async () => {
    const hubs = hubsBegun()
    const desk = await openTestDesk()
    const { call } = await desk.sit(desk.people.writer)
    const id = await importText(call, 'The weir\n\nIt begins.')
    const web = must(await startWeb({ workstation: desk.workstation, port: 0, client: path.join(root, 'out/client') }))
    onTestFinished(() => web.close())
    const page = await browser().newPage()
    onTestFinished(() => page.close())
    await page.goto(web.address)
    await page.getByRole('button', { name: 'Writer Writer' }).click()
    await page.getByRole('button', { name: 'The weir' }).click()
    const body = page.getByRole('textbox', { name: 'Body' })
    await body.click()
    await page.keyboard.type('The river rose.')
    await hubs.at(-1)?.terminate()
    await page.keyboard.type(' It fell again.')
    await page.getByText(/^The desk’s hub stopped and was started again at \d\d:\d\d\. Nothing was lost\.$/).waitFor()
    await expect
      .poll(async () => must(await call('search.find', { words: 'fell again' })).results.map((hit) => hit.id), { timeout: 20_000 })
      .toEqual([id])
    await expect.poll(async () => must(await call('desk.status', {})).unsent, { timeout: 20_000 }).toBe(0)
  },
)
