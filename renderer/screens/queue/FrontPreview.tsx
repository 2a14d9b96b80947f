/** The front page as it would be with these slots: the very bytes that would go out. */
import { useEffect, useRef, useState } from 'react'
import type { FrontSlots } from '../../../shared/desk/front.ts'
import type { HouseSettings } from '../../../shared/desk/settings.ts'
import { useAsk } from '../../state/ask.ts'
import { say } from '../../state/statusLine.ts'
import { guardLinks } from '../compose/previewFrame.ts'
import styles from './FrontScreen.module.css'

const pageWidth = 1180

export interface FrontPreviewProps {
  readonly slots: FrontSlots
  /** Another one: what stands on the page may be another, though its slots are the same. */
  readonly stamp?: string
  /** Settings that are not saved yet; absent: those that are. */
  readonly house?: HouseSettings | undefined
}

export function FrontPreview({ slots, stamp = '', house }: FrontPreviewProps) {
  const { value } = useAsk('front.preview', { slots, ...(house ? { house } : {}) }, { keep: true })
  const holder = useRef<HTMLDivElement>(null)
  const [width, setWidth] = useState(0)
  useEffect(() => {
    const box = holder.current
    if (!box) return
    const observer = new ResizeObserver(([entry]) => setWidth(entry?.contentRect.width ?? 0))
    observer.observe(box)
    return () => observer.disconnect()
  }, [])
  const scale = width > 0 ? width / pageWidth : 1
  return (
    <section className={styles.preview} aria-label="Preview">
      <h2>Preview</h2>
      <div ref={holder} className={styles.holder}>
        {value ? (
          <iframe
            title="Preview"
            sandbox="allow-same-origin"
            src={`${import.meta.env.BASE_URL}${value.path}${stamp === '' ? '' : `?${stamp}`}`}
            style={{ width: pageWidth, height: `${100 / scale}%`, transform: `scale(${scale})` }}
            onLoad={(event) =>
              guardLinks(event.currentTarget, {
                onLink: (link) => say(`Links are not followed in the preview. This one goes to ${link}.`),
                onWords: () => false,
              })
            }
          />
        ) : null}
      </div>
    </section>
  )
}
