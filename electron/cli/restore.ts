/** `restore`: brings a backup into a data folder that holds no desk and that nobody has open. */
import { resolve } from 'node:path'
import { ok } from '../../shared/result.ts'
import { restoreBackup } from '../backup/restore.ts'
import type { ClosedCommand } from './command.ts'
import { recoveryCodeFor } from './recoveryCode.ts'

export const restoreCommand: ClosedCommand = {
  name: 'restore',
  form: 'FILE [--code RECOVERY-CODE]',
  summary: 'bring a backup into an empty data folder; asks for the code when it is not given',
  options: { code: { type: 'string' } },
  words: [1, 1],
  needs: 'closed',
  async run(dataFolder, given) {
    const file = resolve(given.words[0] ?? '')
    const restored = await restoreBackup({ dataFolder, file, recoveryCode: await recoveryCodeFor(given) })
    if (!restored.ok) return restored
    return ok({ document: { restored: true, file, dataFolder }, text: `${file} is restored in ${dataFolder}.\n` })
  },
}
