/** What may be typed instead of asked for: `## ` a heading, `- ` and `1. ` lists, `> ` a quotation. Each is one step to undo. */
import { inputRules, textblockTypeInputRule, wrappingInputRule } from '@tiptap/pm/inputrules'
import type { Schema } from '@tiptap/pm/model'
import { Plugin } from '@tiptap/pm/state'
import { holdsFigure } from './figures.ts'

export function bodyInputRules(schema: Schema): Plugin {
  const { heading, bulletList, orderedList, blockquote } = schema.nodes
  if (!heading || !bulletList || !orderedList || !blockquote) throw new Error('the body’s schema lacks a node')
  const rules = inputRules({
    rules: [
      textblockTypeInputRule(/^(#{2,4})\s$/, heading, (match) => ({ level: match[1]?.length ?? 2 })),
      wrappingInputRule(/^\s*[-*]\s$/, bulletList),
      wrappingInputRule(
        /^(\d{1,4})\.\s$/,
        orderedList,
        (match) => ({ start: Number(match[1]) }),
        (match, node) => node.childCount + (node.attrs.start as number) === Number(match[1]),
      ),
      wrappingInputRule(/^\s*>\s$/, blockquote),
    ],
  })
  const { handleTextInput } = rules.props
  return new Plugin({
    ...rules.spec,
    props: {
      ...rules.props,
      // In a caption signs are signs: a heading made of it would lose its picture.
      handleTextInput(view, ...typed) {
        return !holdsFigure(view.state) && handleTextInput?.call(rules, view, ...typed)
      },
    },
  })
}
