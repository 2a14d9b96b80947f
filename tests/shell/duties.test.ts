/** What the window does beside its page: files from the system, notifications, keeping awake, going on out of sight. */
import { mkdirSync, truncateSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { beforeAll, describe, expect, it, vi } from 'vitest'
import { findOwner } from '../../electron/owner/guest.ts'
import type { Output } from '../../shared/contract/contract.ts'
import type { TakenFile } from '../../shared/contract/shellDuties.ts'
import { photograph } from '../factories/pictures.ts'
import { must } from '../factories/people.ts'
import { app, witness } from './fakeElectron.ts'
import { FakeWindow, Refusable } from './fakePages.ts'
import { type Shell, startShell } from './startShell.ts'

vi.mock('electron', async () => {
  const { electron } = await import('./fakeElectron.ts')
  return { ...electron, default: electron }
})

let shell: Shell
let piece = ''

/** As another program of this person does it: the owner of the folder is asked. */
async function chancery(...argv: string[]): Promise<void> {
  const owner = await findOwner(shell.dataFolder)
  let said = ''
  const exit = await owner?.run(argv, shell.dataFolder, { out: () => {}, err: (text) => void (said += text) })
  expect(said).toBe('')
  expect(exit).toBe(0)
}

async function taken(): Promise<{
  readonly files: readonly TakenFile[]
  readonly notes: readonly string[]
}> {
  const answer = await shell.window.webContents.exposed.duty?.(...(['takeFiles', {}] as never[]))
  return (answer as { value: Awaited<ReturnType<typeof taken>> }).value
}

async function queue(): Promise<Output<'queue.list'>> {
  return must(await shell.call('queue.list', {}))
}

/** Commands that the page is sent. */
function commandsHeard(): string[] {
  const heard: string[] = []
  shell.window.webContents.exposed.onCommand?.(...([(id: string) => heard.push(id)] as never[]))
  return heard
}

beforeAll(async () => {
  shell = await startShell()
  must(await shell.call('desk.begin', { publication: 'The Fixture', name: 'Ada', shape: 'twoOfUs' }))
  must(await shell.call('people.add', { name: 'Grace', roles: ['editor'] }))
})

describe('files that the system hands over', () => {
  it('[SH1] by a message are read when the page asks, once, and what is gone is told', async () => {
    const heard = commandsHeard()
    const file = path.join(shell.dataFolder, 'The weir.md')
    writeFileSync(file, '# The weir\n\nIt holds.')
    for (const opened of [file, path.join(shell.dataFolder, 'gone.txt')]) {
      const event = new Refusable()
      app.emit('open-file', event, opened)
      expect(event.defaultPrevented).toBe(true)
    }
    await vi.waitFor(() => expect(heard).toContain('openedFiles'))
    const { files, notes } = await taken()
    expect(files.map(({ name, bytes }) => [name, new TextDecoder().decode(bytes)])).toEqual([['The weir.md', '# The weir\n\nIt holds.']])
    expect(notes).toEqual(['“gone.txt” could not be read (ENOENT). Nothing was imported from it, and the file is as it was.'])
    expect(await taken()).toEqual({ files: [], notes: [] })
  })

  it('[SH1] [SE9] bring the pictures along that they name and that lie beside them, and nothing from elsewhere', async () => {
    const folder = path.join(shell.dataFolder, 'with pictures')
    mkdirSync(path.join(folder, 'img'), { recursive: true })
    const picture = await photograph()
    writeFileSync(path.join(folder, 'img/quay.jpg'), picture)
    writeFileSync(path.join(shell.dataFolder, 'outside.jpg'), picture)
    const file = path.join(folder, 'boats.md')
    writeFileSync(file, '# Boats\n\n![A ferry](img/quay.jpg)\n\n![Out](../outside.jpg)\n\n![Gone](img/gone.jpg)\n')
    app.emit('open-file', new Refusable(), file)
    const { files, notes } = await taken()
    expect(files.map(({ pictures }) => pictures.map(({ name, bytes }) => [name, Buffer.from(bytes).equals(picture)]))).toEqual([
      [['img/quay.jpg', true]],
    ])
    expect(notes).toEqual([])
  })

  it('[SH1] come a part at a time where they are large: what is not taken yet waits', async () => {
    const folder = path.join(shell.dataFolder, 'large')
    mkdirSync(folder)
    const names = Array.from({ length: 6 }, (_, n) => `large-${n}.txt`)
    for (const name of names) {
      writeFileSync(path.join(folder, name), '')
      truncateSync(path.join(folder, name), 45 * 1024 * 1024)
      app.emit('open-file', new Refusable(), path.join(folder, name))
    }
    const [first, second, third] = [await taken(), await taken(), await taken()]
    expect(first.files.map(({ name }) => name)).toEqual(names.slice(0, 5))
    expect(second.files.map(({ name }) => name)).toEqual(names.slice(5))
    expect(third).toEqual({ files: [], notes: [] })
  })

  it('[SH1] by a second start come forward with the window; switches, folders and other files are passed over', async () => {
    const heard = commandsHeard()
    const folder = path.join(shell.dataFolder, 'handed over')
    mkdirSync(folder)
    for (const name of ['one.txt', 'two words.HTML', 'picture.png']) writeFileSync(path.join(folder, name), name)
    const focused = shell.window.focused
    const uri = new URL('two%20words.HTML', `file://${folder}/`).href
    app.emit('second-instance', {}, ['chancery', '--flag.md', '--data', 'not-this.md', 'one.txt', uri, 'picture.png'], folder)
    await vi.waitFor(() => expect(heard).toContain('openedFiles'))
    expect(shell.window.focused).toBe(focused + 1)
    const { files, notes } = await taken()
    expect([files.map(({ name }) => name).toSorted(), notes]).toEqual([['one.txt', 'two words.HTML'], []])
  })

  it('[SH1] larger than a text may be are refused unread', async () => {
    const file = path.join(shell.dataFolder, 'long.txt')
    writeFileSync(file, Buffer.alloc(51 * 1024 * 1024, 'a'))
    app.emit('open-file', new Refusable(), file)
    expect(await taken()).toEqual({
      files: [],
      notes: ['“long.txt” has 51 MB; a text may have 50 MB at the most. Nothing was imported from it.'],
    })
  })
})

describe('what needs the person', () => {
  it('[SH2] is told once, without a word of the article, and leads to its screen', async () => {
    const heard = commandsHeard()
    const file = path.join(shell.dataFolder, 'secret.txt')
    writeFileSync(file, 'A headline nobody else may read\n\nWords.')
    await chancery('import', file, '--category', 'archives', '--as', 'Ada')
    piece = must(await shell.call('articles.list', {})).articles[0]?.id ?? ''
    await chancery('act', piece, 'submit', '--as', 'Ada')
    await chancery('act', piece, 'request_changes', '--note', 'Say when.', '--as', 'Grace')
    await vi.waitFor(() => expect(witness.notices.map(({ body }) => body)).toEqual(['Changes were requested in a piece of yours.']), {
      timeout: 20_000,
    })
    await chancery('act', piece, 'submit', '--as', 'Ada')
    witness.notices[0]?.emit('click')
    await vi.waitFor(() => expect(heard).toContain('goDesk'))
  })

  it('[SH2] is not told while they look at the window', async () => {
    shell.window.inFront = true
    await chancery('act', piece, 'request_changes', '--note', 'Once more.', '--as', 'Grace')
    await vi.waitFor(async () => expect(must(await shell.call('articles.list', { filter: 'waiting' })).total).toBe(1))
    // The shell has looked since: what it sees next is nothing new to it.
    await new Promise((resolve) => setTimeout(resolve, 1000))
    shell.window.inFront = false
    expect(witness.notices).toHaveLength(1)
  })
})

describe('settings that are not saved', () => {
  it('[SH4] make closing and quitting ask: cancelled, nothing happens', async () => {
    const duty = shell.window.webContents.exposed.duty
    expect(await duty?.(...(['holdSettings', { unsaved: true }] as never[]))).toEqual({ ok: true, value: { unsaved: true } })
    witness.answer = 0
    shell.window.close()
    await vi.waitFor(() => expect(witness.asked).toHaveLength(1))
    // Until the first question is answered there is no second.
    await new Promise((resolve) => setTimeout(resolve, 50))
    app.quit()
    await vi.waitFor(() => expect(witness.asked).toHaveLength(2))
    for (const { message, detail } of witness.asked) {
      expect(message).toBe('Settings that were typed are not saved yet.')
      // A step that was skipped keeps them as well.
      expect(detail).toContain('under Settings or in setting up the newspaper')
    }
    for (const buttons of witness.buttons) expect(buttons).toEqual(['Cancel', 'Quit without saving them'])
    expect([witness.exits, shell.window.visible, FakeWindow.all.length]).toEqual([[], true, 1])
    await duty?.(...(['holdSettings', { unsaved: false }] as never[]))
    witness.asked.length = 0
    witness.buttons = []
  })
})

describe('what is due', () => {
  it('[SH3] [QU14] holds sleep off within ten minutes and not before', async () => {
    expect([...witness.awake.values()]).toEqual([])
    await chancery('act', piece, 'submit', '--as', 'Ada')
    await chancery('act', piece, 'approve', '--as', 'Grace')
    await chancery('act', piece, 'schedule', '--at', new Date(Date.now() + 3_600_000).toISOString(), '--as', 'Ada')
    await vi.waitFor(async () => expect((await queue()).entries).toHaveLength(1))
    await chancery('act', piece, 'reschedule', '--at', new Date(Date.now() + 8 * 60_000).toISOString(), '--as', 'Ada')
    await vi.waitFor(() => expect([...witness.awake.values()]).toEqual(['prevent-app-suspension']), { timeout: 20_000 })
    await chancery('act', piece, 'reschedule', '--at', new Date(Date.now() + 3_600_000).toISOString(), '--as', 'Ada')
    await vi.waitFor(() => expect([...witness.awake.values()]).toEqual([]), { timeout: 20_000 })
  })

  it('[SH4] [QU14] makes quitting ask: cancelled, nothing happens', async () => {
    witness.answer = 2
    app.quit()
    await vi.waitFor(() => expect(witness.asked).toHaveLength(1))
    expect(witness.asked[0]?.message).toBe('One edition is still to go out from this computer.')
    expect(witness.asked[0]?.detail).toMatch(/^The next is due on \w+day,? (at )?\d\d:\d\d by this computer’s clock\. In the background /)
    expect(witness.buttons[0]).toEqual(['Keep running in the background', 'Quit', 'Cancel'])
    expect([witness.exits, shell.window.visible, FakeWindow.all.length]).toEqual([[], true, 1])
  })

  it('[SH4] [QU14] goes on out of sight when that is chosen, and comes back when the program is started again', async () => {
    witness.answer = 0
    shell.window.close()
    await vi.waitFor(() => expect(shell.window.visible).toBe(false))
    expect([witness.exits, FakeWindow.all.length, witness.trays.length]).toEqual([[], 1, 1])
    expect(witness.trays[0]?.menu.map(({ label }) => label)).toEqual(['Open Chancery', 'Quit'])
    app.emit('second-instance', {}, ['chancery'], shell.dataFolder)
    expect([shell.window.visible, witness.trays[0]?.destroyed]).toEqual([true, true])
  })

  it('[SH4] [QU14] out of sight, the program ends by itself when everything is out', async () => {
    witness.answer = 0
    shell.window.close()
    await vi.waitFor(() => expect(shell.window.visible).toBe(false))
    const exited = new Promise((resolve) => app.once('exited', resolve))
    await chancery('act', piece, 'reschedule', '--now', '--as', 'Ada')
    expect(await exited).toBe(0)
    expect(witness.errors).toEqual([])
  }, 60_000)
})
