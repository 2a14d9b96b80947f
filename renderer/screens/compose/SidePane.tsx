/** The side pane of Compose: Details and History, room for more. */
import { memo, useEffect } from 'react'
import { Tab, TabList, TabPanel, Tabs } from 'react-aria-components'
import type { ArticleView } from '../../../shared/contract/articles.ts'
import type { Problem } from '../../../shared/result.ts'
import { Details } from './Details.tsx'
import { History } from './History.tsx'
import styles from './SidePane.module.css'

export interface SidePaneProps {
  readonly view: ArticleView
  readonly jump: Problem | undefined
  /** Which of its parts is shown: kept while the pane is folded away. */
  readonly tab: string
  readonly onTab: (tab: string) => void
}

export const SidePane = memo(function SidePane({ view, jump, tab, onTab }: SidePaneProps) {
  useEffect(() => {
    if (jump && !['headline', 'standfirst', 'body'].includes(jump.where)) onTab('details')
  }, [jump, onTab])
  return (
    <section className={styles.side} aria-label="Beside the text" data-pane>
      <Tabs selectedKey={tab} onSelectionChange={(key) => onTab(String(key))} className={styles.tabs ?? ''}>
        <TabList className={styles.list ?? ''} aria-label="Beside the text">
          <Tab id="details" className={styles.tab ?? ''}>
            Details
          </Tab>
          <Tab id="history" className={styles.tab ?? ''}>
            History
          </Tab>
        </TabList>
        <TabPanel id="details" className={styles.panel ?? ''}>
          <Details view={view} jump={jump} />
        </TabPanel>
        <TabPanel id="history" className={styles.panel ?? ''}>
          <History view={view} />
        </TabPanel>
      </Tabs>
    </section>
  )
})
