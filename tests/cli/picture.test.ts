/** A picture from the command line: into the article once it is described, and nowhere where it is none. */
import { writeFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { photograph } from '../factories/pictures.ts'
import { documentOf, notBuilt, type Refusal, sharedDesk } from './chancery.ts'

describe.skipIf(notBuilt !== '')('picture', () => {
  const desk = sharedDesk()

  it('[SE9] takes a file in as the screen does, with its words, and refuses what is none', async () => {
    await desk.ask('init', '--publication', 'The Ferry Record')
    writeFileSync(path.join(desk.beside, 'boats.txt'), 'Boats go at nine\n\nThe last boat leaves at nine.\n')
    writeFileSync(path.join(desk.beside, 'quay.jpg'), await photograph())
    writeFileSync(path.join(desk.beside, 'quay.svg'), '<svg xmlns="http://www.w3.org/2000/svg"/>')
    await desk.ask('import', 'boats.txt')
    const words = ['--alt', 'A ferry\nat the quay', '--caption', 'The last boat.', '--credit', 'Ada Quill']
    const { picture } = await desk.ask<{ picture: { hash: string } }>('picture', 'Boats go at nine', 'quay.jpg', ...words)
    expect(picture).toMatchObject({ width: 200, height: 300, alt: 'A ferry at the quay', caption: 'The last boat.', credit: 'Ada Quill' })
    const shown = await desk.run('show', 'Boats go at nine', '--format', 'md')
    expect(shown.out.toString()).toContain(`nine.\n\n![A ferry at the quay](media/${picture.hash})\n\nThe last boat.\n\n_Ada Quill_\n`)
    const refusals = [
      ['quay.svg', 'invalid', 'is no picture that can be taken in'],
      ['gone.jpg', 'notFound', 'Nothing was changed.'],
    ] as const
    for (const [file, code, message] of refusals) {
      const said = await desk.run('--json', 'picture', 'Boats go at nine', file, '--alt', 'x')
      expect(said.exit).toBe(1)
      expect(documentOf<Refusal>(said).error.code).toBe(code)
      expect(documentOf<Refusal>(said).error.message).toContain(message)
    }
    expect((await desk.run('picture', 'Boats go at nine', 'quay.jpg')).exit).toBe(2)
    expect((await desk.run('show', 'Boats go at nine', '--format', 'md')).out.equals(shown.out)).toBe(true)
    expect((await desk.run('verify')).exit).toBe(0)
  })

  it('[CL2] leads a piece with --lead, about what must stay in sight, and refuses a place that is none', async () => {
    writeFileSync(path.join(desk.beside, 'ferry.jpg'), await photograph(320, 200))
    const words = ['picture', 'Boats go at nine', 'ferry.jpg', '--alt', 'A ferry']
    expect((await desk.run(...words, '--focus', '30,70')).exit).toBe(2)
    expect((await desk.run(...words, '--lead', '--focus', '30,170')).exit).toBe(2)
    await desk.ask(...words, '--lead', '--focus', '30,70')
    const { fields } = await desk.ask<{ fields: { lead: object } }>('show', 'Boats go at nine')
    expect(fields.lead).toMatchObject({ alt: 'A ferry', width: 200, height: 320, focus: { x: 30, y: 70 } })
    expect((await desk.run('preview', 'Boats go at nine')).out.toString()).toContain('class="lead-picture focus-x-30 focus-y-70"')
    await desk.ask('set', 'Boats go at nine', 'lead', '', '--as', 'The editor')
    expect((await desk.run('preview', 'Boats go at nine')).out.toString()).not.toContain('lead-picture')
  })
})
