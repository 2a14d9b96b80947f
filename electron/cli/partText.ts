/** What changed in a part of the settings, for reading in a terminal: lines that went, lines that came. */
import { partDocument } from '../../shared/desk/partDocument.ts'
import type { HouseSettings } from '../../shared/desk/settings.ts'
import type { SettingsPart } from '../../shared/desk/settingsParts.ts'
import { compareDocuments, type Span } from '../../shared/document/compare.ts'

/** `part`, then `- ` before what stood and `+ ` before what stands; unchanged lines are left out. */
export function partText(part: SettingsPart, before: HouseSettings, after: HouseSettings): string {
  const { blocks } = compareDocuments(partDocument(before, part), partDocument(after, part))
  const lines = blocks
    .filter(({ kind }) => kind !== 'same')
    .flatMap(({ spans }) => [line('-', spans, 'inserted'), line('+', spans, 'deleted')])
    .filter((text) => text !== '')
  return [part, ...lines].map((text) => `${text}\n`).join('')
}

/** One side of a compared line; empty where that side has none. */
function line(sign: string, spans: readonly Span[], without: Span['kind']): string {
  const text = spans
    .filter(({ kind }) => kind !== without)
    .map((span) => span.text)
    .join('')
  return text === '' ? '' : `${sign} ${text}`
}
