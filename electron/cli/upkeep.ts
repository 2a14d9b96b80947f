/** `verify`, `rebuild`, `backup`: looking after what is stored. */
import { resolve } from 'node:path'
import { ok } from '../../shared/result.ts'
import { fileProblems } from '../jobs/filePages.ts'
import type { DeskCommand, Outcome } from './command.ts'

export const verifyCommand: DeskCommand = {
  name: 'verify',
  form: '',
  summary: 'check the log, the projections, versions, digests and published files',
  options: {},
  words: [0, 0],
  needs: 'desk',
  async run({ admin, dataFolder }) {
    const verified = await admin.verify()
    if (verified.ok) return found(verified.value.problems)
    // A damaged page can end the reading: then the damage is the answer, and not that it could not be read.
    const damaged = fileProblems(dataFolder)
    return damaged.length > 0 ? found([verified.error.message, ...damaged]) : verified
  },
  closed: (dataFolder, failure) => found([failure.message, ...fileProblems(dataFolder)]),
}

function found(problems: readonly string[]): Outcome {
  const sound = problems.length === 0
  return ok({
    document: { ok: sound, problems },
    text: sound ? 'Everything is as it was written.\n' : `${problems.join('\n')}\n`,
    exit: sound ? 0 : 1,
  })
}

export const rebuildCommand: DeskCommand = {
  name: 'rebuild',
  form: '',
  summary: 'make lists and states anew from the log',
  options: {},
  words: [0, 0],
  needs: 'desk',
  async run({ admin }) {
    const rebuilt = await admin.rebuild()
    if (!rebuilt.ok) return rebuilt
    const { changed } = rebuilt.value
    return ok({
      document: { changed },
      text: changed.length === 0 ? 'Rebuilt; nothing differed.\n' : `Rebuilt; these differed:\n${changed.join('\n')}\n`,
    })
  },
}

export const backupCommand: DeskCommand = {
  name: 'backup',
  form: 'FILE',
  summary: 'keep everything in one file, opened by a recovery code that is printed once',
  options: {},
  words: [1, 1],
  needs: 'desk',
  async run({ admin, cwd }, given) {
    const file = resolve(cwd, given.words[0] ?? '')
    const kept = await admin.backup(file)
    if (!kept.ok) return kept
    const { recoveryCode } = kept.value
    return ok({
      document: { file, recoveryCode },
      text: `Everything is kept in ${file}.\nIts recovery code, shown this once; without it the file cannot be opened:\n\n  ${recoveryCode}\n`,
    })
  },
}
