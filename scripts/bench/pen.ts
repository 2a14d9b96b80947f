/** Writing in a page as a person does, and what the page's main thread spent on it. */
import type { CDPSession, Page } from 'playwright'

export interface Spent {
  /** Milliseconds a key. */
  readonly script: number
  /** Script, style, layout and paint, milliseconds a key. */
  readonly task: number
}

/** Puts the cursor at the end of the middle paragraph of the text in `selector`, and leaves it in sight. */
export async function placeCursor(page: Page, selector: string): Promise<void> {
  await page.evaluate((wanted) => {
    const box = document.querySelector<HTMLElement>(wanted)
    const paragraphs = [...(box?.querySelectorAll('p') ?? [])]
    const middle = paragraphs[Math.floor(paragraphs.length / 2)]
    if (!box || !middle) throw new Error(`${wanted} holds no paragraphs`)
    box.focus()
    middle.scrollIntoView({ block: 'center' })
    const range = document.createRange()
    range.selectNodeContents(middle)
    range.collapse(false)
    const selection = window.getSelection()
    selection?.removeAllRanges()
    selection?.addRange(range)
  }, selector)
  await page.waitForTimeout(300)
}

/** Types at about ten keys a second and waits until what follows a pause is done too: saving, preview, counting. */
export async function type(page: Page, keys: number): Promise<Spent> {
  const session = await page.context().newCDPSession(page)
  // Of the thread's own clock: what other programs take of the processor meanwhile is not counted.
  await session.send('Performance.enable', { timeDomain: 'threadTicks' })
  const before = await spentBy(session)
  const text = ' another word and one more'
  for (let n = 0; n < keys; n += 1) {
    await page.keyboard.press(text[n % text.length] === ' ' ? 'Space' : (text[n % text.length] ?? 'a'))
    await page.waitForTimeout(90)
  }
  await page.waitForTimeout(2500)
  const after = await spentBy(session)
  await session.detach()
  return { script: (after.script - before.script) / keys, task: (after.task - before.task) / keys }
}

async function spentBy(session: CDPSession): Promise<Spent> {
  const { metrics } = await session.send('Performance.getMetrics')
  const milliseconds = (name: string) => 1000 * (metrics.find((metric) => metric.name === name)?.value ?? Number.NaN)
  return { script: milliseconds('ScriptDuration'), task: milliseconds('TaskDuration') }
}
