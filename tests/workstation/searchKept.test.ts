/** The search over everything ever kept: what stands in no text as it is now, and who finds it. */
import { expect, test } from 'vitest'
import * as Y from 'yjs'
import type { Call } from '../../shared/contract/contract.ts'
import type { KeptHit } from '../../shared/contract/search.ts'
import { placeWords } from '../../shared/desk/keptPlace.ts'
import { importText, must } from '../factories/people.ts'
import { openTestDesk } from '../factories/workstation.ts'

/** The body's first paragraph says this now, and nothing else. */
async function rewrite(call: Call, id: string, text: string): Promise<void> {
  const doc = new Y.Doc()
  Y.applyUpdate(doc, must(await call('articles.open', { id })).update)
  const before = Y.encodeStateVector(doc)
  const body = doc.getXmlFragment('body')
  body.delete(0, body.length)
  const paragraph = new Y.XmlElement('paragraph')
  paragraph.insert(0, [new Y.XmlText(text)])
  body.insert(0, [paragraph])
  must(await call('articles.save', { id, update: Y.encodeStateAsUpdate(doc, before) }))
}

async function kept(call: Call, words: string): Promise<readonly KeptHit[]> {
  return must(await call('search.everything', { words })).kept
}

async function places(call: Call, words: string): Promise<readonly string[]> {
  return (await kept(call, words)).map(({ place }) => placeWords(place))
}

async function publish(call: Call, id: string): Promise<void> {
  must(await call('workflow.act', { id, act: 'override_publish', note: 'Alone at the desk.', now: true }))
  must(await call('queue.work', {}))
}

test('[RC3] words of an earlier version or edition are found where they stand, and not told twice where the text still has them', async () => {
  const desk = await openTestDesk()
  const { call } = await desk.sit(desk.founder)
  const id = await importText(call, 'The bells\n\nRung by a verger at five.')
  must(await call('versions.keep', { id, label: 'first' }))
  expect(await places(call, 'verger')).toEqual([])
  await rewrite(call, id, 'Rung by a sexton at five.')
  expect(must(await call('search.find', { words: 'verger' })).results).toEqual([])
  const [hit] = await kept(call, 'verger')
  expect(hit).toMatchObject({ id, headline: 'The bells', state: 'draft', place: { kind: 'version', n: 1, label: 'first' } })
  expect(hit?.snippet).toContain('\u2068verger\u2069')
  // Every word has to stand in the one text, the last one perhaps unfinished.
  expect(await places(call, 'bells verg')).toEqual(['in version 1, first'])
  expect(await places(call, 'sexton verger')).toEqual([])

  await publish(call, id)
  must(await call('workflow.act', { id, act: 'open_edition', kind: 'update' }))
  await rewrite(call, id, 'Rung by a ringer at six.')
  expect(await places(call, 'sexton')).toEqual(['in edition 1'])
  await rewrite(call, id, 'Rung by a sexton after all.')
  expect(await places(call, 'sexton')).toEqual([])
  expect(await places(call, 'rung')).toEqual([])
})

