/** The pages, judged by two checkers of HTML that know nothing of each other. */
import { spawnSync } from 'node:child_process'
import { mkdirSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import path from 'node:path'
import { HtmlValidate } from 'html-validate'
import { describe, expect, it } from 'vitest'
import { temporaryFolder } from '../harness/folder.ts'
import { root } from '../harness/sources.ts'
import { render, siteOf, textOf } from './build.ts'
import { awkward } from './awkward.ts'
import { house, youngHouse } from './house.ts'
import { everything } from './newspaper.ts'

const java = spawnSync('java', ['-version']).status === 0
const sites = [
  { name: 'a grown house', pages: render(siteOf(everything, house), house) },
  { name: 'awkward pieces', pages: render(siteOf(awkward, house), house) },
  { name: 'a young house', pages: render(siteOf(everything, youngHouse), youngHouse) },
  { name: 'a house that has printed nothing', pages: render(siteOf([], youngHouse), youngHouse) },
]

describe('valid HTML', () => {
  const checker = new HtmlValidate({
    extends: ['html-validate:recommended', 'html-validate:document'],
    rules: {
      // Headlines are as long as they are.
      'long-title': 'off',
      // HTML5 writes the doctype in small letters as well.
      'doctype-style': 'off',
      // An aside within an article is no landmark without a name (HTML-AAM); axe, which knows that, judges landmarks.
      'unique-landmark': 'off',
      // The style sheet is the site's own, beside the page.
      'require-sri': ['error', { target: 'crossorigin' }],
    },
  })

  it.each(sites)('[SI10] html-validate has nothing to report on $name', async ({ pages }) => {
    const found: string[] = []
    for (const page of pages.filter(({ path: file }) => file.endsWith('.html'))) {
      const report = await checker.validateString(textOf(page))
      found.push(
        ...report.results.flatMap(({ messages }) =>
          messages.map(({ ruleId, message, line }) => `${page.path}:${line} ${ruleId}: ${message}`),
        ),
      )
    }
    expect(found).toEqual([])
  })

  it.skipIf(!java)(
    '[SI10] the Nu checker has nothing to report (skipped where there is no Java)',
    () => {
      const folder = temporaryFolder()
      for (const [index, { pages }] of sites.entries()) {
        for (const page of pages) {
          const file = path.join(folder, String(index), page.path)
          mkdirSync(path.dirname(file), { recursive: true })
          writeFileSync(file, page.bytes)
        }
      }
      const jar = path.join(path.dirname(createRequire(import.meta.url).resolve('vnu-jar/package.json')), 'build/dist/vnu.jar')
      const html = spawnSync('java', ['-jar', jar, '--skip-non-html', folder], { encoding: 'utf8' })
      expect(html.stderr.replaceAll(folder, '')).toBe('')
      expect(html.status).toBe(0)
      const css = spawnSync('java', ['-jar', jar, '--css', path.join(root, 'resources/theme/site.css')], { encoding: 'utf8' })
      expect(css.stderr).toBe('')
    },
    120_000,
  )
})
