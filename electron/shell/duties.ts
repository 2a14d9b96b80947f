/** What the window does for its page beside the contract: addresses, folders, appearance, the keys in its menu. */
import { type BrowserWindow, nativeTheme, shell } from 'electron'
import { type DutyName, type DutyOutput, shellDuties } from '../../shared/contract/shellDuties.ts'
import { fail, ok, type Result } from '../../shared/result.ts'
import { openAddress } from './openAddress.ts'
import type { OpenedFiles } from './openedFiles.ts'
import type { ShellSettings } from './settings.ts'

export type Duties = (window: BrowserWindow, name: DutyName, input: unknown) => Promise<Result<unknown>>

/** `holdSettings`: hears whether settings are typed and not saved. `showKeys`: draws the menu with the keys that were chosen, by the id of their command. */
export function shellDutiesOver(
  settings: ShellSettings,
  dataFolder: string,
  files: OpenedFiles,
  showKeys: (chosen: Readonly<Record<string, string>>) => void,
  holdSettings: (unsaved: boolean) => void,
): Duties {
  const done: { readonly [N in DutyName]: (window: BrowserWindow, input: never) => Promise<DutyOutput<N>> } = {
    openAddress: async (window, { address }: { address: string }) => ({ opened: await openAddress(window, address) }),
    showDataFolder: async () => ({ opened: (await shell.openPath(dataFolder)) === '' }),
    takeFiles: () => files.take(),
    showKeys: async (_window, { keys }: { keys: Readonly<Record<string, string>> }) => {
      showKeys(keys)
      return { shown: true }
    },
    holdSettings: async (_window, { unsaved }: { unsaved: boolean }) => {
      holdSettings(unsaved)
      return { unsaved }
    },
    readAppearance: async () => ({ theme: settings.theme }),
    setAppearance: async (_window, { theme }: { theme: ShellSettings['theme'] }) => {
      settings.change({ theme })
      nativeTheme.themeSource = theme
      return { theme }
    },
  }
  return async (window, name, input) => {
    const parsed = shellDuties[name].input.safeParse(input)
    if (!parsed.success) return fail('invalid', `The window was asked in words it does not know (${name}). Nothing was done.`)
    return ok(await done[name](window, parsed.data as never))
  }
}
