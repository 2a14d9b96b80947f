/** The parts of the house settings: what each is called, whose right it is, and whether it applies at once or waits for a second person. */
import { canonicalText, type Hash, hashOf } from '../canonical.ts'
import type { Role } from './person.ts'
import { HouseSettings } from './settings.ts'

interface Part {
  /** As a sentence begins with it. */
  readonly words: string
  /** Arrangement applies at once; standing words are what readers are promised, and wait for a second person. */
  readonly kind: 'arrangement' | 'words'
  readonly who: readonly Role[]
}

export const settingsParts = {
  publication: arrangement('The name of the newspaper'),
  motto: arrangement('The motto'),
  description: arrangement('The description'),
  languages: arrangement('The languages'),
  city: arrangement('The city'),
  zone: arrangement('The time zone'),
  // Where the site stands and who fetches it is a matter of the computers too.
  baseUrl: arrangement('The public address', ['publisher', 'administrator']),
  houseCredit: arrangement('The house credit'),
  weather: arrangement('Today’s weather'),
  categories: arrangement('The categories'),
  follow: arrangement('The follow links'),
  newsletter: arrangement('The newsletter'),
  sponsors: arrangement('The sponsors and patrons'),
  // They say what those who pay have no part in: a promise, like the policies.
  sponsorsNote: standing('The words of thanks'),
  contributorsNotes: standing('The contributors’ notes'),
  policies: standing('The policies'),
  privacyOverview: standing('The privacy overview'),
  contact: arrangement('Where readers write to'),
  machineFiles: arrangement('The files for other programs', ['publisher', 'administrator']),
  undoSeconds: arrangement('The time to undo'),
  destinations: arrangement('The destinations', ['publisher', 'administrator']),
} as const satisfies Record<keyof HouseSettings, Part>

export type SettingsPart = keyof typeof settingsParts
export const partNames = Object.keys(settingsParts) as readonly SettingsPart[]

export const standingParts = ['contributorsNotes', 'policies', 'privacyOverview', 'sponsorsNote'] as const satisfies readonly SettingsPart[]
export type StandingPart = (typeof standingParts)[number]

export function isSettingsPart(name: string): name is SettingsPart {
  return Object.hasOwn(settingsParts, name)
}

export function isStandingPart(part: SettingsPart): part is StandingPart {
  return settingsParts[part].kind === 'words'
}

/** Parts that differ, in the order of the table. */
export function changedParts(before: HouseSettings, after: HouseSettings): readonly SettingsPart[] {
  return partNames.filter((part) => partText(before, part) !== partText(after, part))
}

/** Names what a part holds: what a proposal was made from, and the words that are agreed to. */
export function partHash(settings: HouseSettings, part: SettingsPart): Hash {
  return hashOf('chancery/settings-part/1\n', part, '\n', partText(settings, part))
}

/** The settings with one part as given; undefined when the value is not of the part's shape. */
export function withPart(settings: HouseSettings, part: SettingsPart, value: unknown): HouseSettings | undefined {
  const parsed = HouseSettings.shape[part].safeParse(value ?? undefined)
  if (!parsed.success) return undefined
  const { [part]: _before, ...others } = settings
  return (parsed.data === undefined ? others : { ...others, [part]: parsed.data }) as HouseSettings
}

/** `the motto, the city and today’s weather`, inside a sentence. */
export function partsInWords(parts: readonly SettingsPart[]): string {
  const names = parts.map((part) => lowerFirst(settingsParts[part].words))
  const last = names.at(-1) ?? ''
  return names.length > 1 ? `${names.slice(0, -1).join(', ')} and ${last}` : last
}

function partText(settings: HouseSettings, part: SettingsPart): string {
  return canonicalText(settings[part] ?? null)
}

function lowerFirst(words: string): string {
  return words.slice(0, 1).toLowerCase() + words.slice(1)
}

function arrangement<const W extends string>(words: W, who: readonly Role[] = ['publisher']) {
  return { words, kind: 'arrangement', who } as const
}

function standing<const W extends string>(words: W) {
  return { words, kind: 'words', who: ['publisher'] } as const
}
