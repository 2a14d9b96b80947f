/** A part of the settings as a document, so that what changed in it is shown as changes of a text are. */
import type { DocumentJson, NodeJson } from '../document/json.ts'
import type { HouseSettings } from './settings.ts'
import type { SettingsPart } from './settingsParts.ts'

/** A line, a row or a paragraph each a block; rows with text of their own under their name. */
export function partDocument(settings: HouseSettings, part: SettingsPart): DocumentJson {
  return { headline: [], standfirst: [], body: blocksOf(settings, part) }
}

function blocksOf(settings: HouseSettings, part: SettingsPart): readonly NodeJson[] {
  switch (part) {
    case 'contributorsNotes':
      return settings.contributorsNotes.flatMap(({ name, text }) => [heading(name), ...paragraphs(text)])
    case 'policies':
      return settings.policies.flatMap(({ title, text }) => [heading(title), ...paragraphs(text)])
    case 'categories':
      return settings.categories.flatMap(({ name, slug }) => line(name, slug))
    case 'follow':
      return settings.follow.flatMap(({ label, address }) => line(label, address))
    case 'sponsors':
      return settings.sponsors.flatMap(({ name, kind, address, from, until }) =>
        line(name, kind, address, from && `from ${from}`, until && `until ${until}`),
      )
    case 'destinations':
      return settings.destinations.flatMap(({ name, folder }) => line(name, folder || 'site, in the data folder'))
    case 'newsletter': {
      const { title, text, action } = settings.newsletter
      return [...line(title), ...paragraphs(text), ...line(action && `Sign-ups are sent to ${action}`)]
    }
    case 'weather': {
      const { date, condition, temperature, humidity, wind } = settings.weather
      const figure = (value: number | null, unit: string) => (value === null ? '' : `${value} ${unit}`)
      return line(date, condition, figure(temperature, '°C'), figure(humidity, 'per cent humid'), figure(wind, 'km/h of wind'))
    }
    case 'machineFiles': {
      const { newsSitemap, ninjs } = settings.machineFiles ?? { newsSitemap: false, ninjs: false }
      return [...line(`News sitemap: ${newsSitemap ? 'on' : 'off'}`), ...line(`ninjs: ${ninjs ? 'on' : 'off'}`)]
    }
    case 'languages':
      return line(...settings.languages)
    case 'undoSeconds':
      return line(`${settings.undoSeconds} seconds`)
    default:
      return paragraphs(settings[part] ?? '')
  }
}

function heading(words: string): NodeJson {
  return { type: 'heading', attrs: { level: 2 }, content: text(words) }
}

function line(...cells: readonly string[]): readonly NodeJson[] {
  return paragraphs(cells.filter((cell) => cell !== '').join(' · '))
}

function paragraphs(words: string): readonly NodeJson[] {
  return words
    .split(/\n\s*\n/)
    .filter((paragraph) => paragraph.trim() !== '')
    .map((paragraph) => ({ type: 'paragraph', content: text(paragraph.trim()) }))
}

function text(words: string): readonly NodeJson[] {
  return words === '' ? [] : [{ type: 'text', text: words }]
}
