/** The panes of Compose: the words, the page as it will be published, what belongs to the article beside its words. */
import { type KeyboardEvent, useEffect, useState } from 'react'
import type { ArticleView } from '../../../shared/contract/articles.ts'
import { publishedEdition } from '../../../shared/desk/article.ts'
import { isPuttingRight } from '../../../shared/desk/newEdition.ts'
import type { Problem } from '../../../shared/result.ts'
import { bridge } from '../../bridge/bridge.ts'
import { useDamage, useWordCount } from '../../editor/useDocument.ts'
import type { OpenDocument } from '../../editor/openDocument.ts'
import { runCommand, useCommand } from '../../state/commands.ts'
import { setFocusMode, useFocusMode } from '../../state/focusMode.ts'
import { say, showSaving } from '../../state/statusLine.ts'
import { keyCaps } from '../../state/keys.ts'
import { useWide } from '../../state/width.ts'
import { afterPaint } from '../../state/whenIdle.ts'
import { Button } from '../../ui/Button.tsx'
import { focusOn } from '../../ui/focus.ts'
import { Refusal } from '../../ui/Refusal.tsx'
import { ArticleBar } from '../acts/ArticleBar.tsx'
import { useRefusal } from '../acts/useRefusal.ts'
import { NameVersionSheet } from './NameVersionSheet.tsx'
import { Panes } from './Panes.tsx'
import { PreviewPane } from './PreviewPane.tsx'
import { ReadOnlyText } from './ReadOnlyText.tsx'
import { SidePane } from './SidePane.tsx'
import { SinceYouLeft } from './SinceYouLeft.tsx'
import { TextPane } from './TextPane.tsx'
import { useBesideWords } from './besideWords.ts'
import { usePanes } from './panes.ts'
import styles from './Composing.module.css'

export interface Opened {
  readonly view: ArticleView
  readonly document: OpenDocument
}

export interface ComposingProps {
  /** Absent while it is fetched: the panes stand already and find their widths meanwhile, so that the words need only be put into theirs. */
  readonly opened: Opened | undefined
}

export function Composing({ opened }: ComposingProps) {
  const { view, document } = opened ?? {}
  const { failure, seenTo, setFailure } = useRefusal(view, document)
  const [jump, setJump] = useState<Problem | undefined>()
  const [isNaming, setNaming] = useState(false)
  const [tab, setTab] = useState('details')
  const damage = useDamage(document)
  const isWide = useWide()
  const { shown, toggle, only } = usePanes(isWide)
  const isFocused = useFocusMode((state) => state.isOn)
  const beside = useBesideWords(view)
  useWordCount(document, view?.fields.wantedLength ?? 0)
  const isOpen = opened !== undefined
  useCommand('focusMode', () => setFocusMode(!isFocused), isOpen)
  useEffect(() => () => setFocusMode(false), [])
  const keepAs = (label: string) => void (document && keep(document, label))
  useCommand('keepVersion', () => keepAs(''), isOpen)
  useCommand('nameVersion', () => setNaming(true), isOpen)

  const go = (problem: Problem) => {
    setFailure(undefined)
    setFocusMode(false)
    if (!['headline', 'standfirst', 'body'].includes(problem.where)) only('side')
    else only('text')
    setJump({ ...problem })
  }

  const live = view ? liveBeside(view) : ''
  const text =
    document && beside ? (
      damage ? (
        <ReadOnlyText reading={damage} />
      ) : (
        <TextPane view={beside} document={document} jump={jump} hasTools={!isFocused} />
      )
    ) : null
  // The words first: what stands beside them comes when they are on the screen. Where it stands alone it is what was asked for.
  const isBesides = useIdle(isOpen) || !isWide
  const preview =
    document && view && isBesides ? (
      <PreviewPane
        key={view.edition.n}
        id={document.id}
        document={document}
        live={live}
        first={live !== '' && isPuttingRight(view.edition.kind) ? 'live' : 'new'}
        kind={view.edition.kind}
      />
    ) : null
  const side = beside && isBesides ? <SidePane view={beside} jump={jump} tab={tab} onTab={setTab} /> : null
  return (
    // From anywhere beside the text Esc goes back to it; menus and sheets have taken theirs before.
    <div className={styles.compose} onKeyDown={backToText} onKeyDownCapture={takeF6} role="presentation">
      {view === undefined ? (
        <div className={styles.awaited} aria-busy="true" />
      ) : isFocused ? (
        <div className={styles.focused} data-pane>
          <h1 className="visually-hidden" tabIndex={-1} data-focus-home>
            {view.row.headline || 'Untitled'}
          </h1>
          <Button look="quiet" keyCap={keyCaps('focusMode')} onClick={() => setFocusMode(false)}>
            Leave focus
          </Button>
        </div>
      ) : (
        <ArticleBar view={view} onFailure={setFailure}>
          <PaneButton name="Focus" isShown={false} onPress={() => setFocusMode(true)} />
          <PaneButton name="Preview" isShown={shown.preview} onPress={() => toggle('preview')} />
          <PaneButton name="Details" isShown={shown.side} onPress={() => toggle('side')} />
        </ArticleBar>
      )}
      {isFocused || !view ? null : <SinceYouLeft view={view} />}
      {failure ? (
        <div className={styles.refusal}>
          <Refusal failure={failure} seenTo={seenTo} onGo={go} onClose={() => setFailure(undefined)} />
        </div>
      ) : null}
      {isFocused ? (
        <div className={styles.single}>{text}</div>
      ) : isWide ? (
        <Panes text={text} preview={shown.preview ? preview : undefined} side={shown.side ? side : undefined} />
      ) : (
        <div className={styles.single}>{shown.preview ? preview : shown.side ? side : text}</div>
      )}
      {isNaming ? <NameVersionSheet onClose={() => setNaming(false)} onName={keepAs} /> : null}
    </div>
  )
}

