/** The page exactly as it will be published, on its own paper, brought up to date in place while somebody writes. [DO8] */
import { memo, useEffect, useRef, useState } from 'react'
import type { EditionKind } from '../../../shared/desk/edition.ts'
import type { OpenDocument } from '../../editor/openDocument.ts'
import { bridge } from '../../bridge/bridge.ts'
import { useAsk } from '../../state/ask.ts'
import { Button } from '../../ui/Button.tsx'
import { focusWords } from '../../editor/focusWords.ts'
import { siteAddress } from '../../state/siteAddress.ts'
import { say } from '../../state/statusLine.ts'
import { HeadlinePlaces } from './HeadlinePlaces.tsx'
import { guardLinks, loadPage, replaceInPlace } from './previewFrame.ts'
import styles from './PreviewPane.module.css'

/** Milliseconds that changes of the words are gathered before the page is made again. */
const gathering = 1000

const widths = { desktop: 1180, phone: 400 } as const
type Width = keyof typeof widths

type Shown = 'live' | 'new'

export interface PreviewPaneProps {
  readonly id: string
  readonly document: OpenDocument | undefined
  /** Address of the page that readers have, where there is one beside the draft; else empty. */
  readonly live: string
  /** What stands there first. */
  readonly first: Shown
  readonly kind: EditionKind
}

export const PreviewPane = memo(function PreviewPane({ id, document: open, live, first, kind }: PreviewPaneProps) {
  const { value: preview, failure } = useAsk('preview.of', { id }, { keep: true })
  const frame = useRef<HTMLIFrameElement>(null)
  const holder = useRef<HTMLDivElement>(null)
  const [chosen, setChosen] = useState<Width | undefined>()
  const [room, setRoom] = useState({ width: 0, height: 0 })
  const width = chosen ?? (room.width > 640 ? 'desktop' : 'phone')
  const [isPlaces, setPlaces] = useState(false)
  const choose = (next: Width) => {
    setChosen(next)
    setPlaces(false)
  }
  const [look, setLook] = useState<Shown>(first)
  const shown = live === '' ? 'new' : look
  const address = shown === 'live' ? siteAddress(live) : preview ? `${import.meta.env.BASE_URL}${preview.path}` : ''
  const stamp = shown === 'live' ? live : (preview?.stamp ?? '')
  const shownStamp = useRef('')

  useEffect(() => {
    const box = holder.current
    if (!box) return
    const observer = new ResizeObserver(([entry]) => {
      if (entry) setRoom({ width: entry.contentRect.width, height: entry.contentRect.height })
    })
    observer.observe(box)
    return () => observer.disconnect()
  }, [])

  // The first page is loaded by its address; later ones replace its document, so that nothing flashes and the place is kept.
  useEffect(() => {
    const element = frame.current
    if (!element || address === '' || stamp === shownStamp.current) return
    const isFirst = shownStamp.current === '' || element.getAttribute('src') !== address
    shownStamp.current = stamp
    if (isFirst) loadPage(element, address)
    else void replaceInPlace(element, address)
  }, [stamp, address])

  // While somebody writes the page alone is fetched; what is said about it is asked when they pause.
  useEffect(() => {
    if (shown !== 'new' || address === '') return
    return hearWords(id, () => {
      if (frame.current) void replaceInPlace(frame.current, address)
    })
  }, [id, shown, address])

  const scale = room.width > 0 ? room.width / widths[width] : 1
  return (
    <section className={styles.preview} aria-label="Preview" data-pane>
      <div className={styles.head}>
        <h2>Preview</h2>
        <p>{shown === 'live' || preview?.predicted.length === 0 ? 'As published' : 'Exactly as it will be published'}</p>
        {live === '' ? null : (
          <div className={styles.widths} role="group" aria-label="Which text">
            <Button look="quiet" aria-pressed={shown === 'live'} onClick={() => setLook('live')}>
              Live
            </Button>
            <Button look="quiet" aria-pressed={shown === 'new'} onClick={() => setLook('new')}>
              New
            </Button>
          </div>
        )}
        <div className={styles.widths} role="group" aria-label="Width of the page">
          <Button look="quiet" aria-pressed={!isPlaces && width === 'desktop'} onClick={() => choose('desktop')}>
            Desktop
          </Button>
          <Button look="quiet" aria-pressed={!isPlaces && width === 'phone'} onClick={() => choose('phone')}>
            Phone
          </Button>
          {open ? (
            <Button look="quiet" aria-pressed={isPlaces} onClick={() => setPlaces(!isPlaces)}>
              Headline
            </Button>
          ) : null}
        </div>
      </div>
      {failure ? <p className={styles.failure}>{failure.message}</p> : null}
      {isPlaces && open ? <HeadlinePlaces document={open} kind={kind} /> : null}
      <div className={styles.holder} ref={holder} hidden={isPlaces}>
        <iframe
          ref={frame}
          title="Preview"
          sandbox="allow-same-origin"
          className={styles.frame}
          style={{ width: widths[width], height: room.height / scale, transform: `scale(${scale})` }}
          onLoad={(event) =>
            guardLinks(event.currentTarget, {
              onLink: (link) => say(`Links are not followed in the preview. This one goes to ${link}.`),
              onWords: (words) => (open ? focusWords(words) : false),
            })
          }
        />
      </div>
    </section>
  )
})

/** Acts a moment after words of the article were stored; answers how to stop. */
function hearWords(article: string, act: () => void): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined
  const stop = bridge.onChanged(({ topic, id }) => {
    if (topic !== 'words' || (id !== undefined && id !== article)) return
    timer ??= setTimeout(() => {
      timer = undefined
      act()
    }, gathering)
  })
  return () => {
    stop()
    clearTimeout(timer)
  }
}
