/** What is drawn again while somebody types: of the screen what tells of saving, of the preview what was written in. */
import type { Page } from 'playwright'
import { expect, test } from 'vitest'
import { askPast, noBrowser, openShell, sharedBrowser } from './shell.ts'

const browser = sharedBrowser()
const patient = { timeout: 20_000 }
/** What tells of saving and of the words’ number, and the head of the preview. The article’s bar alone is more, and its fields far more. */
const few = 20

test.skipIf(noBrowser !== '')(
  `[SI1] a preview that is patched while somebody types is the page that would be published, and nothing else beside the text is drawn again${noBrowser && ` (${noBrowser})`}`,
  { timeout: 120_000 },
  async () => {
    const page = await (await openShell()).window(browser())
    await page.addInitScript(countDrawn)
    let reads = 0
    page.context().on('requestfinished', (request) => {
      if (request.url().endsWith('/call/articles.read')) reads += 1
    })
    // After a pause it is asked what the words changed about the article, and the answer is drawn.
    const rested = async () => {
      await expect.poll(() => reads, patient).toBeGreaterThan(0)
      await page.getByRole('status').filter({ hasText: 'At the desk' }).first().waitFor()
      await page.evaluate(() => new Promise((resolve) => setTimeout(resolve, 300)))
    }
    await page.getByRole('button', { name: 'Begin a desk' }).waitFor()
    await askPast(page, 'desk.begin', { publication: 'The Quay Record', name: 'Ada Quill', shape: 'justMe' })
    await page.reload()
    await page.getByRole('button', { name: 'New article' }).first().click()
    const body = page.getByRole('textbox', { name: 'Body' })
    const preview = page.frameLocator('iframe[title=Preview]')
    await page.getByRole('textbox', { name: 'Headline' }).click()
    await page.keyboard.type('The quiet quay')
    await body.click()
    for (let line = 1; line <= 12; line += 1) {
      await page.keyboard.insertText(`Line ${line} of “tolls” & dues.`)
      if (line < 12) await page.keyboard.press('Enter')
    }
    await expect.poll(() => preview.locator('.text p').count(), patient).toBeGreaterThanOrEqual(12)
    await rested()

    await body.locator('p', { hasText: 'Line 6 ' }).click()
    const kept = await preview.locator('.text p', { hasText: 'Line 3 ' }).elementHandle()
    for (const words of ['first', 'second']) {
      await drawn(page)
      reads = 0
      await page.keyboard.press('End')
      await page.keyboard.type(` And ${words}.`, { delay: 20 })
      await expect.poll(() => preview.locator('.text p', { hasText: `And ${words}.` }).count(), patient).toBe(1)
      await rested()
      // Without this bound each save draws all that stands beside the text.
      const counts = await drawn(page)
      expect(counts.length).toBeGreaterThan(0)
      expect(Math.max(...counts)).toBeLessThan(few)
      const { shown, made } = await shownAndMade(page)
      expect(shown).toContain(`And ${words}.`)
      expect(shown).toBe(made)
    }
    // Patched, not made again.
    expect(await kept?.evaluate((block) => block.isConnected)).toBe(true)
  },
)

/** Installed before the page begins: how many components each drawing of React went through. */
function countDrawn(): void {
  interface Fiber {
    readonly flags: number
    readonly type: unknown
    readonly child: Fiber | null
    readonly sibling: Fiber | null
    readonly alternate: Fiber | null
  }
  const counts: number[] = []
  const worked = (parent: Fiber): number => {
    let found = 0
    for (let fiber = parent.child; fiber; fiber = fiber.sibling) {
      if (typeof fiber.type !== 'string' && (fiber.flags & 1) === 1) found += 1
      if (fiber.alternate === null || fiber.child !== fiber.alternate.child) found += worked(fiber)
    }
    return found
  }
  Object.assign(window, {
    drawnCounts: counts,
    __REACT_DEVTOOLS_GLOBAL_HOOK__: {
      supportsFiber: true,
      renderers: new Map(),
      inject: () => 1,
      onScheduleFiberRoot: () => undefined,
      onCommitFiberUnmount: () => undefined,
      onPostCommitFiberRoot: () => undefined,
      onCommitFiberRoot: (_id: number, { current }: { readonly current: Fiber }) => {
        if (current.child !== current.alternate?.child) counts.push(worked(current))
      },
    },
  })
}

/** Of each drawing since the last time this was asked. */
function drawn(page: Page): Promise<readonly number[]> {
  return page.evaluate(() => (window as never as { drawnCounts: number[] }).drawnCounts.splice(0))
}

/** The page in the frame, and the one that is served now; without what goes with the instant at which it would go out. */
function shownAndMade(page: Page): Promise<{ readonly shown: string; readonly made: string }> {
  return page.evaluate(async () => {
    const frame = document.querySelector<HTMLIFrameElement>('iframe[title=Preview]')
    const text = await (await fetch(frame?.src ?? '', { cache: 'no-store' })).text()
    const timeless = (body: HTMLElement | undefined) => body?.innerHTML.replaceAll(/\b[0-9a-f]+\b|\d+/gu, '#') ?? ''
    return { shown: timeless(frame?.contentDocument?.body), made: timeless(new DOMParser().parseFromString(text, 'text/html').body) }
  })
}
