/** What the package says to the three systems, and what the program never does by itself. */
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { expect, it } from 'vitest'
import { importsOf, root, sourceFiles } from '../harness/sources.ts'

const settings = readFileSync(path.join(root, 'electron-builder.yml'), 'utf8')
const kinds = ['txt', 'md', 'markdown', 'html', 'htm']

it('[SH1] offers Chancery for texts on all three systems, and makes it the default on none', () => {
  expect(settings).toContain('mimeTypes: [text/plain, text/markdown, text/html]')
  const associations = [...settings.matchAll(/^ {4}- \{ ext: \[([^\]]+)\].*role: Viewer, rank: Alternate \}$/gmu)]
  expect(associations.flatMap((match) => (match[1] ?? '').split(', '))).toEqual(kinds)
  const script = readFileSync(path.join(root, /^ {2}include: (\S+)$/mu.exec(settings)?.[1] ?? ''), 'utf8')
  for (const kind of kinds) {
    expect(script).toContain(`WriteRegStr SHELL_CONTEXT "Software\\Classes\\.${kind}\\OpenWithProgids" "Chancery.Text" ""`)
    expect(script).toContain(`DeleteRegValue SHELL_CONTEXT "Software\\Classes\\.${kind}\\OpenWithProgids" "Chancery.Text"`)
  }
})

it('[SH5] nothing looks for a newer program or fetches one', () => {
  expect(settings).toMatch(/^publish: null$/mu)
  const files = sourceFiles(['electron', 'hub', 'shared', 'sqlite', 'renderer'])
  expect(files.filter((file) => /autoUpdater|electron-updater|checkForUpdates/.test(readFileSync(path.join(root, file), 'utf8')))).toEqual(
    [],
  )
  expect(files.flatMap((file) => importsOf(file)).filter(({ target }) => target.includes('updater'))).toEqual([])
})