test('[RC3] notes to the editor, reasons, what was put right, notices and spiked pieces are found', async () => {
  const desk = await openTestDesk()
  const { call } = await desk.sit(desk.founder)
  const writer = (await desk.sit(desk.people.writer)).call
  const id = await importText(writer, 'The weir\n\nThe weir stood open at noon.')
  must(await writer('articles.setField', { id, field: 'slug', value: 'weir', base: '' }))
  must(await writer('workflow.act', { id, act: 'submit', note: 'Ask the lockkeeper.' }))
  must(await call('workflow.act', { id, act: 'request_changes', note: 'The gauge is unproven.' }))
  expect(await places(call, 'lockkeeper')).toEqual(['in the note to the editor'])
  expect(await places(call, 'unproven')).toEqual(['in the reason for “Changes requested”'])
  must(await writer('workflow.act', { id, act: 'submit' }))
  await publish(call, id)

  must(await call('workflow.act', { id, act: 'open_edition', kind: 'correction' }))
  const note = { wrote: 'The miller is a smuggler.', shouldSay: 'The miller is a magistrate.', note: 'He wrote to us.', doNotRepeat: true }
  must(await call('articles.setField', { id, field: 'correctionNotes', value: [note], base: [] }))
  must(await call('articles.setField', { id, field: 'changeNote', value: 'His calling was wrong.', base: '' }))
  expect(await places(call, 'smuggler')).toEqual(['in what edition 2 puts right'])
  await publish(call, id)
  // What must not be repeated is found at the desk, and told as the edition's.
  expect(await places(call, 'smuggler')).toEqual(['in what edition 2 put right'])
  must(await call('workflow.act', { id, act: 'open_edition', kind: 'update' }))
  expect(await places(call, 'magistrate')).toEqual(['in what edition 2 put right'])
  expect(await places(call, 'calling wrong')).toEqual(['in what edition 2 put right'])

  must(await call('workflow.act', { id, act: 'ask_to_withdraw', note: 'We no longer vouch for the millrace.', reason: 'Doubted by all.' }))
  expect(await places(call, 'millrace')).toEqual(['in a notice that was proposed'])
  expect(await places(call, 'doubted')).toEqual(['in the reason for “A change of what readers see was proposed”'])
  const taken = await importText(call, 'The toll\n\nPaid in eels.')
  await publish(call, taken)
  must(await call('workflow.act', { id: taken, act: 'take_down', note: 'Removed for a magistracy.', reason: 'By order.' }))
  must(await call('queue.work', {}))
  expect(await places(call, 'magistracy')).toEqual(['in the notice of edition 2'])

  const spiked = await importText(call, 'The kiln\n\nOf quicklime.')
  must(await call('versions.keep', { id: spiked, label: '' }))
  await rewrite(call, spiked, 'Of mortar.')
  must(await call('workflow.act', { id: spiked, act: 'spike', note: 'The source went silent.' }))
  expect(await kept(call, 'quicklime')).toMatchObject([{ id: spiked, state: 'spiked', place: { kind: 'version', n: 1 } }])
  expect(await places(call, 'silent')).toEqual(['in the reason for “Spiked”'])
})

test('[RC3] [WF12] what was kept of a draft is found by those who see the draft', async () => {
  const desk = await openTestDesk()
  const writer = (await desk.sit(desk.people.writer)).call
  const editor = (await desk.sit(desk.people.editor)).call
  const id = await importText(writer, 'The quarry\n\nOf limestone.')
  must(await writer('versions.keep', { id, label: 'mine' }))
  await rewrite(writer, id, 'Of slate.')
  expect(await places(writer, 'limestone')).toEqual(['in version 1, mine'])
  expect(await places(editor, 'limestone')).toEqual([])
  must(await writer('articles.share', { id, with: [desk.people.editor] }))
  expect(await places(editor, 'limestone')).toEqual(['in version 1, mine'])
})

test('[RC3] the index of what was kept is made again by a rebuild, and any words are a search', async () => {
  const desk = await openTestDesk()
  const { call } = await desk.sit(desk.founder)
  const ids: string[] = []
  for (let n = 0; n < 5; n += 1) {
    const id = await importText(call, `Piece ${n}\n\nAbout the farrier’s cafés.`)
    must(await call('versions.keep', { id, label: '' }))
    await rewrite(call, id, 'About nothing.')
    ids.push(id)
  }
  const found = async (words: string) => (await kept(call, words)).map(({ id }) => id)
  const before = await found('farrier')
  expect(before.toSorted()).toEqual(ids.toSorted())
  expect(await found('CAFÉS')).toEqual(before)
  must(await desk.workstation.admin.rebuild())
  expect(await found('cafes farr')).toEqual(before)
  for (const words of ['"', 'farrier OR', 'NEAR(', 'words:', '*', 'a"b*c', 'हिन्दी', '\u{1F600}', 'x\u{1E030}y']) await found(words)
})
