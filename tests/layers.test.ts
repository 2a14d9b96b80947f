/** Who may import whom: one table, over every import of the product; and the compiler says the same of its own accord. */
import { spawnSync } from 'node:child_process'
import { cpSync, globSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import { type Import, importsIn, importsOf, productParts, root, sourceFiles } from './harness/sources.ts'

interface Row {
  /** Folder or file; the longest that fits a file counts. */
  readonly from: string
  /** Folders and files of the project it may import, itself apart. */
  readonly parts: readonly string[]
  /** Packages; `node:*` stands for all of Node, `@x/*` for a family. */
  readonly packages: readonly string[]
}

const electronInside = ['backup', 'database', 'documents', 'handlers', 'importing', 'jobs', 'media', 'owner', 'preview', 'sample', 'sync']
const inside = electronInside.map((folder) => `electron/${folder}`)
const bases = ['electron/session.ts', 'electron/program.ts', 'electron/workers.ts', 'electron/admin.ts']

const table: readonly Row[] = [
  {
    from: 'shared',
    parts: [],
    packages: ['zod', 'yjs', 'lib0', 'prosemirror-model', '@noble/hashes', 'canonicalize'],
  },
  { from: 'sqlite', parts: ['shared'], packages: ['node:*', 'better-sqlite3'] },
  {
    from: 'hub',
    parts: ['shared', 'sqlite'],
    packages: ['node:*', 'kysely', 'pg', 'hono', 'yjs', 'zod', 'ws', 'msgpackr', 'better-sqlite3'],
  },
  {
    from: 'renderer',
    parts: ['shared'],
    packages: [
      'react',
      'react-dom',
      '@tiptap/*',
      'prosemirror-model',
      'prosemirror-search',
      'prosemirror-state',
      'prosemirror-view',
      'yjs',
      'lib0',
      'y-protocols',
      'react-aria-components',
      '@tanstack/react-query',
      'zustand',
      'wouter',
      'react-resizable-panels',
      'lucide-react',
      'msgpackr',
      'zod',
      'source-serif',
      'source-sans',
    ],
  },
  {
    from: 'electron',
    parts: ['shared', 'sqlite', ...inside, ...bases],
    packages: ['node:*', 'better-sqlite3', 'yjs', 'lib0', 'zod', 'msgpackr', 'markdown-it', 'parse5', 'prosemirror-model'],
  },
  { from: 'electron/media', parts: ['shared', 'electron/workers.ts'], packages: ['node:*', 'sharp'] },
  {
    from: 'electron/shell',
    parts: ['shared', ...bases, 'electron/importing/picturesBeside.ts', 'electron/web/client.ts', 'electron/web/headers.ts'],
    packages: ['node:*', 'electron', 'electron-store', 'zod'],
  },
  { from: 'electron/shell/preload.ts', parts: ['shared'], packages: ['electron'] },
  {
    from: 'electron/web',
    parts: ['shared', 'electron/owner', ...bases],
    packages: ['node:*', 'hono', '@hono/node-server', 'msgpackr', 'zod', 'vite'],
  },
  { from: 'electron/cli', parts: ['shared', 'sqlite/damage.ts', ...inside, ...bases], packages: ['node:*', 'zod', 'yjs'] },
  {
    from: 'electron/workstation.ts',
    parts: ['shared', 'sqlite', 'electron/replaceable.ts', ...inside, ...bases],
    packages: ['node:*', 'zod'],
  },
  {
    from: 'electron/main.ts',
    parts: ['shared', 'electron/shell', 'electron/cli', 'electron/workstation.ts', ...inside, ...bases],
    packages: ['node:*', 'electron'],
  },
  {
    from: 'electron/web.ts',
    parts: ['shared', 'electron/web', 'electron/cli', 'electron/workstation.ts', ...inside, ...bases],
    packages: ['node:*'],
  },
  {
    from: 'electron/cli.ts',
    parts: ['shared', 'sqlite/damage.ts', 'electron/cli', 'electron/workstation.ts', ...inside, ...bases],
    packages: ['node:*'],
  },
  { from: 'gate', parts: ['shared', 'sqlite'], packages: ['node:*', 'kysely', 'pg', 'hono', 'zod', 'better-sqlite3'] },
]

describe('layers', () => {
  const files = sourceFiles(productParts)

  it('finds the product', () => {
    expect(files.length).toBeGreaterThan(100)
    for (const part of ['shared', 'hub', 'electron', 'renderer']) expect(files.some((file) => file.startsWith(`${part}/`))).toBe(true)
  })

  it('every import is in the table', () => {
    expect(files.flatMap((file) => importsOf(file).flatMap((found) => broken(file, found)))).toEqual([])
  })

  it('the table refuses what it should', () => {
    const refused = (file: string, text: string) => importsIn(file, text).flatMap((found) => broken(file, found))
    expect(refused('renderer/state/x.ts', `import type { Session } from '../../electron/session.ts'`)).toHaveLength(1)
    expect(refused('shared/desk/x.ts', `export { readFileSync } from 'node:fs'`)).toHaveLength(1)
    expect(refused('shared/desk/x.ts', `const a: import('../../hub/context.ts').Reader = 1 as never`)).toHaveLength(1)
    expect(refused('hub/x.ts', `const electron = await import('electron')`)).toHaveLength(1)
    expect(
      refused('electron/handlers/x.ts', `import { app } from 'electron'; new URL('../../hub/worker.ts', import.meta.url)`),
    ).toHaveLength(2)
    expect(refused('electron/handlers/x.ts', `import { ok } from '../../shared/result.ts'`)).toEqual([])
  })

  it('nothing is called utils, helpers, common or misc', () => {
    const all = [...files, ...globSync('{tests,scripts,docs}/**/*', { cwd: root, exclude: ['**/node_modules/**'] })]
    expect(all.filter((file) => /(?:^|\/)(?:utils?|helpers?|commons?|misc|lib|stuff)(?:\.|\/|$)/i.test(file))).toEqual([])
  })
})

describe('the compiler', () => {
  const cases = [
    { part: 'shared', text: `export const title = document.title`, says: /TS2584|TS2304/ },
    { part: 'shared', text: `import { readFileSync } from 'node:fs'\nexport const read = readFileSync`, says: /TS2591|TS2307/ },
    { part: 'shared', text: `export const pid = process.pid`, says: /TS2591|TS2580|TS2304/ },
    { part: 'shared', text: `import { ok } from './result.ts'\nexport const fine = ok(new TextEncoder().encode('a'))`, says: /^$/ },
    { part: 'renderer', text: `import type { Session } from '../electron/session.ts'\nexport type Mine = Session`, says: /TS6307/ },
    { part: 'renderer', text: `import { ok } from '../shared/result.ts'\nexport const fine = ok(document.title)`, says: /^$/ },
    { part: 'hub', text: `import type { Session } from '../electron/session.ts'\nexport type Mine = Session`, says: /TS6307/ },
    { part: 'electron', text: `export const width = window.innerWidth`, says: /TS2304|TS2552/ },
    { part: 'electron', text: `enum Colour { Red }\nexport const red = Colour.Red`, says: /TS1294/ },
  ] as const
  let said = ''

  beforeAll(() => {
    said = compileApart(cases)
  })

  it.each(cases.map((each, index) => ({ ...each, index })))('says of $text in $part: $says', ({ part, says, index }) => {
    const lines = said.split('\n').filter((line) => line.includes(`${part}/fixture${index}.ts`))
    expect(lines.join('\n')).toMatch(says)
  })
})

/** Compiles the texts in a copy of the projects' settings, with as little beside them as they ask for; answers what the compiler says. */
function compileApart(texts: readonly { readonly part: string; readonly text: string }[]): string {
  mkdirSync(path.join(root, '.cache'), { recursive: true })
  const tree = mkdtempSync(path.join(root, '.cache', 'layers-'))
  try {
    const copied = [
      'tsconfig.base.json',
      'shared/result.ts',
      'shared/hosts.d.ts',
      ...['shared', 'sqlite', 'hub', 'electron', 'renderer'].map((part) => `${part}/tsconfig.json`),
    ]
    for (const file of copied) cpSync(path.join(root, file), path.join(tree, file))
    writeFileSync(path.join(tree, 'sqlite/empty.ts'), 'export const nothing = undefined\n')
    writeFileSync(path.join(tree, 'electron/session.ts'), 'export interface Session {\n  readonly id: string\n}\n')
    for (const [index, { part, text }] of texts.entries()) writeFileSync(path.join(tree, part, `fixture${index}.ts`), `${text}\n`)
    const tsc = path.join(root, 'node_modules/typescript/bin/tsc')
    const answer = spawnSync(process.execPath, [tsc, '-b', 'shared', 'hub', 'electron', 'renderer', '--pretty', 'false'], {
      cwd: tree,
      encoding: 'utf8',
    })
    expect(answer.status, answer.stderr).not.toBe(0)
    return answer.stdout
  } finally {
    rmSync(tree, { recursive: true, force: true })
  }
}

/** In words, when the table has no place for it. */
function broken(file: string, { target, isOwn }: Import): readonly string[] {
  const row = table.filter(({ from }) => covers(from, file)).toSorted((a, b) => b.from.length - a.from.length)[0]
  if (!row) return [`${file}: no row of the table covers it`]
  const allowed = isOwn
    ? isAmong(row, target)
    : row.packages.some((name) => (name.endsWith('*') ? target.startsWith(name.slice(0, -1)) : name === target))
  return allowed ? [] : [`${row.from} may not import ${target} (in ${file})`]
}

/** Its own files, unless a more particular row covers them, and those of the parts it may use. */
function isAmong(row: Row, target: string): boolean {
  if (row.parts.some((part) => covers(part, target))) return true
  return covers(row.from, target) && !table.some(({ from }) => from !== row.from && covers(row.from, from) && covers(from, target))
}

function covers(from: string, file: string): boolean {
  return file === from || file.startsWith(`${from}/`)
}
