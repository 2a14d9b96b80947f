/** The product's source files and what each of them imports, types included. */
import { globSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { parseSync } from 'vite'

export const root = path.resolve(import.meta.dirname, '../..')

export const productParts = ['shared', 'sqlite', 'hub', 'electron', 'renderer', 'gate'] as const

/** Paths from the root with forward slashes, sorted. */
export function sourceFiles(folders: readonly string[]): readonly string[] {
  return folders
    .flatMap((folder) => globSync(`${folder}/**/*.{ts,tsx}`, { cwd: root, exclude: ['**/node_modules/**'] }))
    .map((file) => file.split(path.sep).join('/'))
    .sort()
}

export interface Import {
  /** As written. */
  readonly written: string
  /** A path from the root for files of the project, `node:fs` or a package's name for others. */
  readonly target: string
  /** A file of this project; the package `electron` and the folder `electron` are two things. */
  readonly isOwn: boolean
}

/** Everything a file asks another one for: static, dynamic and type imports, re-exports, `new URL('…', import.meta.url)`. */
export function importsOf(file: string): readonly Import[] {
  const text = readFileSync(path.join(root, file), 'utf8')
  return importsIn(file, text)
}

/** As `importsOf`, for a text that need not be on disk. */
export function importsIn(file: string, text: string): readonly Import[] {
  const { module, errors } = parseSync(file, text)
  if (errors.length > 0) throw new Error(`${file} cannot be parsed: ${errors[0]?.message}`)
  const written = [
    ...module.staticImports.map((found) => found.moduleRequest.value),
    ...module.staticExports.flatMap((found) => found.entries).flatMap((entry) => (entry.moduleRequest ? [entry.moduleRequest.value] : [])),
    ...[...text.matchAll(/\bimport\(\s*(?:\/\*[^*]*\*\/\s*)?(['"`])([^'"`]+)\1\s*\)/g)].map((match) => match[2] ?? ''),
    ...[...text.matchAll(/new URL\(\s*(['"`])(\.[^'"`]+)\1\s*,\s*import\.meta\.url/g)].map((match) => match[2] ?? ''),
  ]
  return written.map((specifier) => ({ written: specifier, target: targetOf(file, specifier), isOwn: specifier.startsWith('.') }))
}

function targetOf(file: string, specifier: string): string {
  if (specifier.startsWith('.')) return path.posix.join(path.posix.dirname(file), specifier.replace(/\?.*$/, ''))
  if (specifier.startsWith('node:')) return specifier
  return /^(?:@[^/]+\/)?[^/]+/.exec(specifier)?.[0] ?? specifier
}
