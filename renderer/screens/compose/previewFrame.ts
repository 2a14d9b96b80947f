/** What is done to the preview's frame from outside, since no script runs inside it. */
import { fetcher } from '../../bridge/fetcher.ts'
import { type ChangedElement, changedElements } from './changedElements.ts'
import { patchElements, patchPage } from './patchPage.ts'

export interface FrameListeners {
  readonly onLink: (address: string) => void
  /** The words of the block that was clicked; answers whether they were found. */
  readonly onWords: (words: string) => boolean
}

const guarded = new WeakSet<Document>()

/** Links lead nowhere from here, and a click on words goes to them in the text. */
export function guardLinks(frame: HTMLIFrameElement, listeners: FrameListeners): void {
  const page = frame.contentDocument
  if (!page || guarded.has(page)) return
  guarded.add(page)
  // The paper of the published page by day, also while the workstation is dark.
  page.documentElement.style.colorScheme = 'light'
  page.addEventListener(
    'click',
    (event) => {
      const target = event.target as Element | null
      const link = target?.closest('a[href], area[href]')
      if (link) {
        event.preventDefault()
        listeners.onLink(link.getAttribute('href') ?? '')
        return
      }
      const block = target?.closest('p, h1, h2, h3, h4, li, blockquote')
      const words = block?.textContent?.trim() ?? ''
      if (words !== '') listeners.onWords(words)
    },
    true,
  )
  page.addEventListener('submit', (event) => event.preventDefault(), true)
  page.addEventListener('keydown', (event) => handOn(event, frame), true)
}

/** Keys of the workstation hold while the focus is inside the page too: F6, Esc and whatever is pressed with Ctrl or Cmd. */
function handOn(event: KeyboardEvent, frame: HTMLIFrameElement): void {
  if (event.key !== 'Escape' && event.key !== 'F6' && !event.ctrlKey && !event.metaKey) return
  const { key, code, ctrlKey, metaKey, shiftKey, altKey } = event
  const copy = new KeyboardEvent('keydown', { key, code, ctrlKey, metaKey, shiftKey, altKey, bubbles: true, cancelable: true })
  if (!frame.dispatchEvent(copy)) event.preventDefault()
}

/** What a page was brought to last, as it was sent, line by line. */
const broughtTo = new WeakMap<Document, readonly string[]>()

/** How often something was asked of a frame: an answer that comes after the next question is about a page that is not wanted any more. */
const asked = new WeakMap<HTMLIFrameElement, number>()

function askedAgain(frame: HTMLIFrameElement): number {
  const times = (asked.get(frame) ?? 0) + 1
  asked.set(frame, times)
  return times
}

/** Shows another page, whatever was on its way for the one before. */
export function loadPage(frame: HTMLIFrameElement, address: string): void {
  askedAgain(frame)
  frame.src = address
}

/** Brings the page shown to the newest one: only what differs is touched, so that stylesheets, scroll and layout stay. */
export async function replaceInPlace(frame: HTMLIFrameElement, address: string): Promise<void> {
  const turn = askedAgain(frame)
  const answer = await fetcher(address, { cache: 'no-store' })
  if (answer?.status !== 200 || asked.get(frame) !== turn) return
  const page = frame.contentDocument
  // A page that is on its way is not changed under its own hands: it comes anew.
  if (!page || page.readyState === 'loading') {
    frame.src = address
    return
  }
  const lines = new TextDecoder().decode(answer.bytes).split('\n')
  const before = broughtTo.get(page)
  broughtTo.delete(page)
  // Read anew only where it changed; where that does not fit what is shown, as a whole.
  const changes = before && changedElements(before, lines)
  if ((changes && change(page, changes)) || bring(page, lines.join('\n'))) broughtTo.set(page, lines)
  else frame.src = address
}

/** False: what changed does not stand in the page as it was brought. */
function change(page: Document, changes: readonly ChangedElement[]): boolean {
  if (changes.length === 0) return true
  const { body } = read(changes.map(({ before, after }) => before + after).join(''))
  const places = changes.map(({ place }) => place)
  return patchElements(page.body, places, body)
}

/** False: it has other stylesheets and has to be loaded. */
function bring(page: Document, markup: string): boolean {
  const next = read(markup)
  if (sheets(page) !== sheets(next)) return false
  const [root, nextRoot] = [page.documentElement, next.documentElement]
  // Said again, each of them would have the whole page drawn again.
  if (page.title !== next.title) page.title = next.title
  if (root.lang !== nextRoot.lang) root.lang = nextRoot.lang
  if (root.className !== nextRoot.className) root.className = nextRoot.className
  patchPage(page.body, next.body)
  return true
}

function read(markup: string): Document {
  return new DOMParser().parseFromString(markup, 'text/html')
}

/** They stand in the head alone, and looking there does not go through the text. */
function sheets({ head }: Document): string {
  return [...head.querySelectorAll('link[rel~="stylesheet"]')].map((link) => link.getAttribute('href')).join(' ')
}
