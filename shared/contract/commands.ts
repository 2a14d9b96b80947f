/** The one registry of commands: bindings, native menu, palette and help are drawn from it. */

export type MenuName = 'file' | 'edit' | 'view' | 'article' | 'help'

/** A key of the keyboard with what is held: `Mod` is Ctrl, on macOS Cmd. Parts are joined by `+`, the key comes last. */
export type Keys = string

export interface Command {
  readonly id: string
  /** As it stands in menu, palette and help; an ellipsis when it asks something first. */
  readonly label: string
  readonly keys?: Keys
  /** For macOS where the usual keys belong to the system. */
  readonly macKeys?: Keys
  /** A second binding for keyboards whose AltGr is Ctrl+Alt. */
  readonly otherKeys?: Keys
  /** Where it stands in the menu bar; absent: palette and keys only. */
  readonly menu?: MenuName
}

export const commands = [
  { id: 'newArticle', label: 'New article', keys: 'Mod+Alt+N', otherKeys: 'Mod+Shift+Y', menu: 'file' },
  { id: 'quickOpen', label: 'Open an article…', keys: 'Mod+O', menu: 'file' },
  { id: 'import', label: 'Import…', menu: 'file' },
  { id: 'keepVersion', label: 'Keep a version', keys: 'Mod+S', menu: 'file' },
  { id: 'nameVersion', label: 'Name a version…', keys: 'Mod+Shift+S', menu: 'file' },
  { id: 'leaveDesk', label: 'Leave the desk', menu: 'file' },
  { id: 'settings', label: 'Settings', keys: 'Mod+,', menu: 'file' },
  { id: 'standingWords', label: 'Standing words', menu: 'file' },
  { id: 'settingsHistory', label: 'History of the settings', menu: 'file' },
  { id: 'setUp', label: 'Set up the newspaper', menu: 'file' },
  { id: 'undo', label: 'Undo', keys: 'Mod+Z', menu: 'edit' },
  { id: 'redo', label: 'Redo', keys: 'Mod+Shift+Z', menu: 'edit' },
  { id: 'find', label: 'Find', keys: 'Mod+F', menu: 'edit' },
  // Cmd+H hides the application on macOS.
  { id: 'replace', label: 'Find and replace', keys: 'Mod+H', macKeys: 'Mod+Alt+F', menu: 'edit' },
  { id: 'searchEverything', label: 'Search everything', keys: 'Mod+Shift+F', menu: 'edit' },
  { id: 'goDesk', label: 'Desk', keys: 'Mod+1', menu: 'view' },
  { id: 'goCompose', label: 'Compose', keys: 'Mod+2', menu: 'view' },
  { id: 'goReview', label: 'Review', keys: 'Mod+3', menu: 'view' },
  { id: 'goQueue', label: 'Queue', keys: 'Mod+4', menu: 'view' },
  { id: 'goRecord', label: 'Record', keys: 'Mod+5', menu: 'view' },
  { id: 'nextPane', label: 'Next pane', keys: 'F6', menu: 'view' },
  { id: 'previousPane', label: 'Pane before', keys: 'Shift+F6', menu: 'view' },
  { id: 'focusMode', label: 'Focus on the text', keys: 'F9', menu: 'view' },
  { id: 'palette', label: 'Commands…', keys: 'Mod+Shift+P', menu: 'view' },
  { id: 'bold', label: 'Strong', keys: 'Mod+B', menu: 'article' },
  { id: 'italic', label: 'Emphasis', keys: 'Mod+I', menu: 'article' },
  { id: 'link', label: 'Link…', keys: 'Mod+K', menu: 'article' },
  { id: 'note', label: 'Note…', keys: 'Mod+Alt+F', macKeys: 'Mod+Shift+6', otherKeys: 'Mod+Shift+6', menu: 'article' },
  { id: 'heading2', label: 'Heading', keys: 'Mod+Alt+2', otherKeys: 'Mod+Shift+2', menu: 'article' },
  { id: 'heading3', label: 'Smaller heading', keys: 'Mod+Alt+3', otherKeys: 'Mod+Shift+3', menu: 'article' },
  { id: 'heading4', label: 'Smallest heading', keys: 'Mod+Alt+4', otherKeys: 'Mod+Shift+4', menu: 'article' },
  { id: 'paragraph', label: 'Text', keys: 'Mod+Alt+0', otherKeys: 'Mod+Shift+0', menu: 'article' },
  { id: 'orderedList', label: 'Numbered list', keys: 'Mod+Shift+7', menu: 'article' },
  { id: 'bulletList', label: 'List', keys: 'Mod+Shift+8', menu: 'article' },
  { id: 'blockquote', label: 'Quotation', keys: 'Mod+Shift+B', menu: 'article' },
  { id: 'pullQuote', label: 'Pull quote', menu: 'article' },
  { id: 'smallCaps', label: 'Small capitals', menu: 'article' },
  { id: 'rule', label: 'Rule', menu: 'article' },
  { id: 'table', label: 'Table', menu: 'article' },
  { id: 'picture', label: 'Picture…', menu: 'article' },
  { id: 'share', label: 'Share with…', menu: 'article' },
  { id: 'help', label: 'Keys and help', keys: 'Mod+/', menu: 'help' },
] as const satisfies readonly Command[]

export type CommandId = (typeof commands)[number]['id']

export function isCommandId(id: string): id is CommandId {
  return commands.some((command) => command.id === id)
}
