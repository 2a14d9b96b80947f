/** The front from the command line: printed, arranged, cleared, undone. */
import { readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { documentOf, notBuilt, type Refusal, sharedDesk } from './chancery.ts'

const desk = sharedDesk()

interface FrontDocument {
  readonly front: {
    readonly lead: string
    readonly seconds: readonly string[]
    readonly report: string
    readonly notices: readonly string[]
  }
}

describe.skipIf(notBuilt !== '')(`the front${notBuilt && ` (${notBuilt})`}`, () => {
  it('[FP5] is printed and arranged, by a publisher, and undone; a piece in two places is refused', { timeout: 120_000 }, async () => {
    await desk.ask('init', '--publication', 'The Ferry Record')
    const ids: string[] = []
    for (const name of ['one', 'two']) {
      const file = path.join(desk.beside, `${name}.txt`)
      writeFileSync(file, `Piece ${name}\n\nWords about it.`)
      const { articles } = await desk.ask<{ articles: readonly { id: string }[] }>('import', file, '--category', 'archives')
      const id = articles[0]?.id ?? ''
      ids.push(id)
      await desk.ask('act', id, 'override_publish', '--note', 'Alone at the desk.', '--now', '--as', 'The editor')
      await desk.ask('work')
    }
    const [one = '', two = ''] = ids
    const lead = () => /story lead">.*?<h2><a [^>]*>([^<]*)/s.exec(readFileSync(path.join(desk.folder, 'site/index.html'), 'utf8'))?.[1]
    expect(lead()).toBe('Piece two')
    expect((await desk.ask<FrontDocument>('front')).front).toMatchObject({ lead: '', seconds: ['', '', ''] })
    expect((await desk.run('front', '--lead', one)).exit).toBe(2)
    expect((await desk.ask<FrontDocument>('front', '--lead', one, '--as', 'The editor')).front.lead).toBe(one)
    await desk.ask('work')
    expect(lead()).toBe('Piece one')
    const said = await desk.run('--json', 'front', '--second', one, '--as', 'The editor')
    expect(said.exit).toBe(1)
    expect(documentOf<Refusal>(said).error.message).toContain('two places')
    expect((await desk.ask<FrontDocument>('front', '--second', two, '--as', 'The editor')).front.seconds).toEqual([two, '', ''])
    expect((await desk.ask<FrontDocument>('front', '--undo', '--as', 'The editor')).front.seconds).toEqual(['', '', ''])
    const nowhere = await desk.run('--json', 'front', '--report', 'The tolls', '--as', 'The editor')
    expect(documentOf<Refusal>(nowhere).error.message).toContain('There is no special report “The tolls” that readers can read.')
    expect((await desk.ask<FrontDocument>('front')).front.report).toBe('')
    expect((await desk.ask<FrontDocument>('front', '--clear', '--as', 'The editor')).front.lead).toBe('')
    await desk.ask('work')
    expect(lead()).toBe('Piece two')
  })
})
