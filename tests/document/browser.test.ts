/** The serialiser beside the editor itself: the same documents in a real browser, in TipTap and in ProseMirror's DOMSerializer. */
import { existsSync } from 'node:fs'
import path from 'node:path'
import process from 'node:process'
import { fc } from '../harness/properties.ts'
import { type Browser, chromium, type Page } from 'playwright'
import { build } from 'vite'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { cleanDocument } from '../../shared/document/clean.ts'
import { blocksHtml, inlineHtml } from '../../shared/document/html.ts'
import type { BlocksJson, InlineJson } from '../../shared/document/json.ts'
import { documents } from './arbitraries.ts'

const executable = [process.env['CHROMIUM'] ?? '', '/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'].find(
  (file) => file !== '' && existsSync(file),
)

declare global {
  /** Set by `browserEditor.ts` in the page. */
  var editorHtml: (
    headline: InlineJson,
    blocks: BlocksJson,
  ) => { readonly line: string; readonly body: string; readonly serialised: string }
}

describe.skipIf(executable === undefined)('in a browser (skipped where there is no Chromium)', () => {
  let browser: Browser
  let page: Page

  beforeAll(async () => {
    const [code] = await Promise.all([
      bundled(path.join(import.meta.dirname, 'browserEditor.ts')),
      chromium
        .launch({ executablePath: executable ?? '', args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking'] })
        .then((opened) => {
          browser = opened
        }),
    ])
    page = await browser.newPage()
    await page.addScriptTag({ content: code })
  }, 90_000)

  afterAll(() => browser?.close())

  test('[DO3] the HTML of any document equals that of the editor', async () => {
    const samples = fc.sample(documents, { numRuns: 100, seed: 20_261_028 }).map(cleanDocument)
    const theirs = await page.evaluate((all) => all.map(({ headline, body }) => editorHtml(headline, body)), samples)
    samples.forEach(({ headline, body }, index) => {
      const html = blocksHtml(body)
      expect(plainSpaces(theirs[index]?.serialised)).toBe(html)
      // An editor is never without a paragraph.
      expect(plainSpaces(theirs[index]?.body)).toBe(html === '' ? '<p></p>' : html)
      expect(plainSpaces(theirs[index]?.line)).toBe(`<p>${inlineHtml(headline)}</p>`)
    })
  }, 60_000)
})

/** Browsers write a no-break space as an entity; feeds are XML, which has no such entity. */
function plainSpaces(html: string | undefined): string | undefined {
  return html?.replaceAll('&nbsp;', '\u00a0')
}

/** The script and all that it imports, as one classic script. */
async function bundled(entry: string): Promise<string> {
  const result = await build({
    configFile: false,
    logLevel: 'error',
    build: { write: false, minify: false, lib: { entry, formats: ['iife'], name: 'browserEditor' } },
    define: { 'process.env.NODE_ENV': '"test"' },
  })
  const [output] = [result].flat()
  if (output === undefined || !('output' in output)) throw new Error('Vite gave no bundle')
  return output.output[0].code
}
