/** Runs in the test's browser: the product's editor schema in a real TipTap editor. */
import { Editor, type Extensions, type JSONContent } from '@tiptap/core'
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
  editor.commands.setContent({ type: 'doc', content } as JSONContent)
  return editor.getHTML()
}

function serialisedHtml(blocks: BlocksJson): string {
  const holder = document.createElement('div')
  const doc = Node.fromJSON(strictSchema, { type: 'doc', content: blocks })
  holder.append(DOMSerializer.fromSchema(strictSchema).serializeFragment(doc.content))
  return holder.innerHTML
}
