/** Runs in the test's browser: the product's editor schema in a real TipTap editor. */
import { Editor, type Extensions } from '@tiptap/core'
import { DOMSerializer, Node } from 'prosemirror-model'
import { bodySchemaExtensions, lineSchemaExtensions } from '../../renderer/editor/extensions.ts'
import type { BlocksJson, InlineJson, NodeJson } from '../../shared/document/json.ts'
import { strictSchema } from '../../shared/document/schema.ts'

const line = editorOf(lineSchemaExtensions)
const body = editorOf(bodySchemaExtensions)

globalThis.editorHtml = (headline: InlineJson, blocks: BlocksJson) => ({
  line: htmlIn(line, [{ type: 'paragraph', content: headline }]),
  body: htmlIn(body, blocks.length === 0 ? [{ type: 'paragraph' }] : blocks),
  serialised: serialisedHtml(blocks),
})

function editorOf(extensions: Extensions): Editor {
  return new Editor({ extensions, injectCSS: false })
}

function htmlIn(editor: Editor, content: readonly NodeJson[]): string {
  const { state } = editor.view
  const doc = Node.fromJSON(state.schema, { type: 'doc', content })
  // TipTap would make paragraphs of empty blocks, as after a person deleted everything.
  editor.view.dispatch(state.tr.replaceWith(0, state.doc.content.size, doc.content).setMeta('preventClearDocument', true))
  return editor.getHTML()
}

function serialisedHtml(blocks: BlocksJson): string {
  const holder = document.createElement('div')
  const doc = Node.fromJSON(strictSchema, { type: 'doc', content: blocks })
  holder.append(DOMSerializer.fromSchema(strictSchema).serializeFragment(doc.content))
  return holder.innerHTML
}
