/** Pictures of imported files: those in the file's folder and in the file itself come along, clean; nothing else is read. */
import { existsSync, mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import sharp from 'sharp'
import { describe, expect, it } from 'vitest'
import { drawing, photograph } from '../factories/pictures.ts'
import { notBuilt, sharedDesk } from './chancery.ts'

describe.skipIf(notBuilt !== '')('import', () => {
  const desk = sharedDesk()

  it('[SE9] brings the pictures beside a text and inside it, and lists the others as not brought', async () => {
    await desk.ask('init', '--publication', 'The Ferry Record')
    const folder = path.join(desk.beside, 'text')
    mkdirSync(path.join(folder, 'img'), { recursive: true })
    writeFileSync(path.join(folder, 'img', 'the quay.jpg'), await photograph())
    writeFileSync(path.join(folder, 'broken.png'), 'no picture')
    writeFileSync(path.join(desk.beside, 'outside.png'), await drawing(31, 20).png().toBuffer())
    symlinkSync(path.join(desk.beside, 'outside.png'), path.join(folder, 'link.png'))
    const inside = await drawing(40, 30).png().toBuffer()
    writeFileSync(
      path.join(folder, 'boats.md'),
      `# Boats go at nine

The last boat leaves at nine. ![A ferry](img/the%20quay.jpg "The quay.")

![Inside](data:image/png;base64,${inside.toString('base64')})

![Outside](../outside.png) ![Linked](link.png) ![Broken](broken.png) ![Remote](https://elsewhere.example/x.png)
`,
    )
    const { notes } = await desk.ask<{ notes: readonly string[] }>('import', 'text/boats.md', '--category', 'notices')
    const said = notes.join(' ')
    expect(said).toContain('4 pictures were not brought: ../outside.png, link.png, broken.png, https://elsewhere.example/x.png.')
    expect(said).toContain('“broken.png” is no picture that can be taken in')
    const markdown = (await desk.run('show', 'Boats go at nine', '--format', 'md')).out.toString()
    const hashes = [...markdown.matchAll(/!\[([^\]]*)\]\(media\/([0-9a-f]{64})\)/gu)].map(([, alt, hash]) => ({ alt, hash: hash ?? '' }))
    expect(hashes.map(({ alt }) => alt)).toEqual(['A ferry', 'Inside'])
    await desk.ask('act', 'Boats go at nine', 'override_publish', '--as', 'The editor', '--note', 'Alone.', '--now')
    await desk.ask('work')
    const sizes = []
    for (const { hash } of hashes) {
      const file = path.join(desk.folder, 'site/media', `${hash}.webp`)
      expect(existsSync(file)).toBe(true)
      const { width, height, exif } = await sharp(readFileSync(file)).metadata()
      expect(exif).toBeUndefined()
      sizes.push([width, height])
    }
    expect(sizes).toEqual([
      [200, 300],
      [40, 30],
    ])
    expect((await desk.run('verify')).exit).toBe(0)
  })
})
