/** Slugs: the part of an address that is made from the headline. */

/** Letters that do not come apart under NFKD, as English-language addresses spell them. */
const spelled: Readonly<Record<string, string>> = {
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  ł: 'l',
  ı: 'i',
  ħ: 'h',
  ŋ: 'n',
}

/** `The Treaty’s Page` → `the-treatys-page`; at most 80 characters, cut between words; `untitled` when nothing is left. */
export function slugOf(headline: string): string {
  const words = headline
    .toLowerCase()
    .normalize('NFKD')
    .replaceAll(/[\u0300-\u036f'’‘ʼ]/gu, '')
    .replaceAll(/[ßæœøđðþłıħŋ]/gu, (letter) => spelled[letter] ?? '')
    .split(/[^a-z0-9]+/u)
    .filter((word) => word !== '')
  let slug = ''
  for (const word of words) {
    const longer = slug === '' ? word.slice(0, 80) : `${slug}-${word}`
    if (longer.length > 80) break
    slug = longer
  }
  return slug || 'untitled'
}

/** `the-page` of `/2026/11/the-page/`; empty for an empty address. */
export function slugIn(address: string): string {
  return address.split('/').at(-2) ?? ''
}
