/** The native menu, drawn from the command registry; what is chosen goes to the page, which does it. */
import { app, Menu, type MenuItemConstructorOptions } from 'electron'
import { type Command, commands, type MenuName } from '../../shared/contract/commands.ts'

const titles: Readonly<Record<MenuName, string>> = { file: 'File', edit: 'Edit', view: 'View', article: 'Article', help: 'Help' }

/** What the system does itself, below the program's own items. */
const systemItems: Readonly<Record<MenuName, readonly MenuItemConstructorOptions[]>> = {
  file: [{ role: 'quit' }],
  edit: [{ role: 'cut' }, { role: 'copy' }, { role: 'paste' }, { role: 'pasteAndMatchStyle' }, { role: 'selectAll' }],
  view: [{ role: 'resetZoom' }, { role: 'zoomIn' }, { role: 'zoomOut' }, { role: 'togglefullscreen' }],
  article: [],
  help: [],
}

/** `tell` sends the id of a chosen command to the interface. `chosen`: keys that stand instead of the registry's, by the id of their command. */
export function setMenu(
  tell: (id: string) => void,
  chosen: Readonly<Record<string, string>> = {},
  platform: NodeJS.Platform = process.platform,
): void {
  const menus = (Object.keys(titles) as MenuName[]).map((name) => ({
    label: titles[name],
    submenu: joined(
      commands.filter((command) => command.menu === name).map((command) => item(command, tell, chosen[command.id], platform)),
      systemItems[name].filter(({ role }) => platform !== 'darwin' || role !== 'quit'),
    ),
  }))
  const tools: MenuItemConstructorOptions[] = app.isPackaged
    ? []
    : [{ label: 'Tools', submenu: [{ role: 'reload' }, { role: 'toggleDevTools' }] }]
  Menu.setApplicationMenu(Menu.buildFromTemplate([...(platform === 'darwin' ? [{ role: 'appMenu' as const }] : []), ...menus, ...tools]))
}

function joined(own: readonly MenuItemConstructorOptions[], system: readonly MenuItemConstructorOptions[]): MenuItemConstructorOptions[] {
  return own.length > 0 && system.length > 0 ? [...own, { type: 'separator' }, ...system] : [...own, ...system]
}

function item(
  command: Command,
  tell: (id: string) => void,
  chosen: string | undefined,
  platform: NodeJS.Platform,
): MenuItemConstructorOptions {
  const own = (platform === 'darwin' ? command.macKeys : undefined) ?? command.keys
  const accelerator = acceleratorOf(chosen ?? own ?? '')
  return {
    id: command.id,
    label: command.label,
    ...(accelerator === '' ? {} : { accelerator }),
    // The page binds the keys itself, so that they can be rebound and AltGr is told from Ctrl+Alt.
    registerAccelerator: false,
    click: () => tell(command.id),
  }
}

/** Keys as Electron writes them; empty where it has no word for them, since a menu with one that it does not know is refused whole. */
function acceleratorOf(keys: string): string {
  const [, held = '', key = ''] = /^((?:(?:Mod|Alt|Shift)\+)*)(.+)$/u.exec(keys) ?? []
  const name = named[key] ?? key
  return isKnown.test(name) ? held.replace('Mod', 'CommandOrControl') + name : ''
}

/** Keys that Electron calls otherwise than the browser does. */
const named: Readonly<Record<string, string>> = {
  ArrowUp: 'Up',
  ArrowDown: 'Down',
  ArrowLeft: 'Left',
  ArrowRight: 'Right',
  Enter: 'Return',
  ' ': 'Space',
  '+': 'Plus',
}

const isKnown =
  /^(?:[A-Z0-9]|[!-/:-@[-`{-~]|F(?:[1-9]|1\d|2[0-4])|Up|Down|Left|Right|Return|Space|Plus|Tab|Backspace|Delete|Insert|Home|End|PageUp|PageDown)$/u