/** False until what is open has been painted and the page has had nothing to do once. */
function useIdle(isOpen: boolean): boolean {
  const [wasIdle, setWasIdle] = useState(false)
  useEffect(() => (isOpen ? afterPaint(() => setWasIdle(true)) : undefined), [isOpen])
  return wasIdle
}

/** Only keys pressed within: those of a menu come by way of React, from elsewhere in the page. */
function backToText(event: KeyboardEvent<HTMLDivElement>): void {
  const { target } = event
  if (event.key !== 'Escape' || event.defaultPrevented || !(target instanceof Element) || !event.currentTarget.contains(target)) return
  const within = target.closest<HTMLElement>('[role="textbox"]')
  // Fields of a picture stand within the text, and lead back to its words like any other.
  if (target.closest('dialog') || (within && !target.matches('input, button'))) return
  const boxes = [...event.currentTarget.querySelectorAll<HTMLElement>('[role="textbox"]')]
  // Where the cursor was last; before it was anywhere, the body, which comes last.
  const place = within ?? boxes.find((box) => 'paneStart' in box.dataset) ?? boxes.at(-1)
  if (!place) return
  event.preventDefault()
  focusOn(place)
}

/** Before the separators, which keep F6 to themselves and would go round between each other for ever. */
function takeF6(event: KeyboardEvent): void {
  if (event.key !== 'F6') return
  event.preventDefault()
  event.stopPropagation()
  runCommand(event.shiftKey ? 'previousPane' : 'nextPane')
}

/** Where readers find the edition before the open one; empty while there is none, or none open. */
function liveBeside(view: ArticleView): string {
  if (view.edition.publication) return ''
  const out = publishedEdition(view)?.publication
  return out?.liveAt ? out.address : ''
}

/** Keeps a version silently, and reassures: what is on screen is saved first. */
async function keep(document: OpenDocument, label: string): Promise<void> {
  await document.autosave.flush()
  const result = await bridge.call('versions.keep', { id: document.id, label })
  if (!result.ok) say(result.error.message)
  else {
    showSaving({ article: document.id, what: 'version' }, { kind: 'saved', at: new Date().toISOString(), isAtDesk: true })
    const { versions, draftVersion } = result.value
    // Words that were kept before are that version still, whichever was kept last.
    const kept = versions.find(({ hash }) => hash === draftVersion) ?? versions.at(-1)
    say(`Version ${kept?.n ?? ''} is kept${label ? ` as “${label}”` : ''}.`)
  }
}

function PaneButton({ name, isShown, onPress }: { readonly name: string; readonly isShown: boolean; readonly onPress: () => void }) {
  return (
    <Button look="quiet" aria-pressed={isShown} onClick={onPress}>
      {name}
    </Button>
  )
}
