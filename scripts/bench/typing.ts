/** Typing in Compose with its preview open, against bare editors of the same text: script time a key, at three lengths. */
import path from 'node:path'
import type { Browser } from 'playwright'
import { openBarePages } from './bare.ts'
import { corpusOf, documentOf } from './corpus.ts'
import { openDesk, settled, updateOf, writeInto } from './desk.ts'
import { type Benchmark, duration, figure, type Measure } from './measure.ts'
import { placeCursor, type Spent, type as typeKeys } from './pen.ts'
import { median } from './rounds.ts'
import { openBrowser, openShell } from './shell.ts'

export const measure: Benchmark = async ({ quick, folder, chromium }) => {
  if (chromium === '') return [{ what: 'typing', why: 'there is no Chromium on this computer' }]
  const sizes = quick ? [600, 10_000] : [600, 10_000, 50_000]
  const corpus = corpusOf(13)
  const documents = sizes.map((words) => documentOf(corpus.article(words, words)))
  const desk = await openDesk(path.join(folder, 'desk'))
  const ids: string[] = []
  for (const document of documents) ids.push(await writeInto(desk, document))
  await settled(desk)
  await desk.close()
  const pages = await openBarePages(folder)
  const shell = await openShell(path.join(folder, 'desk'))
  const browser = await openBrowser(chromium)
  try {
    const measures: Measure[] = []
    let short = Number.NaN
    for (const [index, words] of sizes.entries()) {
      pages.serve(updateOf(documents[index] ?? documentOf(corpus.article(0, words))))
      const ways = {
        ours: () => inCompose(browser, shell.address, ids[index] ?? '', keysOf(quick)),
        tiptap: () => inBare(browser, pages.address, 'tiptap', keysOf(quick)),
        lexical: () => inBare(browser, pages.address, 'lexical', keysOf(quick)),
        plain: () => inBare(browser, pages.address, 'plain', keysOf(quick)),
      }
      const spent: Record<keyof typeof ways, Spent[]> = { ours: [], tiptap: [], lexical: [], plain: [] }
      for (let round = 0; round < (quick ? 1 : 3); round += 1) {
        for (const name of ['ours', 'tiptap', 'lexical', 'plain'] as const) {
          if ((name === 'lexical' || name === 'plain') && round > 0) continue
          spent[name].push(await ways[name]())
        }
      }
      const script = (name: keyof typeof ways) => median(spent[name].map((one) => one.script))
      const task = (name: keyof typeof ways) => median(spent[name].map((one) => one.task))
      const ratio = median(spent.ours.map((one, round) => one.script / (spent.tiptap[round]?.script ?? Number.NaN)))
      if (index === 0) short = script('ours')
      measures.push({
        what: `typing, ${figure(words)} words: script a key`,
        peer: 'bare TipTap + Yjs',
        ratio,
        budget: { most: 1.5 },
        ours: duration(script('ours')),
        theirs: duration(script('tiptap')),
      })
      for (const [name, peer] of [
        ['lexical', 'bare Lexical'],
        ['plain', 'plain contenteditable'],
        ['tiptap', 'bare TipTap + Yjs'],
      ] as const) {
        measures.push({
          what: `typing, ${figure(words)} words: script, layout and paint a key`,
          peer,
          ratio: task('ours') / task(name),
          ours: duration(task('ours')),
          theirs: duration(task(name)),
        })
      }
      if (words === 50_000)
        measures.push({
          what: 'typing, 50,000 words: script a key',
          peer: 'itself at 600 words',
          ratio: script('ours') / short,
          budget: { most: 1.5 },
          ours: duration(script('ours')),
          theirs: duration(short),
        })
    }
    return measures
  } finally {
    await browser.close()
    await shell.close()
    await pages.close()
  }
}

function keysOf(quick: boolean): number {
  return quick ? 30 : 50
}

async function inCompose(browser: Browser, address: string, id: string, keys: number): Promise<Spent> {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 } })
  try {
    const page = await context.newPage()
    await page.goto(address)
    await page.goto(new URL(`/compose/${id}`, address).href)
    await page.getByRole('textbox', { name: 'Body' }).locator('p').first().waitFor()
    await page.frameLocator('iframe[title=Preview]').locator('p').first().waitFor()
    await page.waitForTimeout(1500)
    await placeCursor(page, '[aria-label=Body]')
    await typeKeys(page, 5)
    return await typeKeys(page, keys)
  } finally {
    await context.close()
  }
}

async function inBare(browser: Browser, address: string, kind: 'tiptap' | 'lexical' | 'plain', keys: number): Promise<Spent> {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 } })
  try {
    const page = await context.newPage()
    await page.goto(address)
    await page.evaluate((wanted) => (window as never as { openBare(kind: string): Promise<void> }).openBare(wanted), kind)
    await page.waitForTimeout(500)
    await placeCursor(page, '[contenteditable=true]')
    await typeKeys(page, 5)
    return await typeKeys(page, keys)
  } finally {
    await context.close()
  }
}
