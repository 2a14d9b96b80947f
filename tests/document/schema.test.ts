/** The schemas and the rules they are under. */
import { getSchema } from '@tiptap/core'
import { Node, type NodeType, type MarkType } from 'prosemirror-model'
import { fc } from '../harness/properties.ts'
import { describe, expect, test } from 'vitest'
import { bodySchemaExtensions, lineSchemaExtensions } from '../../renderer/editor/extensions.ts'
import { checkDocument, strictDocument } from '../../shared/document/check.ts'
import { cleanDocument } from '../../shared/document/clean.ts'
import { blocksHtml } from '../../shared/document/html.ts'
import type { NodeJson } from '../../shared/document/json.ts'
import { safeUrl } from '../../shared/document/safeUrl.ts'
import { boundLineSchema, boundSchema, strictLineSchema, strictSchema } from '../../shared/document/schema.ts'
import { bodyOf, documents, paragraphs } from './arbitraries.ts'

const unsafe = [
  'javascript:alert(1)',
  'JaVaScRiPt:alert(1)',
  ' javascript:alert(1)',
  'java\nscript:alert(1)',
  'java\tscript:alert(1)',
  '\u0001javascript:alert(1)',
  'data:text/html,<script>alert(1)</script>',
  'vbscript:x',
  'file:///etc/passwd',
  'blob:https://example.org/1',
  '//example.org/',
  '/local',
  '#anchor',
  'https:',
  'https://',
  'https:\\\\example.org',
  'https://bank.example@other.example/',
  'https://example.org/\u202egpj.exe',
  'https://example.org/a b',
  'mailto:',
  'media/../secret',
  `media/${'g'.repeat(64)}`,
  `https://example.org/${'a'.repeat(2000)}`,
  'https://example.org/\ud800',
  '',
]

