/** `site` and `preview`: the pages as they would be published. */
import { realpathSync, statSync } from 'node:fs'
import { resolve } from 'node:path'
import { fail, ok, type Result } from '../../shared/result.ts'
import type { DeskCommand } from './command.ts'
import { articleMeant } from './hand.ts'

export const siteCommand: DeskCommand = {
  name: 'site',
  form: 'DIR',
  summary: 'build the whole site into a folder',
  options: {},
  words: [1, 1],
  needs: 'desk',
  async run({ admin, cwd, dataFolder }, given) {
    const folder = resolve(cwd, given.words[0] ?? '')
    const fit = fitForSite(folder, dataFolder)
    if (!fit.ok) return fit
    const built = await admin.buildSite(folder)
    if (!built.ok) return built
    return ok({ document: { folder, files: built.value.files }, text: `${built.value.files} files in ${folder}.\n` })
  },
}

/** A site is for everybody to read, a data folder for nobody: the one is not built over the other. */
function fitForSite(folder: string, dataFolder: string): Result<null> {
  const found = statSync(folder, { throwIfNoEntry: false })
  if (found && !found.isDirectory()) return fail('invalid', `${folder} is a file, not a folder. Nothing was written; name another.`)
  if (found && realpathSync(folder) === realpathSync(dataFolder))
    return fail('invalid', `${folder} is the desk’s data folder. Nothing was written; build the site into a folder of its own.`)
  return ok(null)
}

export const previewCommand: DeskCommand = {
  name: 'preview',
  form: 'ARTICLE',
  summary: 'print the page as it would be published, byte for byte',
  options: {},
  words: [1, 1],
  needs: 'desk',
  async run(hand, given) {
    const id = await articleMeant(hand, given.words[0] ?? '')
    if (!id.ok) return id
    const page = await hand.admin.previewBytes(id.value)
    if (!page.ok) return page
    const address = await hand.call('preview.of', { id: id.value })
    if (!address.ok) return address
    const { address: published, predicted } = address.value
    return ok({ document: { address: published, predicted, html: new TextDecoder().decode(page.value) }, text: page.value })
  },
}
