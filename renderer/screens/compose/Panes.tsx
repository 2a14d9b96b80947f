/** The panes of Compose side by side, each as wide as it was left. */
import type { ReactNode } from 'react'
import { Group, Panel, Separator, useDefaultLayout } from 'react-resizable-panels'
import styles from './Composing.module.css'

export interface PanesProps {
  /** Null: it comes in a moment. */
  readonly text: ReactNode
  /** The same; undefined: there is no such pane. */
  readonly preview: ReactNode | undefined
  readonly side: ReactNode | undefined
}

export function Panes({ text, preview, side }: PanesProps) {
  const [hasPreview, hasSide] = [preview !== undefined, side !== undefined]
  const panelIds = ['text', ...(hasPreview ? ['preview'] : []), ...(hasSide ? ['side'] : [])]
  const { defaultLayout, onLayoutChanged } = useDefaultLayout({ id: 'chancery.compose', panelIds, storage: window.localStorage })
  return (
    <Group className={styles.panes} {...(defaultLayout ? { defaultLayout } : {})} onLayoutChanged={onLayoutChanged}>
      <Panel id="text" className={styles.pane} minSize="25%" defaultSize="46%">
        {text}
      </Panel>
      {hasPreview ? <Separator className={styles.separator} aria-label="Width of the preview" /> : null}
      {hasPreview ? (
        <Panel id="preview" className={styles.pane} minSize="15%" defaultSize="32%">
          {preview}
        </Panel>
      ) : null}
      {hasSide ? <Separator className={styles.separator} aria-label="Width of the details" /> : null}
      {hasSide ? (
        <Panel id="side" className={styles.pane} minSize="15%" defaultSize="22%">
          {side}
        </Panel>
      ) : null}
    </Group>
  )
}
