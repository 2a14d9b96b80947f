/** Finds words that were clicked elsewhere in the boxes on screen and puts the cursor there. */

const boxSelector = '.ProseMirror[role="textbox"]'

/** True when a paragraph, heading or item with exactly these words was found; it is scrolled to and holds the cursor. */
export function focusWords(words: string): boolean {
  const wanted = normal(words)
  for (const box of document.querySelectorAll<HTMLElement>(boxSelector)) {
    for (const block of box.querySelectorAll<HTMLElement>('p, h2, h3, h4')) {
      if (normal(block.textContent ?? '') !== wanted) continue
      box.focus({ preventScroll: true })
      block.scrollIntoView({ block: 'center' })
      document.getSelection()?.collapse(block, 0)
      return true
    }
  }
  return false
}

function normal(words: string): string {
  return words.replaceAll(/\s+/gu, ' ').trim()
}
