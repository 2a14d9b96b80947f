/** The whole way by command line: imported, submitted, refused to its writer, approved, published, verified, tampered with. */
import { createHash } from 'node:crypto'
import { cpSync, existsSync, globSync, openSync, readFileSync, readSync, closeSync, statSync, writeFileSync, writeSync } from 'node:fs'
import path from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import { type Article, type Desk, deskIn, documentOf, notBuilt, type Refusal, sharedDesk } from './chancery.ts'
import { underEnvelopeOf } from './envelope.ts'
import { texts } from './texts.ts'

interface Shown extends Article {
  readonly editions: readonly { readonly publication: { readonly address: string; readonly at: string; readonly digest: string } }[]
}

describe.skipIf(notBuilt !== '').each(texts)('by command line, $name', ({ missing, read }) => {
  const desk = sharedDesk()
  const text = missing === '' ? read() : ''
  const headline = text.split('\n', 1)[0] ?? ''
  let id = ''
  let previewed = ''
  let address = ''

  const page = () => readFileSync(path.join(desk.folder, 'site', address, 'index.html'), 'utf8')

  beforeAll(async () => {
    if (missing !== '') return
    await desk.ask('init')
    await desk.ask('person', 'add', 'Wren Wright', '--role', 'writer')
    await desk.ask('person', 'add', 'Edith Field', '--role', 'editor')
    writeFileSync(path.join(desk.beside, 'piece.txt'), text)
  })

  it('is imported under its first line, with the house byline', async (context) => {
    if (missing !== '') return context.skip(missing)
    const filed = ['--byline', 'staff', '--category', 'diplomacy', '--as', 'Wren Wright']
    const { articles } = await desk.ask<{ articles: readonly Article[] }>('import', 'piece.txt', ...filed)
    expect(articles).toHaveLength(1)
    const [article] = articles
    id = article?.id ?? ''
    const words = text
      .slice(headline.length)
      .split(/\s+/)
      .filter((word) => /[\p{L}\p{N}]/u.test(word)).length
    expect(article).toEqual({
      id,
      headline,
      state: 'draft',
      publicStatus: 'unpublished',
      edition: 1,
      byline: 'LP Staff Writers',
      words,
    })
    expect((await desk.run('show', id, '--format', 'text')).out.toString('utf8')).toBe(text)
  })

  it('[WF3] is submitted by its writer, refused to them for approval, and approved by an editor', async (context) => {
    if (missing !== '') return context.skip(missing)
    const { article } = await desk.ask<{ article: Article }>('act', headline, 'submit', '--as', 'Wren Wright')
    expect(article).toMatchObject({ id, state: 'in_review' })
    const refused = await desk.run('act', id, 'approve', '--as', 'Wren Wright', '--json')
    expect(refused.exit).toBe(1)
    expect(documentOf<Refusal>(refused).error).toMatchObject({
      code: 'notAllowed',
      message: expect.stringContaining('Nothing was changed'),
    })
    expect(await desk.ask('act', id, 'approve', '--as', 'edith field')).toMatchObject({ article: { state: 'approved' } })
    previewed = (await desk.run('preview', id)).out.toString('utf8')
  })

  it('is published, and the folder holds every part of the newspaper', async (context) => {
    if (missing !== '') return context.skip(missing)
    expect(await desk.ask('act', id, 'publish', '--now', '--as', 'The editor')).toMatchObject({ article: { state: 'scheduled' } })
    expect(await desk.ask('work')).toMatchObject({ done: 1, waiting: 0, failed: 0, entries: [] })
    const shown = await desk.ask<Shown>('show', id)
    expect(shown).toMatchObject({ state: 'published', publicStatus: 'live', edition: 1 })
    address = shown.editions[0]?.publication.address ?? ''
    expect(address).toMatch(/^\/\d{4}\/\d{2}\/[a-z0-9-]+\/$/)
    const { entries } = await desk.ask<{ entries: readonly object[] }>('queue')
    expect(entries).toMatchObject([{ article: id, edition: 1, action: 'publish', state: 'live' }])

    const month = address.slice(0, 9)
    for (const file of [
      'index.html',
      `${address.slice(1)}index.html`,
      'category/diplomacy/index.html',
      'archive/index.html',
      `archive${month}index.html`,
      'corrections/index.html',
      'policies/privacy/index.html',
      'feed.xml',
      'atom.xml',
      'feed.json',
      'sitemap.xml',
    ])
      expect(existsSync(path.join(desk.folder, 'site', file)), file).toBe(true)
    const html = page()
    for (const part of [
      'class="masthead',
      '<p class="byline">By <b>LP Staff Writers</b>',
      'aria-label="Byline and contributors’ note"',
      'category/diplomacy/',
      'feed.xml',
    ])
      expect(html).toContain(part)
    for (const part of [/follow/i, /newsletter/i, /sponsor/i, /privacy/i]) expect(html).toMatch(part)
    const escaped = headline.replaceAll('&', '&amp;')
    expect(readFileSync(path.join(desk.folder, 'site/index.html'), 'utf8')).toContain(escaped)
    expect(readFileSync(path.join(desk.folder, 'site/feed.xml'), 'utf8')).toContain(escaped)
  })

  it('[SI1] previews the published bytes once the envelope is frozen; before it differs in the envelope only', async (context) => {
    if (missing !== '') return context.skip(missing)
    const frozen = await desk.run('preview', id)
    expect(frozen.out.equals(readFileSync(path.join(desk.folder, 'site', address, 'index.html')))).toBe(true)
    expect(underEnvelopeOf(page(), previewed)).toBe(page())
  })

  it('[SY22] is the same after a rebuild, which writes nothing into the site', async (context) => {
    if (missing !== '') return context.skip(missing)
    const before = [await desk.ask('show', id), tree(desk)]
    expect(await desk.ask('rebuild')).toEqual({ changed: [] })
    expect([await desk.ask('show', id), tree(desk)]).toEqual(before)
    expect(await desk.ask('verify')).toEqual({ ok: true, problems: [] })
    await desk.ask('site', 'whole')
    expect(tree(deskIn(desk.beside, desk.beside), 'whole').map(({ file, hash }) => [file, hash])).toEqual(
      tree(desk).map(({ file, hash }) => [file, hash]),
    )
  })

  it.each(['site', 'hub.db', 'workstation.db'])('[CL5] names the place when a byte of %s was changed by hand', async (what) => {
    if (missing !== '') return
    const copy = path.join(desk.beside, `changed-${what}`)
    cpSync(desk.folder, copy, { recursive: true })
    const file = what === 'site' ? `site${address}index.html` : what
    const at = changeByte(path.join(copy, file))
    const verified = await deskIn(copy, desk.beside).run('verify', '--json')
    expect(verified.exit).toBe(1)
    const { ok, problems } = documentOf<{ ok: boolean; problems: readonly string[] }>(verified)
    expect(ok).toBe(false)
    const place = what === 'site' ? `${address.slice(1)}index.html` : `${what}: page ${Math.floor(at / 4096) + 1} `
    expect(problems.join('\n')).toContain(place)
  })
})

interface SiteFile {
  readonly file: string
  readonly hash: string
  readonly written: number
}

/** Every file of the site with its bytes' hash and the time it was written. */
function tree(desk: Desk, folder = 'site'): readonly SiteFile[] {
  const top = path.join(desk.folder, folder)
  return globSync('**/*', { cwd: top, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.join(entry.parentPath, entry.name))
    .sort()
    .map((file) => ({
      file: path.relative(top, file),
      hash: createHash('sha256').update(readFileSync(file)).digest('hex'),
      written: statSync(file).mtimeMs,
    }))
}

/** Turns over one bit in the middle of a file; answers where. */
function changeByte(file: string): number {
  const at = Math.floor(statSync(file).size / 2)
  const handle = openSync(file, 'r+')
  const byte = Buffer.alloc(1)
  readSync(handle, byte, 0, 1, at)
  byte[0] = (byte[0] ?? 0) ^ 1
  writeSync(handle, byte, 0, 1, at)
  closeSync(handle)
  return at
}
