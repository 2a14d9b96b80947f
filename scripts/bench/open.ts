/** Opening a long article in Compose, from the desk to the words on screen, against bare TipTap + Yjs of the same text. */
import path from 'node:path'
import type { Browser, Page } from 'playwright'
import { openBarePages } from './bare.ts'
import { corpusOf, documentOf } from './corpus.ts'
import { openDesk, settled, updateOf, writeInto } from './desk.ts'
import { type Benchmark, duration, figure, type Measure } from './measure.ts'
import { byTurns } from './rounds.ts'
import { openBrowser, openShell } from './shell.ts'

export const measure: Benchmark = async ({ quick, folder, chromium }) => {
  if (chromium === '') return [{ what: 'opening an article', why: 'there is no Chromium on this computer' }]
  const sizes = quick ? [10_000] : [10_000, 50_000]
  const corpus = corpusOf(29)
  const documents = sizes.map((words) => documentOf(corpus.article(words, words)))
  const desk = await openDesk(path.join(folder, 'desk'))
  const ids: string[] = []
  for (const document of documents) ids.push(await writeInto(desk, document))
  await settled(desk)
  await desk.close()
  const pages = await openBarePages(folder)
  const shell = await openShell(path.join(folder, 'desk'))
  const browser = await openBrowser(chromium)
  const measures: Measure[] = []
  try {
    for (const [index, words] of sizes.entries()) {
      const document = documents[index]
      if (!document) continue
      pages.serve(updateOf(document))
      const blocks = document.body.length
      const taken = await byTurns(quick ? 2 : 5, [
        { name: 'ours', run: () => inCompose(browser, shell.address, ids[index] ?? '', blocks) },
        { name: 'peer', run: () => inBare(browser, pages.address, blocks) },
      ])
      measures.push({
        what: `opening an article of ${figure(words)} words`,
        peer: 'bare TipTap + Yjs',
        ratio: taken.ratio('ours', 'peer'),
        budget: { most: 1.5 },
        ours: duration(taken.median('ours')),
        theirs: duration(taken.median('peer')),
      })
    }
    return measures
  } finally {
    await browser.close()
    await shell.close()
    await pages.close()
  }
}

async function inCompose(browser: Browser, address: string, id: string, blocks: number): Promise<number> {
  return inPage(browser, async (page) => {
    await page.goto(address)
    await page.getByRole('heading', { name: 'Desk' }).waitFor()
    await page.waitForTimeout(500)
    return untilShown(page, `history.pushState(null, '', '/compose/${id}')`, '[aria-label=Body]', blocks)
  })
}

async function inBare(browser: Browser, address: string, blocks: number): Promise<number> {
  return inPage(browser, async (page) => {
    await page.goto(address)
    await page.waitForTimeout(500)
    return untilShown(page, `window.openBare('tiptap')`, '[contenteditable=true]', blocks)
  })
}

async function inPage(browser: Browser, work: (page: Page) => Promise<number>): Promise<number> {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 } })
  try {
    return await work(await context.newPage())
  } finally {
    await context.close()
  }
}

/** Milliseconds from the deed until all blocks are there and have been painted. */
function untilShown(page: Page, deed: string, selector: string, blocks: number): Promise<number> {
  return page.evaluate(
    `(async () => {
      const begun = performance.now()
      ${deed}
      const frame = () => new Promise((resolve) => requestAnimationFrame(resolve))
      while ((document.querySelector(${JSON.stringify(selector)})?.childElementCount ?? 0) < ${blocks}) await frame()
      await frame()
      await new Promise((resolve) => setTimeout(resolve))
      return performance.now() - begun
    })()`,
  )
}
