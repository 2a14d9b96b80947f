/** The bar of an article: its headline, its state in words, what it waits for, its next act, the others in a menu. */
import { ChevronDown, ExternalLink } from 'lucide-react'
import { type MouseEvent, type ReactNode, useState } from 'react'
import { Button as AriaButton, Menu, MenuItem, MenuTrigger, Popover } from 'react-aria-components'
import type { ArticleView } from '../../../shared/contract/articles.ts'
import type { DeskStatus } from '../../../shared/contract/desk.ts'
import { isAtDesk } from '../../../shared/desk/person.ts'
import type { Failure } from '../../../shared/result.ts'
import { kindWords } from '../../../shared/site/notices.ts'
import { nameOf, useDesk } from '../../state/desk.ts'
import { useCommand } from '../../state/commands.ts'
import { siteAddress } from '../../state/siteAddress.ts'
import { Button } from '../../ui/Button.tsx'
import menuStyles from '../../shell/PersonMenu.module.css'
import { ActSheet } from './ActSheet.tsx'
import styles from './ArticleBar.module.css'
import { actLabel, type ButtonAct, nextAct } from './actLabels.ts'
import { listed, ShareSheet } from './ShareSheet.tsx'
import { StateMark } from './StateMark.tsx'
import { UndoWindow } from './UndoWindow.tsx'
import { useStartAct } from './useStartAct.ts'

export interface ArticleBarProps {
  readonly view: ArticleView
  readonly onFailure: (failure: Failure | undefined) => void
  /** False where the screen has its own place for decisions. */
  readonly hasActs?: boolean
  readonly children?: ReactNode
}

export function ArticleBar({ view, onFailure, hasActs = true, children }: ArticleBarProps) {
  const desk = useDesk()
  const { sheet, start, close, perform, isBusy } = useStartAct(view, onFailure)
  const first = hasActs ? nextAct(view, desk.person?.id ?? '') : undefined
  const others = hasActs ? view.acts.filter(({ act }) => act !== first && act !== 'unschedule').map(({ act }) => act) : []
  const [isSharing, setSharing] = useState(false)
  const mayShare = view.mayShare && desk.people.filter(isAtDesk).length > 1
  useCommand('share', () => setSharing(true), mayShare)
  const seenBy = seenByWords(view, desk)
  const live = view.editions.findLast((edition) => edition.publication)?.publication
  return (
    <div className={styles.bar} data-pane>
      <h1 className={styles.headline} dir="auto" tabIndex={-1} data-focus-home>
        {view.row.headline || 'Untitled'}
      </h1>
      <p className={styles.state}>
        <StateMark state={view.row.state} />
        {view.row.waitsFor ? <span className={styles.waits}>{view.row.waitsFor}</span> : null}
        {seenBy === '' ? null : <span className={styles.waits}>{seenBy}</span>}
        {view.edition.n > 1 ? <span className={styles.waits}>{editionWords(view)}</span> : null}
        {view.editsSinceVersion > 0 && view.standingVersion ? <span className={styles.waits}>{editsBeside(view)}</span> : null}
      </p>
      <div className={styles.acts}>
        {live?.liveAt ? (
          <a className={styles.live} href={siteAddress(live.address)} target="_blank" rel="noreferrer">
            <ExternalLink size={15} aria-hidden="true" /> View on site
          </a>
        ) : null}
        {view.edition.schedule ? <UndoWindow view={view} onStart={start} /> : null}
        {children}
        {others.length > 0 || mayShare ? (
          <MenuTrigger>
            <AriaButton className={styles.more ?? ''}>
              More <ChevronDown size={14} aria-hidden="true" />
            </AriaButton>
            <Popover className={menuStyles.popover ?? ''} placement="bottom end">
              <Menu
                className={menuStyles.menu ?? ''}
                aria-label="More"
                onAction={(key) => (key === 'share' ? setSharing(true) : start(String(key) as ButtonAct))}
              >
                {others.map((act) => (
                  <MenuItem key={act} id={act} className={menuStyles.item ?? ''}>
                    {actLabel(act)}
                  </MenuItem>
                ))}
                {mayShare ? (
                  <MenuItem id="share" className={menuStyles.item ?? ''}>
                    Share with…
                  </MenuItem>
                ) : null}
              </Menu>
            </Popover>
          </MenuTrigger>
        ) : null}
        {first ? (
          <Button key={first} look="primary" data-pane-start onClick={onePress(() => start(first))} aria-disabled={isBusy || undefined}>
            {actLabel(first)}
          </Button>
        ) : null}
      </div>
      {isSharing ? <ShareSheet view={view} onClose={() => setSharing(false)} /> : null}
      {sheet ? <ActSheet act={sheet} view={view} zone={desk.zone} onPerform={perform} onClose={close} /> : null}
    </div>
  )
}

/** Done, an act leaves its place to the next one: the second half of a double click is not meant for that. */
function onePress(act: () => void): (event: MouseEvent) => void {
  return ({ detail }) => {
    if (detail < 2) act()
  }
}

/** While not everybody at the desk sees it: who does. [WF12] */
function seenByWords({ seenBy }: ArticleView, desk: DeskStatus): string {
  if (seenBy === 'everybody' || desk.people.filter(isAtDesk).length < 2) return ''
  const others = seenBy.filter((id) => id !== desk.person?.id).map((id) => nameOf(desk, id))
  return others.length === 0 ? 'only you see it' : `only you and ${listed(others)} see it`
}

/** `edition 2, correction`: what is written now is told apart from what readers have. */
function editionWords({ edition }: ArticleView): string {
  return `edition ${edition.n}, ${kindWords[edition.kind]}`
}

function editsBeside(view: ArticleView): string {
  const standing = view.versions.find(({ hash }) => hash === view.standingVersion)
  const edits = view.editsSinceVersion === 1 ? '1 edit' : `${view.editsSinceVersion} edits`
  return `${edits} not in version ${standing?.n ?? ''}`.trim()
}
