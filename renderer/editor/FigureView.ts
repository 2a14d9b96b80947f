/** A figure in the text: its picture, the caption as words of the article, alternative text and credit as fields beside them. */
import { type Extensions, Node as TipTapNode } from '@tiptap/core'
import type { Node } from '@tiptap/pm/model'
import { TextSelection } from '@tiptap/pm/state'
import type { EditorView, NodeView, ViewMutationRecord } from '@tiptap/pm/view'
import type { UndoManager } from 'yjs'
import { longestAlt, longestCredit } from '../../shared/document/figures.ts'
import { leaveFigure } from './figures.ts'

/** The node of figures shown in this way, any other extension as it is. Known before the words are drawn, or they would be drawn twice. */
export function showFigures(extension: Extensions[number], undo: UndoManager): Extensions[number] {
  if (!(extension instanceof TipTapNode) || extension.name !== 'figure') return extension
  return extension.extend({
    addNodeView:
      () =>
      ({ node, view, getPos }) =>
        new FigureView(node, view, getPos, undo),
  })
}

type FieldName = 'alt' | 'credit'

/** Made of plain elements: it lives inside the editor, where nothing renders because of a key. */
class FigureView implements NodeView {
  readonly dom: HTMLElement
  readonly contentDOM: HTMLElement
  readonly #image = element('img', '')
  readonly #fields: Readonly<Record<FieldName, HTMLInputElement>>
  readonly #view: EditorView
  readonly #position: () => number | undefined
  readonly #undo: UndoManager

  constructor(node: Node, view: EditorView, position: () => number | undefined, undo: UndoManager) {
    this.#view = view
    this.#undo = undo
    this.#position = position
    this.#image.contentEditable = 'false'
    this.#image.draggable = false
    this.contentDOM = element('div', 'figure-caption')
    this.contentDOM.setAttribute('role', 'group')
    this.contentDOM.setAttribute('aria-label', 'Caption')
    this.#fields = {
      alt: this.#field('alt', longestAlt, () => this.#toCaption()),
      credit: this.#field('credit', longestCredit, () => this.#leave()),
    }
    const remove = element('button', 'figure-remove')
    remove.type = 'button'
    remove.textContent = 'Remove picture'
    remove.addEventListener('click', () => this.#remove())
    this.dom = element('figure', 'figure')
    const above = fixed(labelled('Alternative text', this.#fields.alt))
    const below = fixed(labelled('Credit', this.#fields.credit), remove)
    const name = element('div', 'figure-label')
    name.contentEditable = 'false'
    name.textContent = 'Caption'
    this.dom.append(this.#image, above, name, this.contentDOM, below)
    this.update(node)
  }

  update(node: Node): boolean {
    if (node.type.name !== 'figure') return false
    const text = (name: string) => (typeof node.attrs[name] === 'string' ? node.attrs[name] : '')
    const address = /^[0-9a-f]{64}$/.test(text('media')) ? `/media/${text('media')}` : ''
    if (address !== '' && this.#image.getAttribute('src') !== address) this.#image.src = address
    this.#image.alt = text('alt')
    for (const name of ['alt', 'credit'] as const) if (this.#fields[name].value !== text(name)) this.#fields[name].value = text(name)
    return true
  }

  /** What is done in a field is the field’s; the editor hears of it by `#write`. */
  stopEvent(event: Event): boolean {
    return event.target instanceof HTMLInputElement || event.target instanceof HTMLButtonElement
  }

  ignoreMutation(mutation: ViewMutationRecord): boolean {
    return !this.contentDOM.contains(mutation.target)
  }

  #field(name: FieldName, longest: number, onEnter: () => void): HTMLInputElement {
    const input = element('input', '')
    input.maxLength = longest
    input.addEventListener('focus', () => {
      input.readOnly = !this.#view.editable
    })
    input.addEventListener('input', () => this.#write(name, input.value.replaceAll(/[\u0000-\u001f\u007f]/gu, ' ')))
    input.addEventListener('keydown', (event) => {
      if (event.key !== 'Enter' || event.isComposing) return
      event.preventDefault()
      onEnter()
    })
    return input
  }

  #write(name: FieldName, value: string): void {
    const at = this.#position()
    if (at !== undefined && this.#view.editable) this.#view.dispatch(this.#view.state.tr.setNodeAttribute(at, name, value))
  }

  #toCaption(): void {
    const at = this.#position()
    if (at === undefined) return
    const { state } = this.#view
    const end = at + 1 + (state.doc.nodeAt(at)?.content.size ?? 0)
    this.#view.dispatch(state.tr.setSelection(TextSelection.create(state.doc, end)).scrollIntoView())
    this.#view.focus()
  }

  #leave(): void {
    this.#toCaption()
    leaveFigure(this.#view.state, this.#view.dispatch)
  }

  #remove(): void {
    const at = this.#position()
    const size = at === undefined ? 0 : (this.#view.state.doc.nodeAt(at)?.nodeSize ?? 0)
    if (at === undefined || size === 0 || !this.#view.editable) return
    // A step of its own: who takes it back wants the picture, not the words before it.
    this.#undo.stopCapturing()
    this.#view.dispatch(this.#view.state.tr.delete(at, at + size).scrollIntoView())
    this.#undo.stopCapturing()
    this.#view.focus()
  }
}

function element<K extends keyof HTMLElementTagNameMap>(tag: K, className: string): HTMLElementTagNameMap[K] {
  const made = document.createElement(tag)
  if (className !== '') made.className = className
  return made
}

function labelled(name: string, input: HTMLInputElement): HTMLElement {
  const label = element('label', '')
  label.append(name, input)
  return label
}

/** Not part of the words: the cursor does not go in, the fields do. */
function fixed(...parts: readonly HTMLElement[]): HTMLElement {
  const row = element('div', 'figure-fields')
  row.contentEditable = 'false'
  row.append(...parts)
  return row
}
