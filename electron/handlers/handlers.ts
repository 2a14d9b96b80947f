/** Every handler by its name in the contract. */
import { beginSample } from '../sample/handler.ts'
import { articleHandlers } from './articles.ts'
import { backupHandlers } from './backups.ts'
import type { Handlers } from './context.ts'
import { deskHandlers } from './desk.ts'
import { frontHandlers } from './front.ts'
import { jobHandlers } from './jobs.ts'
import { mediaHandlers } from './media.ts'
import { previewHandlers } from './preview.ts'
import { queueHandlers } from './queue.ts'
import { recordHandlers } from './record.ts'
import { restoreHandlers } from './restore.ts'
import { searchHandlers } from './search.ts'
import { settingsHandlers } from './settings.ts'
import { versionHandlers } from './versions.ts'
import { workflowHandlers } from './workflow.ts'

export const handlers: Handlers = {
  ...deskHandlers,
  ...settingsHandlers,
  ...restoreHandlers,
  ...articleHandlers,
  ...versionHandlers,
  ...searchHandlers,
  ...workflowHandlers,
  ...queueHandlers,
  ...previewHandlers,
  ...mediaHandlers,
  ...frontHandlers,
  ...recordHandlers,
  ...jobHandlers,
  ...backupHandlers,
  'desk.beginSample': beginSample,
}