describe('schema', () => {
  test('[DO1] every attribute of every node and mark in the strict schema has a validate', () => {
    const types: (NodeType | MarkType)[] = [strictSchema, strictLineSchema].flatMap((schema) => [
      ...Object.values(schema.nodes),
      ...Object.values(schema.marks),
    ])
    const judged = types.flatMap((type) => Object.values(type.spec.attrs ?? {}).map((attr) => [type.name, typeof attr.validate]))
    expect(judged.length).toBeGreaterThan(2)
    expect(judged.filter(([, validate]) => validate !== 'function')).toEqual([])
  })

  test('[DO1] a forged attribute is refused by JSON import and by the check', () => {
    for (const href of [...unsafe, 7, null, {}]) {
      const paragraph = { type: 'paragraph', content: [{ type: 'text', text: 'x', marks: [{ type: 'link', attrs: { href } }] }] }
      expect(() => Node.fromJSON(strictSchema, { type: 'doc', content: [paragraph] }).check()).toThrow()
      expect(checkDocument(bodyOf(paragraph)).map(({ kind }) => kind)).toEqual(['badAttribute'])
    }
    for (const level of [1, 5, '2', 2.5, {}]) {
      expect(checkDocument(bodyOf({ type: 'heading', attrs: { level } })).map(({ kind }) => kind)).toEqual(['badAttribute'])
    }
  })

  test('[DO1] the check agrees with ProseMirror on every valid document', () => {
    fc.assert(
      fc.property(documents, (document) => {
        const clean = cleanDocument(document)
        expect(checkDocument(clean)).toEqual([])
        const node = Node.fromJSON(strictSchema, { type: 'doc', content: clean.body })
        node.check()
        expect(node.toJSON().content ?? []).toEqual(clean.body)
        expect(strictDocument(clean)).toEqual(clean)
      }),
      { numRuns: 100 },
    )
  })

  test('[DO1] the check finds what does not belong, and where', () => {
    const item = { type: 'listItem', content: [{ type: 'heading', attrs: { level: 2 } }] }
    const found = checkDocument({
      headline: [{ type: 'text', text: 'x', marks: [{ type: 'link', attrs: { href: 'https://example.org/' } }] }],
      standfirst: [{ type: 'hardBreak' }],
      body: [
        ...paragraphs('fine'),
        { type: 'video', attrs: { src: 'x' } },
        { type: 'bulletList', content: [item] },
        { type: 'text', text: 'loose' },
      ],
    })
    expect(found.map(({ fragment, path, kind }) => [fragment, path.join('.'), kind])).toEqual([
      ['headline', '0', 'unknownMark'],
      ['standfirst', '0', 'unknownNode'],
      ['body', '1', 'unknownNode'],
      ['body', '2.0.0', 'badContent'],
      ['body', '2.0', 'badContent'],
      ['body', '3', 'badContent'],
    ])
    expect(found[2]?.raw).toBe('{"type":"video","attrs":{"src":"x"}}')
  })

  test('[DO2] toDOM of every node and mark gives arrays, and no unsafe address passes it', () => {
    const types = [strictSchema, boundSchema].flatMap((schema) => [...Object.values(schema.nodes), ...Object.values(schema.marks)])
    for (const type of types) {
      const attrs = Object.fromEntries(Object.keys(type.spec.attrs ?? {}).map((name) => [name, undefined]))
      if (type.spec.toDOM) expect(Array.isArray(type.spec.toDOM({ attrs } as never, true))).toBe(true)
    }
    for (const href of unsafe) {
      expect(safeUrl(href), href).toBeUndefined()
      const paragraph: NodeJson = { type: 'paragraph', content: [{ type: 'text', text: 'x', marks: [{ type: 'link', attrs: { href } }] }] }
      expect(blocksHtml([paragraph])).toBe('<p><a>x</a></p>')
    }
  })

  test('[DO2] the addresses of a newspaper pass unchanged', () => {
    const safe = [
      'https://example.org',
      'http://example.org:8080/a?b=c&d=e#f',
      'HTTPS://EXAMPLE.ORG/(a)',
      'https://exämple.org/é',
      'mailto:desk@example.org?subject=a',
      'tel:+44(0)20-7946',
      `media/${'a1'.repeat(32)}`,
    ]
    expect(safe.map(safeUrl)).toEqual(safe)
  })

  test('[DO7] the bound schemas take any attribute and any count of children', () => {
    for (const schema of [boundSchema, boundLineSchema]) {
      for (const type of [...Object.values(schema.nodes), ...Object.values(schema.marks)]) {
        for (const attr of Object.values(type.spec.attrs ?? {})) {
          expect(attr).toHaveProperty('default')
          expect(attr.validate).toBeUndefined()
        }
      }
    }
    for (const type of Object.values(boundSchema.nodes)) {
      if (type.isText) continue
      expect(() =>
        boundSchema.node(type.name, Object.fromEntries(Object.keys(type.spec.attrs ?? {}).map((name) => [name, {}])), []),
      ).not.toThrow()
      expect(type.contentMatch.validEnd).toBe(true)
    }
  })
})

describe('editor', () => {
  test('[DO1] the editor has exactly the bound schemas, in their order', () => {
    for (const [extensions, schema] of [
      [bodySchemaExtensions, boundSchema],
      [lineSchemaExtensions, boundLineSchema],
    ] as const) {
      const made = getSchema(extensions)
      expect(Object.keys(made.nodes)).toEqual(Object.keys(schema.nodes))
      expect(Object.keys(made.marks)).toEqual(Object.keys(schema.marks))
      for (const name of Object.keys(schema.nodes)) {
        const [theirs, ours] = [made.nodes[name], schema.nodes[name]]
        expect(theirs?.spec.content ?? '').toBe(ours?.spec.content ?? '')
        expect(theirs?.spec.group).toBe(ours?.spec.group)
        expect(theirs?.spec.tableRole).toBe(ours?.spec.tableRole)
        expect(defaultsOf(theirs)).toEqual(defaultsOf(ours))
      }
    }
  })
})

function defaultsOf(type: NodeType | undefined): Record<string, unknown> {
  return Object.fromEntries(Object.entries(type?.spec.attrs ?? {}).map(([name, attr]) => [name, attr.default]))
}
