/** The words: three boxes over one document, their toolbar, the cursor and scroll one left. */
import type { Editor } from '@tiptap/core'
import { Selection } from '@tiptap/pm/state'
import { memo, useCallback, useEffect, useRef, useState } from 'react'
import { flushSync } from 'react-dom'
import type { ArticleView } from '../../../shared/contract/articles.ts'
import type { Problem } from '../../../shared/result.ts'
import type { Editors } from '../../editor/finding.ts'
import { LinkSheet } from '../../editor/LinkSheet.tsx'
import { NoteSheet } from '../../editor/NoteSheet.tsx'
import { type Box, boxes, type OpenDocument } from '../../editor/openDocument.ts'
import { addPictures, pictureFiles, type TakePictures } from '../../editor/pictures.ts'
import { Toolbar } from '../../editor/Toolbar.tsx'
import { useTextCommands } from '../../editor/textCommands.ts'
import { WritingBox } from '../../editor/WritingBox.tsx'
import { bridge } from '../../bridge/bridge.ts'
import { useCommand } from '../../state/commands.ts'
import { useDesk } from '../../state/desk.ts'
import { FindBar } from './FindBar.tsx'
import { usePlace } from './usePlace.ts'
import styles from './TextPane.module.css'

export interface TextPaneProps {
  readonly view: ArticleView
  readonly document: OpenDocument
  /** A missing part to put the cursor at; a new object each time. */
  readonly jump: Problem | undefined
  /** False where the words stand alone. */
  readonly hasTools: boolean
}

export const TextPane = memo(function TextPane({ view, document, jump, hasTools }: TextPaneProps) {
  const [editors, setEditors] = useState<Editors>({})
  const [finding, setFinding] = useState<{ readonly from: Box; readonly isReplacing: boolean } | undefined>()
  const [asked, setAsked] = useState<'link' | 'note' | undefined>()
  const chooser = useRef<HTMLInputElement>(null)
  const scroller = useRef<HTMLDivElement>(null)
  const focused = useRef<Box>('headline')
  // Only a new jump moves the cursor; editors that become ready do not.
  const latest = useRef(editors)
  latest.current = editors
  const made = useRef<Editors>({})
  const { readOnly } = useDesk()
  const isEditable = !view.locked && readOnly === ''

  const onReady = useCallback((box: Box, editor: Editor | null) => {
    const { [box]: _before, ...others } = made.current
    made.current = editor ? { ...others, [box]: editor } : others
    // All three at once, and before the page is painted: what is seen first is where one was.
    if (boxes.every((name) => made.current[name])) flushSync(() => setEditors(made.current))
    else if (!editor) setEditors(made.current)
  }, [])
  const onFocus = useCallback((box: Box) => {
    focused.current = box
    // Where F6 and Esc come back to.
    for (const name of boxes) latest.current[name]?.view.dom.toggleAttribute('data-pane-start', name === box)
  }, [])
  const move = (from: Box, step: 1 | -1) => () => {
    const next = boxes[boxes.indexOf(from) + step]
    const editor = next && editors[next]
    if (!editor) return false
    const { state, view } = editor
    view.dispatch(state.tr.setSelection(step === 1 ? Selection.atStart(state.doc) : Selection.atEnd(state.doc)).scrollIntoView())
    // At once, and not with the next frame as the editor's own command does: the letter that follows belongs here already.
    view.focus()
    return true
  }
  const choosePicture = () => chooser.current?.click()
  const takePictures: TakePictures = (view, files, at) => void addPictures(bridge.call, document, view, files, at)
  usePlace(document.id, editors, scroller, focused)
  useCommand('undo', () => void document.undo.undo(), isEditable)
  useCommand('redo', () => void document.undo.redo(), isEditable)
  useCommand('note', () => setAsked('note'), isEditable)
  useCommand('picture', choosePicture, isEditable)
  useCommand('link', () => setAsked('link'), isEditable)
  useTextCommands(editors.body, isEditable)
  useCommand('find', () => setFinding({ from: focused.current, isReplacing: false }))
  useCommand('replace', () => setFinding({ from: focused.current, isReplacing: true }), isEditable)
  useEffect(() => {
    const box = boxes.find((name) => name === jump?.where)
    if (box) latest.current[box]?.commands.focus('end')
  }, [jump])

  return (
    <section className={styles.text} aria-label="Text" data-pane>
      {view.lockReason ? <p className={styles.locked}>{view.lockReason}</p> : null}
      {editors.body && isEditable && hasTools ? (
        <div className={styles.tools}>
          <Toolbar editor={editors.body} onLink={() => setAsked('link')} onNote={() => setAsked('note')} onPicture={choosePicture} />
        </div>
      ) : null}
      <input
        ref={chooser}
        type="file"
        hidden
        multiple
        accept={pictureFiles}
        onChange={(event) => {
          const files = [...(event.target.files ?? [])]
          const view = editors.body?.view
          if (view && files.length > 0) takePictures(view, files, view.state.selection.to)
          event.target.value = ''
        }}
      />
      {finding && boxes.every((box) => editors[box]) ? (
        <FindBar
          editors={editors}
          document={document}
          from={finding.from}
          isReplacing={finding.isReplacing && isEditable}
          onClose={() => setFinding(undefined)}
        />
      ) : null}
      <div className={styles.scroller} ref={scroller} data-scroller>
        <div className={styles.measure}>
          {boxes.map((box) => (
            <WritingBox
              key={`${document.doc.clientID} ${box}`}
              box={box}
              document={document}
              isEditable={isEditable}
              lang={view.fields.lang}
              onReady={onReady}
              onFocus={onFocus}
              around={{
                toNext: move(box, 1),
                toPrevious: move(box, -1),
                askForLink: () => setAsked('link'),
                askForNote: () => setAsked('note'),
                takePictures,
              }}
            />
          ))}
        </div>
      </div>
      {asked === 'link' && editors.body ? <LinkSheet editor={editors.body} onClose={() => setAsked(undefined)} /> : null}
      {asked === 'note' && editors.body ? <NoteSheet editor={editors.body} onClose={() => setAsked(undefined)} /> : null}
    </section>
  )
})
