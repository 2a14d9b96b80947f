/** Every command of the command line. A new one is a file and a row here. */
import { actCommand } from './act.ts'
import type { Command } from './command.ts'
import { frontCommand } from './front.ts'
import { helpCommand } from './help.ts'
import { importCommand } from './import.ts'
import { initCommand } from './init.ts'
import { listCommand } from './list.ts'
import { peopleCommand, personAddCommand, personLeftCommand, personRenameCommand, personRolesCommand } from './people.ts'
import { pictureCommand } from './picture.ts'
import { queueCommand, workCommand } from './queue.ts'
import { restoreCommand } from './restore.ts'
import { searchCommand } from './search.ts'
import { setCommand, settingsCommand } from './settings.ts'
import { settingsBringBackCommand, settingsHistoryCommand, settingsUndoCommand } from './settingsHistory.ts'
import { shareCommand } from './share.ts'
import { showCommand } from './show.ts'
import { previewCommand, siteCommand } from './site.ts'
import { backupCommand, rebuildCommand, verifyCommand } from './upkeep.ts'
import { versionsCommand } from './versions.ts'
import { wordsCommand } from './words.ts'

export const commands: readonly Command[] = [
  initCommand,
  peopleCommand,
  personAddCommand,
  personRenameCommand,
  personRolesCommand,
  personLeftCommand,
  importCommand,
  listCommand,
  showCommand,
  setCommand,
  pictureCommand,
  actCommand,
  shareCommand,
  versionsCommand,
  queueCommand,
  workCommand,
  frontCommand,
  siteCommand,
  previewCommand,
  searchCommand,
  settingsCommand,
  settingsHistoryCommand,
  settingsUndoCommand,
  settingsBringBackCommand,
  wordsCommand,
  verifyCommand,
  rebuildCommand,
  backupCommand,
  restoreCommand,
  helpCommand(() => commands),
]
