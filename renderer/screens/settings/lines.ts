/** Lists as people write them, one a line, and back. */
import type { HouseSettings } from '../../../shared/desk/settings.ts'
import { slugOf } from '../../../shared/desk/slug.ts'

export function linesOf(text: string): readonly string[] {
  return text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
}

/** An empty field is no number; something that is none is handed on, to be refused by its name. */
export function numberFrom(text: string): number | null {
  return text === '' ? null : Number(text.replace(',', '.').replace('−', '-'))
}

/** A category keeps its slug, and with it its address, while its name stays. */
export function namedFrom(names: readonly string[], before: HouseSettings['categories']): HouseSettings['categories'] {
  return names.map((name) => before.find((known) => known.name === name) ?? { slug: slugOf(name), name })
}

export function writtenLinks(links: HouseSettings['follow']): string {
  return links.map(({ label, address }) => `${label} ${address}`).join('\n')
}

export function linksFrom(lines: readonly string[]): HouseSettings['follow'] {
  return lines.map((line) => {
    const space = line.lastIndexOf(' ')
    return { label: line.slice(0, Math.max(0, space)).trim() || line, address: line.slice(space + 1) }
  })
}

export function writtenSponsors(sponsors: HouseSettings['sponsors']): string {
  return sponsors.map(({ kind, name }) => `${kind}: ${name}`).join('\n')
}

/** Dates and addresses of those that stay are kept. */
export function sponsorsFrom(lines: readonly string[], before: HouseSettings['sponsors']): HouseSettings['sponsors'] {
  return lines.map((line) => {
    const [, word = '', written = line] = /^(sponsor|patron)\s*:\s*(.*)$/i.exec(line) ?? []
    const name = written.trim()
    const known = before.find((sponsor) => sponsor.name === name)
    return { address: '', from: '', until: '', ...known, name, kind: word.toLowerCase() === 'patron' ? 'patron' : 'sponsor' }
  })
}
